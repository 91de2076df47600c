"""Minutes of an item, the end of a meeting, adoption, scans."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import LongTextField, TimeField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.meetings.models import Attendance, Meeting


class MinutesForm(StrictForm, forms.Form):
    """What was said and resolved under an item."""

    also = frozenset({"next"})
    said = LongTextField(
        label=_("What was said, in short"), required=False, help_text=_("A paragraph to a line."), max_length=20_000
    )
    resolution = LongTextField(
        label=_("Resolution of the meeting"), required=False, max_length=4_000,
        help_text=_("As the chair closed the item. Leave it open where nothing was to be resolved."),
    )  # fmt: skip
    left_room = forms.ModelMultipleChoiceField(
        label=_("Left the room, since it was their own matter"),
        queryset=Attendance.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, present: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["left_room"].queryset = present  # type: ignore[attr-defined]
        if not present:
            del self.fields["left_room"]


class HeldForm(StrictForm, forms.Form):
    """From when until when it was held."""

    starts = TimeField(label=_("Began at"))
    ends = TimeField(label=_("Ended at"))


class AdoptForm(StrictForm, forms.Form):
    """At which later meeting, and with which corrections."""

    at = forms.ModelChoiceField(label=_("Adopted at"), queryset=Meeting.objects.none())
    corrections = LongTextField(
        label=_("Corrections on adoption"), required=False, max_length=4_000, help_text=_("Leave it open for none.")
    )

    def __init__(self, *args: Any, later: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["at"].queryset = later  # type: ignore[attr-defined]


class ScanForm(StrictForm, forms.Form):
    """The scan of a signed paper."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["scan"] = FilesField(purpose=EVIDENCE, label=_("Scan of the signed paper"))
