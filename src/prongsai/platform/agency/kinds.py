"""Kinds of public agencies as data (`data/kinds.yaml`): names, usual titles of the leading posts, usual units.

Titles and units are suggestions; an office's own stand in its rows.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from django.utils.translation import get_language
from pydantic import BaseModel, ConfigDict

from prongsai.ita.thai import compact
from prongsai.platform.agency.models import Standing


class Kind(BaseModel):
    """A kind of agency. Empty titles and units: they differ too much to suggest any."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    thai: str
    english: str
    source: str
    confidence: Literal["high", "medium", "low"]
    short: str = ""
    executive: str = ""
    approver: str = ""
    heads: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.thai if (get_language() or "th").startswith("th") else self.english

    def usual_standing(self, title: str) -> Standing:
        """Guess from its title how a post stands in the line of approval; a person looks at the guess."""
        key = compact(title)
        if self.executive and key in self._spellings(self.executive):
            return Standing.EXECUTIVE
        if self.approver and key in self._spellings(self.approver):
            return Standing.APPROVER
        heads = any(key.startswith(compact(head)) for head in self.heads)
        return Standing.HEAD if heads else Standing.STAFF

    def _spellings(self, title: str) -> set[str]:
        """Give a title in full and as offices shorten it: `นายกองค์การบริหารส่วนตำบล`, `นายก อบต.`."""
        shortened = title.replace(self.thai, self.short) if self.short else title
        return {compact(title), compact(shortened)}


@cache
def kinds() -> dict[str, Kind]:
    """Give all kinds by key, in their order."""
    told = files("prongsai.platform.agency").joinpath("data/kinds.yaml").read_text(encoding="utf-8")
    return {kind.key: kind for kind in (Kind(**entry) for entry in yaml.safe_load(told)["kinds"])}


def kind_of(key: str) -> Kind:
    """Give a kind; for a key that is not known (any more) the one that suggests nothing."""
    return kinds().get(key, kinds()["other"])
