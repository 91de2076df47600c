"""What was done in a turn: short, for a telephone."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.evidence.services import Reported
from prongsai.platform.agency.models import Person
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField, WebAddressField, WholeNumberField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.tasks.services import Channel

PAIRS = (1, 2, 3)
MOST = 100_000_000


class TurnForm(StrictForm, forms.Form):
    """A photograph or a file, a sentence; and for who has them day, counts, number of the document, address."""

    also: ClassVar[frozenset[str]] = frozenset({"deed"})
    first: ClassVar[tuple[str, ...]] = ("files", "result")

    def __init__(self, *args: Any, day: date, needed: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today, self.needed = day, needed
        self.fields["files"] = FilesField(purpose=EVIDENCE, required=False, label=_("Photographs or files"))
        self.fields["result"] = LongTextField(
            label=_("What was done"), required=False, max_length=3_000,
            help_text=_("For example: explained the manual to 45 people at 5 points."),
        )  # fmt: skip
        self.fields["happened"] = DateField(label=_("Done on"), required=False, initial=day)
        for n in PAIRS:
            self.fields[f"figure_{n}"] = TextField(
                label=_("What was counted (%(n)s)") % {"n": n}, required=False, max_length=80
            )
            self.fields[f"count_{n}"] = WholeNumberField(
                label=_("How many (%(n)s)") % {"n": n}, required=False, least=0, most=MOST
            )
        self.fields["document_number"] = TextField(label=_("Number of the document"), required=False, max_length=80)
        self.fields["link"] = WebAddressField(label=_("Address of a page"), required=False)

    def clean_happened(self) -> date:
        """Take today where nothing is said; refuse a day that has not come."""
        day: date = self.cleaned_data["happened"] or self.today
        if day > self.today:
            raise forms.ValidationError(_("The day has not come yet."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for a sentence or a file, and for both halves of a count."""
        told = super().clean() or self.cleaned_data
        for n in PAIRS:
            name, count = told.get(f"figure_{n}"), told.get(f"count_{n}")
            if name and count is None and f"count_{n}" not in self.errors:
                self.add_error(f"count_{n}", _("How many? Write the number, or empty what was counted."))
            if count is not None and not name:
                self.add_error(f"figure_{n}", _("What was counted? Write it, or empty the number."))
        if self.needed and not self.errors and not told.get("result") and not told.get("files"):
            self.add_error("result", _("Write what was done, or attach a file or a photograph."))
        return dict(told)

    @property
    def reported(self) -> Reported:
        """What was told, as the services take it."""
        told = self.cleaned_data
        named = {told[f"figure_{n}"]: told[f"count_{n}"] for n in PAIRS if told.get(f"figure_{n}")}
        channel = told.get("received_by")
        return Reported(
            result=told["result"],
            figures=named,
            happened=told["happened"],
            files=told["files"],
            link=told["link"],
            document_number=told["document_number"],
            recorded_for=told.get("recorded_for"),
            received_by=Channel(channel) if channel else None,
        )

    @property
    def foremost(self) -> list[forms.BoundField]:
        """The boxes that everybody fills."""
        return [self[name] for name in self.fields if name in self.first]

    @property
    def further(self) -> list[forms.BoundField]:
        """The boxes for who has more to tell."""
        return [self[name] for name in self.fields if name not in self.first]

    @property
    def has_further_errors(self) -> bool:
        """Whether one of the further boxes was refused."""
        return any(field.errors for field in self.further)


class RecordForForm(TurnForm):
    """The same, for somebody who told it by another way."""

    first: ClassVar[tuple[str, ...]] = ("recorded_for", "received_by", "happened", "files", "result")
    recorded_for = forms.ModelChoiceField(label=_("Recorded for"), queryset=Person.objects.none())
    received_by = forms.ChoiceField(label=_("Received by"), choices=Channel.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["recorded_for"].queryset = people  # type: ignore[attr-defined]
        self.order_fields(self.first)
