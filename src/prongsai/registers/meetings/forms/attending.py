"""Who came to a meeting, row by row."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import TextField, WholeNumberField
from prongsai.platform.ui.rows import RowForm
from prongsai.registers.meetings.models import Presence


class AttendanceRow(RowForm):
    """A member, whose name stands, or a guest, whose name is typed."""

    main = "name"
    preset = ("attendance", "presence", "note", "post")
    name = TextField(label=_("Name"), required=False, max_length=200)
    post = TextField(label=_("Post"), required=False, max_length=200)
    presence = forms.ChoiceField(label=_("Presence"), required=False, choices=Presence.choices)
    note = TextField(label=_("Why away, or by whom represented"), required=False, max_length=200)
    attendance = WholeNumberField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["position"]
        if self.initial.get("is_member"):
            for name in ("name", "post"):
                self.fields[name].disabled = True
