"""What later rooms add to the papers of a year, so that this room names none of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from prongsai.office.rounds.models import Round

Fields = Mapping[str, Any]


def nothing(_found: Round, _day: date) -> Fields:
    """Add nothing."""
    return {}


@dataclass(frozen=True, slots=True)
class PaperPart:
    """What one room knows of a round on a day: fields of `compose.Briefing` and of `compose.MeetingAgenda` by name."""

    key: str
    briefing: Callable[[Round, date], Fields] = nothing
    meeting: Callable[[Round, date], Fields] = nothing


@dataclass
class PaperParts:
    """The registry, filled by each room when it starts."""

    known: dict[str, PaperPart] = field(default_factory=dict)

    def register(self, part: PaperPart) -> None:
        """Add a room's part. Refuses (ValueError) a second one of a key."""
        if part.key in self.known:
            raise ValueError(f"two parts of the papers of a year are called {part.key}")
        self.known[part.key] = part

    def of_briefing(self, found: Round, day: date) -> dict[str, Any]:
        """Give what all rooms know for the briefing pack; of two that fill one field the later room's holds."""
        return {name: told for part in self.known.values() for name, told in part.briefing(found, day).items()}

    def of_meeting(self, found: Round, day: date) -> dict[str, Any]:
        """Give what all rooms know for the page of the meeting; rows of one field are put after each other."""
        told: dict[str, Any] = {}
        for part in self.known.values():
            for name, rows in part.meeting(found, day).items():
                told[name] = (*told.get(name, ()), *rows)
        return told


paper_parts = PaperParts()
"""The registry of the installation."""
