"""What is looked for in the log."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models import User
from prongsai.platform.audit.deed_names import all_names
from prongsai.platform.audit.models import Line
from prongsai.platform.ui.fields import DateField


class SearchForm(forms.Form):
    """Who, what, and when; all may stay empty."""

    who = forms.ModelChoiceField(User.objects.none(), required=False, label=_("Who"), empty_label=_("Everybody"))
    action = forms.ChoiceField(required=False, label=_("Deed"))
    since = DateField(required=False, label=_("From the day"))
    until = DateField(required=False, label=_("To the day"))

    def __init__(self, *args: Any, accounts: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["who"].queryset = accounts  # type: ignore[attr-defined]
        self.fields["action"].choices = [("", _("Every deed")), *all_names().items()]  # type: ignore[attr-defined]

    def found_in(self, lines: QuerySet[Line]) -> QuerySet[Line]:
        """Narrow lines down to what is looked for. Only after `is_valid`."""
        wanted = self.cleaned_data
        if user := wanted["who"]:
            lines = lines.filter(actor__in=[f"user:{user.pk}", f"link:{user.pk}"])
        if wanted["action"]:
            lines = lines.filter(action=wanted["action"])
        if wanted["since"]:
            lines = lines.filter(at__gte=_midnight(wanted["since"]))
        if wanted["until"]:
            lines = lines.filter(at__lt=_midnight(wanted["until"] + timedelta(days=1)))
        return lines


def _midnight(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
