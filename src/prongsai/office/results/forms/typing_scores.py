"""Typing the scores of a year: a box for each that its framework has above questions and items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.catalogue import Framework
from prongsai.ita.scoring import TypedRow
from prongsai.ita.scoring.targets import find_target
from prongsai.ita.thai import Refused
from prongsai.platform.ui.fields import ScoreField, TextField
from prongsai.platform.web.strict_form import StrictForm

PARTS = {"EIT1": _("EIT part 1"), "EIT2": _("EIT part 2")}
MOST_LOST = 60


class ScoresForm(StrictForm, forms.Form):
    """Scores as published. What is left empty is missing, never 0."""

    def __init__(self, *args: Any, framework: Framework, **options: Any) -> None:
        super().__init__(*args, **options)
        self.framework = framework
        for entry in framework.indicators:
            self.fields[f"indicator-{entry.number}"] = ScoreField(label=f"{entry.number} {entry.name}", required=False)
        for name in ("IIT", "EIT", "OIT"):
            self.fields[f"score-{name}"] = ScoreField(label=name, required=False)
        for part, label in PARTS.items():
            self.fields[f"score-{part}"] = ScoreField(label=label, required=False)
        self.fields["score-overall"] = ScoreField(label=_("Overall score"), required=False)
        self.fields["level"] = TextField(
            label=_("Level"), required=False, max_length=40, help_text=_("As it was announced.")
        )
        self.fields["lost"] = TextField(
            label=_("OIT items that were not passed"), required=False, max_length=400,
            help_text=_("Codes with a blank between them, for example o16 o33."),
        )  # fmt: skip

    def clean_lost(self) -> str:
        """Refuse what is no item of the year."""
        typed = str(self.cleaned_data["lost"])
        for code in _codes(typed):
            try:
                target = find_target(self.framework, code)
            except Refused as refused:
                raise forms.ValidationError(refused.message, code=refused.rule) from refused
            if target.kind != "item":
                raise forms.ValidationError(_("“%(code)s” is no OIT item."), params={"code": code})
        return typed

    def rows(self) -> list[TypedRow]:
        """Give what was typed as rows of a score sheet."""
        return [TypedRow(n, what, value) for n, (what, value) in enumerate(self._pairs(), 1)]

    def _pairs(self) -> Iterator[tuple[str, str]]:
        told = self.cleaned_data
        for name, value in told.items():
            kind, _dash, key = name.partition("-")
            if kind in ("indicator", "score") and value is not None:
                yield key, f"{value:f}"
        if told["level"]:
            yield "level", told["level"]
        for code in dict.fromkeys(_codes(told["lost"])):
            yield code, "0"


def _codes(typed: str) -> list[str]:
    return typed.replace(",", " ").split()[:MOST_LOST]
