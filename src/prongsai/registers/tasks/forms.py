"""Forms of the register of tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField, WebAddressField, WholeNumberField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.tasks.channels import Channel
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.services.giving import MOST_MONTHS, Asked

EDITED = ("title", "person_id", "unit_id", "due", "details", "address", "repeats_every")


class OwnerField(forms.ChoiceField):
    """A unit or a person, by the names of the office."""

    def fill(self, units: Any, people: Any) -> None:
        """Give the choices."""
        self.known: dict[str, Unit | Person] = {f"unit-{unit.pk}": unit for unit in units}
        self.known |= {f"person-{person.pk}": person for person in people}
        self.choices = [
            ("", "–"),
            (_("Units"), [(key, str(one)) for key, one in self.known.items() if isinstance(one, Unit)]),
            (_("People"), [(key, f"{one} ({one.unit})") for key, one in self.known.items() if isinstance(one, Person)]),
        ]


class TaskForm(StrictForm, forms.Form):
    """What is asked of whom, until when."""

    title = TextField(label=_("The task"), max_length=300, help_text=_("One sentence that begins with a verb."))
    owner = OwnerField(label=_("Who is to do it"))
    due = DateField(label=_("Due"), required=False)
    details = LongTextField(label=_("More about it"), required=False, max_length=3_000)
    address = WebAddressField(label=_("Address of a page about it"), required=False)
    repeats_every = WholeNumberField(
        label=_("Comes again after how many months"), required=False, least=0, most=MOST_MONTHS,
        help_text=_("Leave this empty for a task that is done once."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, units: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.owners: OwnerField = self.fields["owner"]  # type: ignore[assignment]
        self.owners.fill(units, people)

    def clean(self) -> dict[str, Any]:
        """Refuse a task that comes again without a day."""
        told = super().clean() or self.cleaned_data
        if told.get("repeats_every") and not told.get("due") and "due" not in self.errors:
            self.add_error("due", _("A task that comes again needs a day."))
        return dict(told)

    @property
    def asked(self) -> Asked:
        """What was asked, as the services take it."""
        told = self.cleaned_data
        return Asked(
            title=told["title"],
            owner=self.owners.known[told["owner"]],
            due=told["due"],
            details=told["details"],
            address=told["address"],
            repeats_every=told["repeats_every"] or 0,
        )

    @staticmethod
    def start(task: Task) -> dict[str, Any]:
        """Give what the form shows first."""
        owner = f"person-{task.person_id}" if task.person_id else f"unit-{task.unit_id}"
        plain = {name: getattr(task, name) for name in ("title", "due", "details", "address")}
        return plain | {"owner": owner, "repeats_every": task.repeats_every or None}


class HandInForm(StrictForm, forms.Form):
    """The proof: a sentence, or files, or both. Short, for a telephone."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["files"] = FilesField(purpose=EVIDENCE, required=False, label=_("Photographs or files"))
        self.fields["proof"] = LongTextField(
            label=_("What was done"), required=False, max_length=3_000,
            help_text=_("A sentence, or a photograph alone, is enough."),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        told = super().clean() or self.cleaned_data
        if not self.errors and not told.get("proof") and not told.get("files"):
            self.add_error("proof", _("Write what was done, or attach a file or a photograph."))
        return dict(told)


class HandInForForm(HandInForm):
    """The same, for somebody who handed it in by another way."""

    recorded_for = forms.ModelChoiceField(label=_("Recorded for"), queryset=Person.objects.none())
    received_by = forms.ChoiceField(label=_("Received by"), choices=Channel.choices, widget=forms.RadioSelect)
    day = DateField(label=_("Handed in on"))
    field_order = ("recorded_for", "received_by", "day", "files", "proof")

    def __init__(self, *args: Any, people: Any, day: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["recorded_for"].queryset = people  # type: ignore[attr-defined]
        self.fields["day"].initial = day
        self.order_fields(self.field_order)
        self.today = day

    def clean_day(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError(_("The day has not come yet."))
        return day


class BecauseForm(StrictForm, forms.Form):
    """Why a task goes back, or is not needed any more."""

    because = LongTextField(label=_("Reason"), max_length=500)


class SearchForm(forms.Form):
    """Words, whose, from which room."""

    q = TextField(label=_("Words in the task"), required=False, max_length=100)
    whose = forms.ChoiceField(label=_("Whose"), required=False)
    room = forms.ChoiceField(label=_("From which room"), required=False)
    when = forms.ChoiceField(
        label=_("When"), required=False, choices=[("", _("All")), ("late", _("Late")), ("week", _("Until this Sunday"))]
    )

    def __init__(self, *args: Any, units: Any, rooms: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["whose"].choices = [("", _("All I may see")), ("mine", _("My own")), *units]  # type: ignore[attr-defined]
        self.fields["room"].choices = [("", _("All")), *rooms]  # type: ignore[attr-defined]


class GivenForm(forms.Form):
    """Words and state, for tasks that people gave."""

    q = TextField(label=_("Words in the task"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("State"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["state"].choices = [("", _("All")), *Task._meta.get_field("state").flatchoices]  # type: ignore[attr-defined]
