"""What a plan rests on, and which year answers a result."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.measures.forms.because import AmendingForm
from prongsai.platform.ui.fields import LongTextField, YearField
from prongsai.platform.web.strict_form import StrictForm


class PlanFactsForm(AmendingForm):
    """Analysed year, limitations, proposals."""

    analysed_year = YearField(
        label=_("Year whose result was analysed"), required=False,
        help_text=_("Empty: as the framework of the year says. Where it says nothing, write it here."),
    )  # fmt: skip
    limitations = LongTextField(
        label=_("Limitations of the office"), required=False, max_length=4_000, help_text=_("One to a line.")
    )
    proposals = LongTextField(
        label=_("Proposals of the office"), required=False, max_length=4_000, help_text=_("One to a line.")
    )


class AnsweringYearForm(StrictForm, forms.Form):
    """The fiscal year in which the measures that answer a result are carried out."""

    fiscal_year = YearField(label=_("Fiscal year of the measures"), help_text=_("Buddhist era, for example 2568."))
