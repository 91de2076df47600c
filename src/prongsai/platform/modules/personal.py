"""Personal data: what for, on what ground, how long, and who removes it.

Source: Personal Data Protection Act B.E. 2562, sections 23 (notice), 37 (deletion), 39 (list of processing).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class PersonalRecord:
    """Personal data of one model.

    `model` is `app.Model`; `fields` name what is personal; `period` is counted as `remove` says. `remove(now)` deletes
    or blanks, for the agency that speaks, what is past its period and gives how many rows; None where an official
    decision must come first (archive law), which `until` then says in words.
    """

    model: str
    fields: tuple[str, ...]
    purpose: str
    ground: str
    until: str
    period: timedelta | None = None
    remove: Callable[[datetime], int] | None = None


@dataclass(frozen=True, slots=True)
class NoPersonalData:
    """Says of a model that it holds no personal data, and why one may think so."""

    model: str
    because: str
