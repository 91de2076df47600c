"""The days of a milestone."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from prongsai.office.rounds.forms.seen import SeenForm
from prongsai.platform.ui.fields import DateField, TextField


class DaysForm(SeenForm):
    """First and last day, and where they were read."""

    start = DateField(label=_("First day"), required=False)
    end = DateField(label=_("Last day"), required=False)
    source = TextField(
        label=_("Where it was read"), required=False, max_length=300,
        help_text=_(
            "For example number and day of the official letter. Without it the days are shown as not confirmed."
        ),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Ask for a day, and for days in order."""
        told = dict(super().clean() or self.cleaned_data)
        start, end = told.get("start"), told.get("end")
        if not self.errors and start is None and end is None:
            self.add_error("start", _("Write the first day, the last day, or both."))
        if start and end and end < start:
            self.add_error("end", _("The last day lies before the first day."))
        return told
