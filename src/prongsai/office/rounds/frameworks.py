"""Frameworks of the years as this installation knows them: its own folder first, then the packaged ones."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from django.conf import settings

from prongsai.ita.catalogue import (
    Crosswalk,
    Framework,
    available_crosswalks,
    available_years,
    follow_same,
    framework_for,
    load_crosswalk,
    load_framework,
    open_draft,
    to_yaml,
)
from prongsai.ita.scoring import Presumption, presume_from


def known_years() -> tuple[int, ...]:
    """Give the years that have a framework of their own, oldest first."""
    return available_years(settings.CATALOGUE_FOLDER)


def framework_of(year: int) -> Framework:
    """Give the framework of a year, or a draft of it (`is_draft`)."""
    return framework_for(year, settings.CATALOGUE_FOLDER)


def framework_with_codes_of(year: int, codes_year: int) -> Framework:
    """Give the framework that a round works on: of its year, or a draft for as long as it keeps to older codes.

    The days of the year are taken from its own framework as soon as that is out.
    """
    if year == codes_year:
        return framework_of(year)
    drafted = open_draft(year, settings.CATALOGUE_FOLDER, base=codes_year)
    return drafted.model_copy(update={"calendar": framework_of(year).calendar})


def same_code(code: str, from_year: int, to_year: int) -> str | None:
    """Give the code of equal meaning in another year."""
    return follow_same(code, from_year, to_year, settings.CATALOGUE_FOLDER)


def crosswalk_between(from_year: int, to_year: int) -> Crosswalk | None:
    """Give the crosswalk from one year to a later one; None where there is none."""
    pairs = available_crosswalks(settings.CATALOGUE_FOLDER)
    return load_crosswalk(from_year, to_year, settings.CATALOGUE_FOLDER) if (from_year, to_year) in pairs else None


def year_before(year: int) -> int | None:
    """Give the year with which a crosswalk compares a year; None where no crosswalk leads to it."""
    found = [first for first, second in available_crosswalks(settings.CATALOGUE_FOLDER) if second == year]
    return max(found, default=None)


def presumption() -> Presumption:
    """Give the newest established rules and weights, for years that have none of their own."""
    return _presumed(known_years())


@lru_cache(maxsize=4)
def _presumed(years: tuple[int, ...]) -> Presumption:
    return presume_from(load_framework(year, settings.CATALOGUE_FOLDER) for year in years)


def mark_of(framework: Framework) -> str:
    """Give a mark of everything a framework says: another mark means that a fact was changed.

    Writing it out takes a while, so the mark of a framework is remembered for as long as the loader gives the same one.
    """
    known, mark = _MARKS.get(framework.year, (None, ""))
    if known is not framework:
        mark = hashlib.sha256(to_yaml(framework).encode()).hexdigest()
        _MARKS[framework.year] = (framework, mark)
    return mark


_MARKS: dict[int, tuple[Framework, str]] = {}
