"""Narrowing the list of what was asked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.data_calls.models import ItemState
from prongsai.platform.ui.fields import TextField

LATE = "late"


class SearchForm(forms.Form):
    """Words, of which unit, in which state."""

    q = TextField(label=_("Words in what is asked for"), required=False, max_length=100)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        states = [("", _("All")), ("owed", _("Not handed in")), (LATE, _("Late")), *ItemState.choices]
        self.fields["unit"].choices = [("", _("All")), *((str(unit.pk), unit.name) for unit in units)]  # type: ignore[attr-defined]
        self.fields["state"].choices = states  # type: ignore[attr-defined]
