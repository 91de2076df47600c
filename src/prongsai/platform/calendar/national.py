"""National holidays, as far as they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from importlib.resources import files

import holidays
import yaml


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which offices are closed."""

    day: date
    name: str
    source: str

    def is_estimate(self, today: date) -> bool:
        """Say whether its year has not begun: substitutes and special days are announced year by year."""
        return self.day.year > today.year


@cache
def national_holidays(year: int) -> tuple[Holiday, ...]:
    """List the holidays of offices in a Gregorian year, by day."""
    found = holidays.country_holidays("TH", years=[year], language="th", categories=("public",))
    source = f"python-holidays {version('holidays')}"
    kept = ((day, "; ".join(part for part in _parts(name) if not _works(part))) for day, name in sorted(found.items()))
    return tuple(Holiday(day, name, source) for day, name in kept if name)


def _parts(names: str) -> list[str]:
    return [part.strip() for part in names.split(";")]


def _works(name: str) -> bool:
    """Say whether offices work on a day of this name, or on the day given in its place."""
    return name.removeprefix("ชดเชย") in _working_names()


@cache
def _working_names() -> frozenset[str]:
    told = files("prongsai.platform.calendar").joinpath("data/national.yaml").read_text(encoding="utf-8")
    return frozenset(entry["name"] for entry in yaml.safe_load(told)["offices_work_on"])
