"""What only a person can say about a paper before it is made."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.office.reports.composing import Wishes
from prongsai.office.reports.models import ReportKind
from prongsai.platform.ui.fields import DateField, LongTextField, WholeNumberField
from prongsai.platform.web.strict_form import StrictForm

WITH_RESULTS = (ReportKind.SIX, ReportKind.TWELVE)


class MakeForm(StrictForm, forms.Form):
    """Asks only what the kind of paper needs; most need nothing."""

    def __init__(self, *args: Any, kind: ReportKind, day: date, items: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.items = items
        if kind in WITH_RESULTS:
            self.fields["no_problems"] = forms.BooleanField(
                label=_("There were no problems: say ไม่มี where nobody noted one"), required=False
            )
            self.fields["no_proposals"] = forms.BooleanField(
                label=_("There are no proposals: say ไม่มี where nobody noted one"), required=False
            )
            self.fields["mark_unproven"] = forms.BooleanField(
                label=_("Print at a result that it has no proof yet"),
                required=False,
                help_text=_("For work inside the office. The paper to be signed is made without."),
            )
        if kind is ReportKind.MONTHLY:
            self.fields["until"] = DateField(label=_("State on"), initial=day)
            self.fields["ready"] = WholeNumberField(
                label=_("Items of the disclosure that are ready"),
                required=False,
                help_text=_("Leave empty where nobody counted: the paper keeps a marked gap."),
            )
            self.fields["matters"] = LongTextField(
                label=_("What the executive should know or decide"),
                required=False,
                max_length=1000,
                help_text=_("One to a line. What the records say is added by itself."),
            )
            self.fields["no_matters"] = forms.BooleanField(label=_("There is nothing else: say ไม่มี"), required=False)

    def clean_ready(self) -> int | None:
        """Refuse more items than the year has."""
        ready: int | None = self.cleaned_data.get("ready")
        if ready is not None and ready > self.items:
            raise ValidationError(
                _("The year has %(items)s items."), code="too_many_items", params={"items": self.items}
            )
        return ready

    def clean(self) -> dict[str, Any]:
        """Refuse something and nothing at once."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("no_matters") and told.get("matters"):
            self.add_error("no_matters", ValidationError(_("Either write something, or say that there is nothing.")))
        return told

    @property
    def until(self) -> date | None:
        """The last day that a monthly page covers."""
        day: date | None = self.cleaned_data.get("until")
        return day

    @property
    def wishes(self) -> Wishes:
        """What was said."""
        told = self.cleaned_data
        lines = tuple(line.strip() for line in (told.get("matters") or "").splitlines() if line.strip())
        return Wishes(
            no_problems=bool(told.get("no_problems")),
            no_proposals=bool(told.get("no_proposals")),
            mark_unproven=bool(told.get("mark_unproven")),
            ready=told.get("ready"),
            matters=lines or (() if told.get("no_matters") else None),
        )
