"""Finding circulars and briefings in their lists."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import fiscal_year_span
from prongsai.platform.agency.models import Unit
from prongsai.platform.ui.fields import TextField, YearField
from prongsai.registers.circulars.models.briefing import Briefings
from prongsai.registers.circulars.models.circular import Circulars

ALL = ("", _("All"))


class SearchForm(forms.Form):
    """Words, unit, state, fiscal year."""

    q = TextField(label=_("Subject, number or text"), required=False, max_length=100)
    unit = forms.ModelChoiceField(label=_("From the unit"), required=False, queryset=Unit.objects.none())
    state = forms.ChoiceField(label=_("State"), required=False)
    year = YearField(label=_("Fiscal year"), required=False)

    def __init__(self, *args: Any, units: Any, states: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["state"].choices = [ALL, *states]  # type: ignore[attr-defined]

    def found_in(self, rows: Circulars | Briefings, *, by_day: str) -> Any:
        """Give the rows that were asked for; what cannot be read narrows nothing. `by_day`: the field of the year."""
        told = self.cleaned_data if self.is_bound and self.is_valid() else {}
        found: Any = rows.saying(told["q"]) if told.get("q") else rows
        if told.get("unit"):
            found = found.filter(unit=told["unit"])
        if told.get("state"):
            found = found.filter(state=told["state"])
        if told.get("year"):
            span = fiscal_year_span(told["year"])
            found = found.filter(**{f"{by_day}__range": (span.start, span.end)})
        return found
