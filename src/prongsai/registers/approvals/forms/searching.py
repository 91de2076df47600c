"""Finding submissions in the register."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import fiscal_year_span
from prongsai.platform.agency.models import Unit
from prongsai.platform.ui.fields import TextField, YearField
from prongsai.registers.approvals.models import SubmissionState
from prongsai.registers.approvals.models.submission import Submissions


class SearchForm(forms.Form):
    """Words, state, unit, fiscal year."""

    q = TextField(label=_("Subject or words"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *SubmissionState.choices])
    unit = forms.ModelChoiceField(label=_("Unit"), required=False, queryset=Unit.objects.none())
    year = YearField(label=_("Fiscal year"), required=False)

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]

    def found_in(self, submissions: Submissions) -> Submissions:
        """Give the submissions that were asked for; what cannot be read narrows nothing."""
        told = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if told.get("q"):
            submissions = submissions.saying(told["q"])
        if told.get("state"):
            submissions = submissions.filter(state=told["state"])
        if told.get("unit"):
            submissions = submissions.filter(unit=told["unit"])
        if told.get("year"):
            year = fiscal_year_span(told["year"])
            submissions = submissions.filter(submitted__range=(year.start, year.end))
        return submissions
