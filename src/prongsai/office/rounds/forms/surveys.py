"""Where a survey is answered, and how many did."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.rounds.forms.seen import SeenForm
from prongsai.platform.ui.fields import DateField, TextField, WebAddressField, WholeNumberField
from prongsai.platform.web.strict_form import StrictForm

MOST = 100_000_000


class SurveyForm(SeenForm):
    """Address, days and least number of answers, all as the official site says."""

    link = WebAddressField(
        label=_("Address of the survey"), required=False, max_length=400,
        help_text=_("The address that the official site gave to your office. It begins with https://"),
    )  # fmt: skip
    opens = DateField(label=_("Opens on"), required=False)
    closes = DateField(label=_("Closes on"), required=False)
    least = WholeNumberField(label=_("At least this many answers"), required=False, least=1, most=MOST)
    source = TextField(label=_("Where it was read"), required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        """Ask for days in order."""
        told = dict(super().clean() or self.cleaned_data)
        if told.get("opens") and told.get("closes") and told["closes"] < told["opens"]:
            self.add_error("closes", _("The last day lies before the first day."))
        return told


class CountForm(StrictForm, forms.Form):
    """How many had answered on a day."""

    day = DateField(label=_("Day"))
    answers = WholeNumberField(
        label=_("Answers so far"), help_text=_("A count only, as the official site shows it."), most=MOST
    )
