"""Taking over an older register, and finding in what was taken over."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import fiscal_year_span
from prongsai.platform.files.list_forms import ListForm
from prongsai.platform.ui.fields import TextField, YearField
from prongsai.registers.approvals.models.taken_over import TakenOverEntries


class RegisterForm(ListForm):
    """A file with a register."""

    file_label = _("Older register of submissions")


class OlderSearchForm(forms.Form):
    """Words and fiscal year."""

    q = TextField(label=_("Subject or words"), required=False, max_length=100)
    year = YearField(label=_("Fiscal year"), required=False)

    def found_in(self, entries: TakenOverEntries) -> TakenOverEntries:
        """Give the entries that were asked for; what cannot be read narrows nothing."""
        told = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if told.get("q"):
            entries = entries.saying(told["q"])
        if told.get("year"):
            year = fiscal_year_span(told["year"])
            entries = entries.filter(day__range=(year.start, year.end))
        return entries
