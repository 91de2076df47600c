"""Number, day and place of a meeting; its agenda."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import buddhist_year, to_arabic
from prongsai.platform.ui.fields import DateField, LongTextField, TextField, TimeField, WholeNumberField, YearField
from prongsai.platform.ui.rows import RowForm
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.meetings.models import Meeting
from prongsai.registers.meetings.services.calling import CONTENT

_PLACE = re.compile(r"(?P<part>[1-9][0-9]?)(?:\.(?P<position>[1-9][0-9]?))?\.?")


class MeetingForm(StrictForm, forms.Form):
    """What a meeting is called with."""

    number = WholeNumberField(label=_("Number of the meeting"), least=1, most=9_999)
    year = YearField(label=_("Year (B.E.)"))
    day = DateField(label=_("Day of the meeting"))
    starts = TimeField(label=_("Begins at"), required=False, help_text=_("For example 9.30"))
    place = TextField(label=_("Place"), max_length=200, required=False)
    why = LongTextField(
        label=_("Why the meeting is called"), max_length=2_000, required=False,
        help_text=_("The first paragraph of the invitation: begins with “ด้วย” or “ตามที่”."),
    )  # fmt: skip
    letter_number = TextField(
        label=_("Number of the invitation"), max_length=60, required=False, help_text=_("As the registry wrote it.")
    )
    letter_day = DateField(label=_("Day of the invitation"), required=False)
    note_taker = TextField(label=_("Taker of the minutes"), max_length=200, required=False)
    note_taker_post = TextField(label=_("Post of the taker"), max_length=200, required=False)
    checker = TextField(label=_("Checker of the minutes"), max_length=200, required=False)
    checker_post = TextField(label=_("Post of the checker"), max_length=200, required=False)
    backdated_because = TextField(
        label=_("Why it is dated before its order"), max_length=400, required=False,
        help_text=_("Only where the meeting really took place before the order of the group."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, last: Meeting | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if last is not None:
            self.fields["number"].help_text = _("The last one was number %(number)s.") % {"number": last.number_words}

    def clean(self) -> dict[str, Any]:
        """Ask for a number of the year in which the meeting lies."""
        told = super().clean() or self.cleaned_data
        if told.get("day") and told.get("year") and buddhist_year(told["day"]) != told["year"]:
            self.add_error("year", _("The day lies in another year than the number."))
        return dict(told)

    def told(self) -> dict[str, Any]:
        """Give the fields as the service takes them."""
        return {name: self.cleaned_data[name] for name in CONTENT}

    @staticmethod
    def start(meeting: Meeting) -> dict[str, Any]:
        """Give what the form shows first."""
        return {name: getattr(meeting, name) for name in CONTENT}


class AgendaRow(RowForm):
    """An item of the agenda by its number: `4`, `4.1`."""

    main = "title"
    preset = ("item", "is_ita")
    number = TextField(label=_("Item number"), required=False, max_length=8)
    title = TextField(label=_("Subject"), required=False, max_length=400)
    is_ita = forms.ChoiceField(label=_("About ITA"), required=False, choices=[("", "–"), ("1", _("About ITA"))])
    item = WholeNumberField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["position"]
        self.fields["number"].widget.attrs["class"] = "width-4"

    def clean_number(self) -> str:
        """Read the number as it stands on an agenda."""
        text = to_arabic(self.cleaned_data["number"] or "").strip()
        if text and not _PLACE.fullmatch(text):
            raise ValidationError(_("Write the number as 4 or 4.1."))
        return text

    def clean(self) -> dict[str, Any]:
        """Ask for the number of what has a subject."""
        told = super().clean()
        if told.get("title") and not told.get("number") and "number" not in self.errors:
            self.add_error("number", _("Write the number as 4 or 4.1."))
        return told

    def entry(self) -> dict[str, Any]:
        """Give the row as the service takes it."""
        told = super().entry()
        place = _PLACE.fullmatch(told.pop("number"))
        assert place
        return told | {
            "part": int(place["part"]),
            "position": int(place["position"] or 0),
            "is_ita": told["is_ita"] == "1",
        }


class CancelForm(StrictForm, forms.Form):
    """Why a meeting is cancelled."""

    because = TextField(label=_("Why"), max_length=400)
