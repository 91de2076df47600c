"""What an officer fills in for somebody at the counter or on the telephone, and changes later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.ui.fields import DateField, LongTextField, NameField, PhoneField, TextField, WholeNumberField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.cases.forms.asking import MatterForm
from prongsai.registers.cases.kinds import CaseKind
from prongsai.registers.cases.states import Channel
from prongsai.registers.services.services import OfferedService

LONGEST = 3_650
_ORDER = (
    "service", "subject", "body", "asker_name", "asker_phone", "asker_contact", "asker_citizen_id", "channel",
    "lacking", "files", "unit", "received_on", "recorded_for", "limit_days", "not_corruption",
)  # fmt: skip


class CounterForm(MatterForm):
    """A case written down by an officer."""

    channel = forms.ChoiceField(label=_("How it came in"))
    service = forms.ChoiceField(label=_("Service"))
    unit = forms.ModelChoiceField(label=_("Unit that works on it"), queryset=Unit.objects.none(), required=False)
    lacking = LongTextField(
        label=_("Papers that are missing"), required=False, max_length=2_000,
        help_text=_("Say at once what is missing. After this, papers may be asked for one more time only."),
    )  # fmt: skip
    received_on = DateField(
        label=_("Received on"), help_text=_("An earlier day is marked as written down later, with both days.")
    )
    recorded_for = forms.ModelChoiceField(
        label=_("Recorded for"), queryset=Person.objects.none(), required=False,
        help_text=_("The colleague who took it and asked you to write it down."),
    )  # fmt: skip
    limit_days = WholeNumberField(
        label=_("Time (working days)"), required=False, most=LONGEST,
        help_text=_("Leave it empty to take the time of the manual."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, kind: CaseKind, units: Any, people: Any, services: Sequence[OfferedService], today: date,
        **options: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, kind=kind, **options)
        self.today = today
        self.offered = {str(offered.service): offered for offered in services}
        ways = [(channel.value, channel.label) for channel in Channel if channel in kind.channels]
        self.fields["channel"].choices = [way for way in ways if way[0] != Channel.ONLINE]  # type: ignore[attr-defined]
        self.fields["channel"].initial = Channel.COUNTER
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["recorded_for"].queryset = people  # type: ignore[attr-defined]
        self.fields["received_on"].initial = today
        if kind.has_service:
            self.fields["service"].choices = [("", "–")] + [(key, o.sheet.name) for key, o in self.offered.items()]  # type: ignore[attr-defined]
        else:
            del self.fields["service"]
        self.order_fields(_ORDER)

    def clean_received_on(self) -> date:
        """Refuse a day to come."""
        day: date = self.cleaned_data["received_on"]
        if day > self.today:
            raise ValidationError(_("This day lies in the future."), code="DATE")
        return day

    def chosen_service(self) -> OfferedService | None:
        """Give the chosen service."""
        return self.offered.get(self.cleaned_data.get("service") or "")


class RewriteForm(StrictForm, forms.Form):
    """What may be changed of a case."""

    subject = TextField(label=_("Subject"), max_length=200)
    body = LongTextField(label=_("What is asked"), required=False, max_length=10_000)
    asker_name = NameField(label=_("Name of the applicant"), required=False)
    asker_phone = PhoneField(label=_("Telephone"), required=False)
    asker_contact = TextField(label=_("Address or other contact"), required=False, max_length=300)
    limit_days = WholeNumberField(label=_("Time (working days)"), required=False, most=LONGEST)

    def clean_asker_phone(self) -> str:
        """Give an empty text where no number is told."""
        return self.cleaned_data["asker_phone"] or ""
