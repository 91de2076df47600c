"""How a measure stands."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.evidence.models import Standing
from prongsai.office.evidence.services import Stands
from prongsai.office.evidence.services.standing import kind_of
from prongsai.platform.ui.fields import DateField, LongTextField
from prongsai.platform.web.strict_form import StrictForm

KINDS = [
    ("none", _("Still running")),
    ("in-force", _("In force (with accepted proof)")),
    ("completed", _("Completed (with accepted proof)")),
    ("stopped", _("Stopped (with a reason)")),
]


class StandingForm(StrictForm, forms.Form):
    """Complete, in force or stopped, since when; and what came of it."""

    stands = forms.ChoiceField(label=_("How it stands"), choices=KINDS, widget=forms.RadioSelect)
    day = DateField(label=_("Since which day"), required=False)
    because = LongTextField(label=_("Reason"), required=False, max_length=500, help_text=_("Where it is stopped."))
    outcome = LongTextField(
        label=_("What came of it"), required=False, max_length=3_000,
        help_text=_("What came of it for people or for the work; not what was done."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Ask for the day, and for a reason where it is stopped; refuse a day that has not come."""
        told = super().clean() or self.cleaned_data
        stands, day = told.get("stands"), told.get("day")
        if stands not in (None, "none") and day is None and "day" not in self.errors:
            self.add_error("day", _("Since which day?"))
        if day and day > self.today:
            self.add_error("day", _("The day has not come yet."))
        if stands == "stopped" and not told.get("because") and "because" not in self.errors:
            self.add_error("because", _("A measure is stopped for a reason: write it down."))
        return dict(told)

    @property
    def told(self) -> Stands:
        """What was said, as the services take it."""
        told = self.cleaned_data
        kind, day = told["stands"], told["day"]
        return Stands(
            completed=day if kind == "completed" else None,
            in_force=day if kind == "in-force" else None,
            stopped=day if kind == "stopped" else None,
            stopped_because=told["because"] if kind == "stopped" else "",
            outcome=told["outcome"],
        )

    @staticmethod
    def start(standing: Standing | None) -> dict[str, Any]:
        """Give what the form shows first."""
        if standing is None:
            return {"stands": "none"}
        day = standing.completed or standing.in_force or standing.stopped
        return {
            "stands": kind_of(standing),
            "day": day,
            "because": standing.stopped_because,
            "outcome": standing.outcome,
        }
