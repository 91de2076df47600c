"""Finds and loads the catalogue of a year: the packaged file, or the user's own in a folder that overrides it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from prongsai.ita.catalogue.checking import build_record
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.problems import Problem, catalogue_error, stop
from prongsai.ita.catalogue.rules import check_framework
from prongsai.ita.catalogue.topics import load_topics
from prongsai.ita.catalogue.yaml_source import YamlSource, read_yaml, read_yaml_file
from prongsai.ita.thai.refusal import Place

DATA = Path(__file__).parent / "data"

_YEAR_FILE = re.compile(r"(25[0-9]{2}|26[0-9]{2})\.yaml")


def available_years(folder: Path | None = None) -> tuple[int, ...]:
    """Give the Buddhist-era years that have a file, packaged or in `folder`, oldest first."""
    return tuple(sorted(_year_files(folder)))


def load_framework(year: int, folder: Path | None = None) -> Framework:
    """Load the catalogue of a fiscal year. A file of the year in `folder` stands in for the packaged one.

    Raises CatalogueError where the year has no file (rule YEAR-FILE) or the file is bad: nothing is skipped.
    """
    path = _year_files(folder).get(year)
    if path is None:
        raise catalogue_error("YEAR-FILE", f"ไม่มีแฟ้มกรอบการประเมินของปี {year}", Place(file=f"{year}.yaml"))
    stat = path.stat()
    return _load(path, stat.st_mtime_ns, stat.st_size)


def from_yaml(text: str, file: str | None = None) -> Framework:
    """Read a framework from the text of a catalogue file. Raises CatalogueError naming `file`, line and rule."""
    return _checked(read_yaml(text, file))


def _year_files(folder: Path | None) -> dict[int, Path]:
    files: dict[int, Path] = {}
    for place in (DATA, folder):
        if place is not None and place.is_dir():
            for path in place.iterdir():
                if match := _YEAR_FILE.fullmatch(path.name):
                    files[int(match[1])] = path
    return files


@lru_cache(maxsize=64)
def _load(path: Path, _changed: int, _size: int) -> Framework:
    source = read_yaml_file(path)
    framework = _checked(source)
    if f"{framework.year}.yaml" != path.name:
        problem = Problem("YEAR", f"แฟ้มเป็นของปี {framework.year} แต่ชื่อแฟ้มคือ {path.name}", ("year",))
        raise stop([problem], source.places, path.name)
    return framework


def _checked(source: YamlSource) -> Framework:
    framework = build_record(Framework, source.data, source.places, source.file)
    problems = check_framework(framework, load_topics())
    if problems:
        raise stop(problems, source.places, source.file)
    return framework
