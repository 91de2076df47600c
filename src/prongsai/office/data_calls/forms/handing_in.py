"""Handing in: short, for a telephone; and the same for somebody who sent it another way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.data_calls.doubts import doubts_of
from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.services import Brought
from prongsai.platform.agency.models import Person
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, NumberField, WebAddressField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.tasks.services import Channel

MOST = Decimal(10) ** 12
FIGURE = "figure"


class HandInForm(StrictForm, forms.Form):
    """Files, the numbers that were asked for, words, a link; or that there is nothing to report.

    What is doubtful (`doubts`) is asked once: `sure` then says that it is meant so.
    """

    also: ClassVar[frozenset[str]] = frozenset({"sure"})

    def __init__(self, *args: Any, item: CalledItem, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.item, self.today = item, today
        self.doubts: list[str] = []
        self.fields["files"] = FilesField(purpose=EVIDENCE, required=False, label=_("Photographs or files"))
        for number, words in enumerate(item.figures):
            self.fields[f"{FIGURE}{number}"] = NumberField(
                label=words,
                required=not self.data.get("nothing"),  # numbers come together; a zero is written, not left out
                least=0,
                most=MOST,
                error_messages={"required": _("Write the number; 0 where there is none.")},
            )
        self.fields["words"] = LongTextField(label=_("Words with it"), required=False, max_length=3_000)
        self.fields["link"] = WebAddressField(label=_("Address of a page"), required=False)
        self.fields["happened"] = DateField(
            label=_("Happened on"), required=False, help_text=_("Where it is about something of one day.")
        )
        self.fields["nothing"] = forms.BooleanField(label=_("There is nothing to report"), required=False)

    @property
    def figures(self) -> list[forms.BoundField]:
        """The boxes for numbers."""
        return [self[name] for name in self.fields if name.startswith(FIGURE)]

    def clean_happened(self) -> date | None:
        """Refuse a day that has not come."""
        return _past(self.cleaned_data["happened"], self.today)

    def clean(self) -> dict[str, Any]:
        """Ask for something; ask again about what is doubtful."""
        told = dict(super().clean() or self.cleaned_data)
        if self.errors:
            return told
        if self.brought.is_empty:
            self.add_error(None, _("Attach a file or a photograph, or write something."))
        if told.get("nothing") and (told.get("files") or told.get("link") or self._given(told)):
            self.add_error("nothing", _("There is something beside it. Take this mark out, or the rest."))
        if not self.errors:
            self._ask_again(told)
        return told

    @property
    def brought(self) -> Brought:
        """What came, as the services take it."""
        told = self.cleaned_data
        figures = {self.item.figures[n]: value for n, value in enumerate(self._values(told)) if value is not None}
        return Brought(
            files=told.get("files") or (),
            words=told.get("words") or "",
            link=told.get("link") or "",
            figures=figures,
            nothing=bool(told.get("nothing")),
            happened=told.get("happened"),
        )

    def _values(self, told: dict[str, Any]) -> list[Decimal | None]:
        return [told.get(f"{FIGURE}{number}") for number in range(len(self.item.figures))]

    def _given(self, told: dict[str, Any]) -> bool:
        return any(value is not None for value in self._values(told))

    def _ask_again(self, told: dict[str, Any]) -> None:
        self.doubts = doubts_of(self.item, told.get("files") or (), told.get("happened"))
        if not self.doubts:
            return
        self.fields["sure"] = forms.BooleanField(label=_("Yes, it is meant so"), required=False)
        if self.data.get("sure"):
            return
        again = _("Look again, and press once more. Files must be chosen again.")
        for words in (*self.doubts, again):
            self.add_error(None, str(words))


class HandInForForm(HandInForm):
    """The same, for somebody who handed it in by another way."""

    received_by = forms.ChoiceField(label=_("Received by"), choices=Channel.choices, widget=forms.RadioSelect)
    received = DateField(label=_("Received here on"))

    def __init__(self, *args: Any, people: Any, start: Person | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["recorded_for"] = forms.ModelChoiceField(label=_("Recorded for"), queryset=people, initial=start)
        self.fields["received"].initial = self.today
        self.order_fields(("recorded_for", "received_by", "received"))

    def clean_received(self) -> date | None:
        """Refuse a day that has not come."""
        return _past(self.cleaned_data["received"], self.today)


def _past(day: date | None, today: date) -> date | None:
    if day and day > today:
        raise forms.ValidationError(_("This day has not come yet."))
    return day
