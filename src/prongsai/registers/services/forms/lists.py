"""Parts of a service that are lists: a row to an entry, without scripts. A row without its main text goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import MoneyField, TextField, WholeNumberField
from prongsai.platform.ui.rows import BesideRows, RowForm, RowForms, rows_for

TIME_UNITS = (("", "–"), ("minutes", _("minutes")), ("hours", _("hours")), ("working_days", _("working days")))


class StepRow(RowForm):
    """A step."""

    main = "title"
    title = TextField(label=_("Step"), required=False, max_length=300)
    time_value = WholeNumberField(label=_("Time, at most"), required=False, least=1, most=9_999)
    time_unit = forms.ChoiceField(label=_("Counted in"), required=False, choices=TIME_UNITS)
    unit = TextField(label=_("Responsible"), required=False, max_length=200)
    place = TextField(label=_("Point of service"), required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """Ask for both the number and the unit of a time, or neither."""
        told = super().clean()
        if told.get("title") and bool(told.get("time_value")) != bool(told.get("time_unit")) and not self.errors:
            self.add_error("time_value", _("Give both the number and what it counts."))
        return told

    def entry(self) -> dict[str, Any]:
        """Give the row as the sheet stores it."""
        told = super().entry()
        value, unit = told.pop("time_value"), told.pop("time_unit")
        return told | {"time": {"value": value, "unit": unit} if value else None}


class DocumentRow(RowForm):
    """A paper to bring."""

    main = "name"
    preset = ("originals", "copies")
    name = TextField(label=_("Paper"), required=False, max_length=300)
    originals = WholeNumberField(label=_("Originals"), required=False, most=99)
    copies = WholeNumberField(label=_("Copies"), required=False, most=99)
    issuer = TextField(label=_("Issued by"), required=False, max_length=200)
    note = TextField(label=_("Remark"), required=False, max_length=300)

    def entry(self) -> dict[str, Any]:
        """Give the row as the sheet stores it."""
        told = super().entry()
        return told | {"originals": told["originals"] or 0, "copies": told["copies"] or 0}


class FeeRow(RowForm):
    """A fee."""

    main = "item"
    item = TextField(label=_("What is paid for"), required=False, max_length=300)
    amount = MoneyField(label=_("Amount (baht)"), required=False)
    note = TextField(label=_("Rate or remark"), required=False, max_length=300)

    def entry(self) -> dict[str, Any]:
        """Give the row as the sheet stores it."""
        told = super().entry()
        amount: Decimal | None = told["amount"]
        return told | {"amount": None if amount is None else str(amount)}


class ChannelRow(RowForm):
    """A channel."""

    main = "name"
    name = TextField(label=_("Channel"), required=False, max_length=200)
    place = TextField(label=_("Place or address"), required=False, max_length=300)
    days = TextField(label=_("Days"), required=False, max_length=100)
    hours = TextField(label=_("Hours"), required=False, max_length=100)
    contact = TextField(label=_("Contact"), required=False, max_length=200)


class DiscretionRow(RowForm):
    """A point of discretion."""

    main = "point"
    point = TextField(label=_("Where an officer decides"), required=False, max_length=300)
    criterion = TextField(label=_("By which criterion"), required=False, max_length=500)


class _PartForm(BesideRows):
    """The tick that there is none, beside the mark of what was seen."""

    def __init__(self, *args: Any, none: str = "", label: Any = "", **options: Any) -> None:
        super().__init__(*args, **options)
        if none:
            self.fields["none"] = forms.BooleanField(label=label, required=False)


@dataclass(frozen=True, slots=True)
class ListPart:
    """A part that is a list: its key in the sheet, title, row, and the words of the tick that says none."""

    key: str
    title: Any
    row: type[RowForm]
    none_label: Any = ""
    hint: Any = ""

    def forms(
        self, sent: QueryDict | None, entries: Sequence[Mapping[str, Any]], *, none: bool, seen: str
    ) -> PartForms:
        """Give the forms of this part, filled with what stands or with what was sent."""
        beside = _PartForm(
            sent, initial={"seen": seen, "none": none}, none=str(self.none_label and self.key), label=self.none_label
        )
        return PartForms(beside, rows_for(self.row, sent, [_shown(entry) for entry in entries]), self)


@dataclass(frozen=True, slots=True)
class PartForms(RowForms):
    """The forms of one part on the page."""

    part: ListPart

    def is_valid(self) -> bool:
        """Say whether all rows can be stored; a tick for none beside rows cannot."""
        if not RowForms.is_valid(self):
            return False
        if self.none and self.entries():
            self.beside.add_error(
                "none", ValidationError(_("Something is written here. Take it away, or take away the tick."))
            )
            return False
        return True

    @property
    def none(self) -> bool:
        """Whether the tick says that there is none."""
        return bool(self.beside.cleaned_data.get("none"))


def _shown(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Give an entry of the sheet as the boxes show it."""
    shown = dict(entry)
    if "time" in shown:
        time = shown.pop("time") or {}
        shown |= {"time_value": time.get("value"), "time_unit": time.get("unit", "")}
    if shown.get("amount") is not None:
        shown["amount"] = Decimal(shown["amount"])
    return shown


_IN_ORDER = _("In the order in which they are done. The time is the longest it may take.")
PARTS = {
    part.key: part
    for part in (
        ListPart("steps", _("Steps of the service"), StepRow, hint=_IN_ORDER),
        ListPart("documents", _("Papers to bring"), DocumentRow, _("No paper is needed")),
        ListPart("fees", _("Fees"), FeeRow, _("There is no fee")),
        ListPart("channels", _("Channels"), ChannelRow, hint=_("Every way to hand in, with days and hours.")),
        ListPart(
            "discretion", _("Points of discretion"), DiscretionRow, _("Nothing is left to discretion"),
            _("Where an officer may decide one way or the other, and by what."),
        ),
    )
}  # fmt: skip
