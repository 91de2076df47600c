"""Frameworks of the years, with the agency's own folder before the packaged ones."""

from __future__ import annotations

from functools import lru_cache

from prongsai.config.environment import read_environment
from prongsai.ita.catalogue import Framework, available_years, follow_same, framework_for, load_framework
from prongsai.ita.scoring import Presumption, presume_from


def framework_of(year: int) -> Framework:
    """Give the framework of a year: the agency's own file, the packaged one, or a draft on the newest."""
    return framework_for(year, folder=read_environment().catalogue_folder)


def same_code(code: str, from_year: int, to_year: int) -> str | None:
    """Give the code of equal meaning in another year, by the agency's own crosswalks or the packaged ones."""
    return follow_same(code, from_year, to_year, read_environment().catalogue_folder)


@lru_cache(maxsize=1)
def presumption() -> Presumption:
    """Give the newest established rules and weights, for years that have none of their own."""
    folder = read_environment().catalogue_folder
    return presume_from(load_framework(year, folder) for year in available_years(folder))


def years() -> tuple[int, ...]:
    """Give the years that have a catalogue of their own."""
    return available_years(read_environment().catalogue_folder)
