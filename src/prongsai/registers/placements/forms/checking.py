"""Looking at what hangs, with a telephone."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import PICTURES
from prongsai.platform.ui.fields import DateField, TextField, WholeNumberField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.placements.models import Found
from prongsai.registers.placements.services.checking import Seen
from prongsai.registers.tasks.services import Channel


class SightingForm(StrictForm, forms.Form):
    """How it was found. The last three fields are for what somebody else saw, or for an earlier day."""

    found = forms.ChoiceField(
        label=_("How is it?"), choices=Found.choices, initial=Found.GOOD, widget=forms.RadioSelect
    )
    note = TextField(label=_("Note"), required=False, max_length=300)
    day = DateField(label=_("Seen on"))
    recorded_for = forms.ModelChoiceField(label=_("Recorded for"), required=False, queryset=Person.objects.none())
    received_by = forms.ChoiceField(label=_("Received by"), required=False, choices=[("", "–"), *Channel.choices])

    field_order = ("found", "photographs", "note")

    def __init__(self, *args: Any, people: Any, first: date, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.first, self.today = first, today
        self.fields["photographs"] = FilesField(purpose=PICTURES, required=False, label=_("Photographs"))
        self.fields["day"].initial = today
        if people is None:
            for name in ("recorded_for", "received_by"):
                del self.fields[name]
        else:
            self.fields["recorded_for"].queryset = people  # type: ignore[attr-defined]
        self.order_fields(self.field_order)

    def clean_day(self) -> date:
        """Refuse a day that has not come, or on which it did not hang yet."""
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError(_("The day has not come yet."))
        if day < self.first:
            raise forms.ValidationError(_("On this day it did not hang yet."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for the person and the channel together."""
        told = super().clean() or self.cleaned_data
        if bool(told.get("recorded_for")) != bool(told.get("received_by")):
            self.add_error("received_by", _("Give both the person and how it came, or neither."))
        return dict(told)

    @property
    def seen(self) -> Seen:
        """What was seen, as the services take it."""
        told = self.cleaned_data
        return Seen(
            day=told["day"],
            found=told["found"],
            note=told["note"],
            photographs=told["photographs"],
            recorded_for=told.get("recorded_for"),
            received_by=told.get("received_by") or "",
        )


class RoundForm(StrictForm, forms.Form):
    """Until when everything is to be looked at."""

    due = DateField(label=_("To be finished by"))


class HabitForm(StrictForm, forms.Form):
    """After how many months somebody should look again."""

    months = WholeNumberField(label=_("Look again after months"), least=1, most=36)
