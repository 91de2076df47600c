"""Finds and loads crosswalks between years, and follows equal meaning across several of them."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from prongsai.ita.catalogue.checking import build_record
from prongsai.ita.catalogue.crosswalk import Crosswalk
from prongsai.ita.catalogue.files import DATA, load_framework
from prongsai.ita.catalogue.problems import catalogue_error, stop
from prongsai.ita.catalogue.rules.crosswalks import check_crosswalk
from prongsai.ita.catalogue.yaml_source import YamlSource, read_yaml_file
from prongsai.ita.thai.refusal import Place

_CROSSWALK_FILE = re.compile(r"crosswalk-([0-9]{4})-([0-9]{4})\.yaml")


def available_crosswalks(folder: Path | None = None) -> tuple[tuple[int, int], ...]:
    """Give the pairs of years between which a crosswalk stands, oldest first."""
    return tuple(sorted(_crosswalk_files(folder)))


def load_crosswalk(from_year: int, to_year: int, folder: Path | None = None) -> Crosswalk:
    """Load the crosswalk from one year to a later one; a file in `folder` stands in for the packaged one.

    Raises CatalogueError where there is none (rule CROSSWALK-FILE), or where it does not fit the catalogues of both
    years: each of their codes must be accounted for exactly once.
    """
    path = _crosswalk_files(folder).get((from_year, to_year))
    if path is None:
        name = f"crosswalk-{from_year}-{to_year}.yaml"
        raise catalogue_error("CROSSWALK-FILE", f"ไม่มีแฟ้มเทียบปี {from_year} กับปี {to_year}", Place(file=name))
    stat = path.stat()
    source, crosswalk = _read(path, stat.st_mtime_ns, stat.st_size)
    problems = check_crosswalk(crosswalk, load_framework(from_year, folder), load_framework(to_year, folder))
    if problems:
        raise stop(problems, source.places, path.name)
    return crosswalk


def follow_same(code: str, from_year: int, to_year: int, folder: Path | None = None) -> str | None:
    """Give the code that has equal meaning in another year, forward or back, through the crosswalks between.

    The way leads only through *same*; None where it ends, or where a crosswalk between the years is missing.
    Codes are `I4`, `O12`, or an indicator's number as text.
    """
    forward = from_year <= to_year
    pairs = {(a if forward else b): (a, b) for a, b in available_crosswalks(folder)}
    year, here = from_year, code
    while year != to_year:
        pair = pairs.get(year)
        if pair is None:
            return None
        crosswalk = load_crosswalk(*pair, folder)
        found = crosswalk.same(here) if forward else crosswalk.same_back(here)
        year = pair[1] if forward else pair[0]
        if found is None or (year > to_year if forward else year < to_year):
            return None
        here = found
    return here


def _crosswalk_files(folder: Path | None) -> dict[tuple[int, int], Path]:
    files: dict[tuple[int, int], Path] = {}
    for place in (DATA, folder):
        if place is not None and place.is_dir():
            for path in place.iterdir():
                if match := _CROSSWALK_FILE.fullmatch(path.name):
                    files[int(match[1]), int(match[2])] = path
    return files


@lru_cache(maxsize=32)
def _read(path: Path, _changed: int, _size: int) -> tuple[YamlSource, Crosswalk]:
    source = read_yaml_file(path)
    return source, build_record(Crosswalk, source.data, source.places, path.name)
