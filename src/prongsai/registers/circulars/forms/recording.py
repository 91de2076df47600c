"""Sending, and writing down what came back on paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField, WholeNumberField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.circulars.forms.writing import NamedPerson
from prongsai.registers.circulars.models import Attendee, Receiver
from prongsai.registers.circulars.models.receiver import TOLD


class Ticked(forms.ModelMultipleChoiceField[Any]):
    """People of a list to tick, each with the unit behind the name."""

    def label_from_instance(self, obj: Any) -> str:
        """Give name and unit."""
        return f"{obj.person.full_name}, {obj.unit}"


class SendForm(StrictForm, forms.Form):
    """An earlier day, where it went out on paper before it was written down here."""

    sent = DateField(
        label=_("Went out on paper on an earlier day"),
        required=False,
        help_text=_("Leave empty if it goes out today. An earlier day is marked as written down later."),
    )


class SheetForm(StrictForm, forms.Form):
    """Who signed on a sheet, the day on it, its scan."""

    signed = Ticked(
        label=_("Who signed on this sheet"), queryset=Receiver.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    day = DateField(label=_("Day on the sheet"))

    def __init__(self, *args: Any, receivers: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["signed"].queryset = receivers  # type: ignore[attr-defined]
        self.fields["scan"] = FilesField(purpose=EVIDENCE, label=_("Scan or photograph of the signed sheet"))


class ToldForm(StrictForm, forms.Form):
    """By which channel somebody said that they have read it, and when."""

    way = forms.ChoiceField(
        label=_("How they told you"), choices=[(way.value, way.label) for way in TOLD], widget=forms.RadioSelect
    )
    day = DateField(label=_("Day on which they told you"))


class PaperForm(StrictForm, forms.Form):
    """Number and day of the signed memo, who signed it, its scan."""

    signer = forms.ModelChoiceField(label=_("Signed by"), queryset=Person.objects.none())
    number = TextField(label=_("Number of the paper"), max_length=60, help_text=_("As the registry wrote it."))
    day = DateField(label=_("Day on the paper"))

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["signer"].queryset = people  # type: ignore[attr-defined]
        self.fields["scan"] = FilesField(purpose=EVIDENCE, single=True, label=_("Scan of the signed paper"))


class AddForm(StrictForm, forms.Form):
    """People who are to receive a circular that is out already."""

    people = NamedPerson(label=_("Persons"), queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["people"].queryset = people.select_related("unit")  # type: ignore[attr-defined]


class ReasonForm(StrictForm, forms.Form):
    """Why a circular is withdrawn, or a briefing called off."""

    because = LongTextField(label=_("Reason"), max_length=300)


class AttendanceForm(StrictForm, forms.Form):
    """Who came, how many others, what was asked, the scan of the sheet."""

    came = Ticked(
        label=_("Who came to the briefing"),
        queryset=Attendee.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    guests = WholeNumberField(label=_("Others who came, not on the list"), least=0, most=5_000, initial=0)
    asked = LongTextField(label=_("What was asked and answered"), required=False, max_length=4_000)

    def __init__(self, *args: Any, attendees: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["came"].queryset = attendees  # type: ignore[attr-defined]
        self.fields["scan"] = FilesField(purpose=EVIDENCE, label=_("Scan or photograph of the attendance sheet"))
