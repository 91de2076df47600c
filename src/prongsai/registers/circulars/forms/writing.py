"""Writing a circular or a briefing: what is told, and to whom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.catalogue.topics import load_topics
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField, TimeField
from prongsai.platform.web.stale import FIELD as SEEN
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.circulars.models import Audience
from prongsai.registers.circulars.models.addressed import Addressed
from prongsai.registers.policies.services import policies_in_force

NO_TOPIC = ("", _("None of these"))


class NamedPerson(forms.ModelMultipleChoiceField[Person]):
    """Persons to tick, each with the unit behind the name."""

    def label_from_instance(self, obj: Any) -> str:
        """Give name and unit."""
        return f"{obj.full_name}, {obj.unit}"


class AddressedForm(StrictForm, forms.Form):
    """Subject, text, from where, to whom, what it supports, and what goes with it."""

    subject = TextField(label=_("Subject"), max_length=300)
    words = LongTextField(
        label=_("What is told"), max_length=6_000, help_text=_("One paragraph to a line, as it stands in the memo.")
    )
    unit = forms.ModelChoiceField(label=_("From the unit"), queryset=Unit.objects.none())
    audience = forms.ChoiceField(label=_("To whom"), choices=Audience.choices, widget=forms.RadioSelect)
    units = forms.ModelMultipleChoiceField(
        label=_("Units"), queryset=Unit.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    people = NamedPerson(
        label=_("Persons"), queryset=Person.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    topic = forms.ChoiceField(
        label=_("Topic that it supports"), required=False, help_text=_("So that it counts as evidence on this topic.")
    )
    policy = forms.ChoiceField(
        label=_("Policy that it makes known"),
        required=False,
        help_text=_("It is noted with the policy once it goes out."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, units: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["unit"].queryset = fields["units"].queryset = units
        fields["people"].queryset = people.select_related("unit")
        fields["audience"].initial = Audience.ALL
        fields["topic"].choices = [NO_TOPIC, *((topic.id, topic.name_th) for topic in load_topics().values())]
        fields["policy"].choices = [NO_TOPIC, *((told.policy, told.title) for told in policies_in_force())]
        fields["files"] = FilesField(purpose=EVIDENCE, required=False, label=_("Files that go with it"))
        assert SEEN in fields

    def clean(self) -> dict[str, Any]:
        """Ask for the units or persons that the choice speaks of."""
        told = dict(super().clean() or self.cleaned_data)
        if told.get("audience") == Audience.UNITS and "units" in told and not told["units"]:
            self.add_error("units", _("Tick at least one unit."))
        if told.get("audience") == Audience.PEOPLE and "people" in told and not told["people"]:
            self.add_error("people", _("Tick at least one person."))
        return told

    def told(self) -> dict[str, Any]:
        """Give the values of the row: of the two lists only the one that the choice speaks of."""
        sent = {name: value for name, value in self.cleaned_data.items() if name not in _BESIDE}
        audience = sent["audience"]
        sent["policy_id"] = int(self.cleaned_data["policy"]) if self.cleaned_data["policy"] else None
        of_units = audience == Audience.UNITS
        sent["audience_units"] = [unit.pk for unit in self.cleaned_data["units"]] if of_units else []
        of_people = audience == Audience.PEOPLE
        sent["audience_people"] = [person.pk for person in self.cleaned_data["people"]] if of_people else []
        return sent

    @staticmethod
    def start(row: Addressed, names: tuple[str, ...]) -> dict[str, Any]:
        """Give what the form shows first of a row that is there; `names` are its fields."""
        values = {name: getattr(row, name) for name in names if not name.startswith("audience_")}
        return values | {"units": row.audience_units, "people": row.audience_people, "policy": row.policy_id}


_BESIDE = frozenset({"units", "people", "policy", "files", "seen"})


class CircularForm(AddressedForm):
    """A circular: with the day by which it is to be acknowledged."""

    due = DateField(
        label=_("To be acknowledged by"),
        required=False,
        help_text=_("With a day, who has not acknowledged is followed up. For example 21 March 2568"),
    )
    field_order = ("subject", "words", "unit", "audience", "units", "people", "due", "topic")


class BriefingForm(AddressedForm):
    """A briefing: day, time, place, who explains."""

    day = DateField(label=_("Day"))
    begins = TimeField(label=_("Begins at"), required=False, help_text=_("For example 13.30"))
    ends = TimeField(label=_("Ends at"), required=False)
    place = TextField(label=_("Place"), max_length=200)
    speakers = TextField(label=_("Who explains"), required=False, max_length=300)
    field_order = ("subject", "day", "begins", "ends", "place", "speakers", "words", "unit", "audience")

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        told = super().clean()
        begins, ends = told.get("begins"), told.get("ends")
        if begins and ends and ends <= begins:
            self.add_error("ends", _("It ends before it begins."))
        return told
