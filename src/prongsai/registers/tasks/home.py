"""The home page of staff, gathered from all rooms."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse

from prongsai.platform.modules import HomeLine, HomePart, HomeSource, Registry, registry

log = logging.getLogger(__name__)
MOST_OF_THE_WEEK = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """A line and its address, empty where it leads nowhere."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Home:
    """The lines of each part, and the titles of the rooms that could not tell theirs."""

    parts: dict[str, list[Shown]]
    silent: tuple[str, ...]


def home_of(on: date, *, units: frozenset[int] | None, modules: Registry = registry) -> Home:
    """Ask every room for its lines. One broken room silences nobody else, and is named."""
    parts: dict[str, list[tuple[int, Shown]]] = {part.value: [] for part in HomePart}
    silent: list[str] = []
    for title, source in _sources(modules):
        told = _told(source, on, units)
        if told is None:
            silent.append(title)
        else:
            parts[source.part.value] += told
    ordered = {part: [shown for _, shown in sorted(lines, key=lambda line: line[0])] for part, lines in parts.items()}
    return Home(ordered, tuple(dict.fromkeys(silent)))


def _sources(modules: Registry) -> Iterator[tuple[str, HomeSource]]:
    return ((module.title, source) for module in modules for source in module.home)


def _told(source: HomeSource, on: date, units: frozenset[int] | None) -> list[tuple[int, Shown]] | None:
    try:
        with transaction.atomic():
            lines = list(source.lines(on, units=units))
        return [(line.order, Shown(line.words, _address(line))) for line in lines]
    except Exception:
        log.exception("home source %s failed", source.key)
        return None


def _address(line: HomeLine) -> str:
    return reverse(line.url_name, kwargs=dict(line.arguments) or None) if line.url_name else ""
