"""What is asked of the simulator."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.findings.simulating import Wishes
from prongsai.platform.ui.fields import ScoreField
from prongsai.platform.web.strict_form import StrictForm

CHANGES = 3


class SimulatorForm(StrictForm, forms.Form):
    """Up to three scores changed, a goal, a level. Sent by GET: an answer has an address that can be shared."""

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], levels: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", "–"), *places]
        for n in range(1, CHANGES + 1):
            self.fields[f"place{n}"] = forms.ChoiceField(
                label=_("Place %(n)s") % {"n": n}, choices=choices, required=False
            )
            self.fields[f"score{n}"] = ScoreField(label=_("New score %(n)s") % {"n": n}, required=False)
        self.fields["goal"] = ScoreField(
            label=_("Least overall score wanted"), required=False,
            help_text=_("The fewest and the smallest changes that reach it are sought."),
        )  # fmt: skip
        named = [("", "–"), *((name, name) for name in levels)]
        self.fields["level"] = forms.ChoiceField(label=_("Level wanted"), choices=named, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for both parts of a change, and for each place once."""
        told = dict(super().clean() or self.cleaned_data)
        seen: set[str] = set()
        for n in range(1, CHANGES + 1):
            place, score = told.get(f"place{n}"), told.get(f"score{n}")
            if place and score is None and f"score{n}" not in self.errors:
                self.add_error(f"score{n}", _("Write the new score too."))
            if score is not None and not place:
                self.add_error(f"place{n}", _("Choose the place too."))
            if place and place in seen:
                self.add_error(f"place{n}", _("This place stands above already."))
            seen.add(place or "")
        return told

    @property
    def wishes(self) -> Wishes:
        """What is asked."""
        told = self.cleaned_data
        changes: dict[str, Decimal] = {
            told[f"place{n}"]: told[f"score{n}"] for n in range(1, CHANGES + 1) if told[f"place{n}"]
        }
        return Wishes(changes, told["goal"], told["level"])
