"""What was found of a service in a paper: the sheet, where it stands, and what a person should look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.papers.service_json import from_json, to_json


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that may have been read wrongly: the rule, the place, in Thai what to look at, the text as it stands.

    Rules: NAME (none was found), TIME (not read, or only part of it), DAYS (วัน read as working days), TOTAL (the
    printed total is another), NONE (only a dash), COUNT (how many papers), AMOUNT (no amount in a fee), PLACE (a table
    or line that belongs to no part), TWICE (the same name twice).
    """

    rule: str
    place: str
    message: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class FoundService:
    """A service of a paper. A doubtful one is shown first."""

    sheet: ServiceSheet
    place: str
    doubts: tuple[Doubt, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        return {
            "sheet": to_json(self.sheet),
            "place": self.place,
            "doubts": [asdict(doubt) for doubt in self.doubts],
        }

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> FoundService:
        """Make it from what `as_json` gave. Refuses SCHEMA."""
        doubts = tuple(Doubt(**doubt) for doubt in told["doubts"])
        return cls(from_json(told["sheet"]), told["place"], doubts)
