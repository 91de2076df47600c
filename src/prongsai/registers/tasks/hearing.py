"""Asking every room: one that breaks, even in the database, silences nobody else and is named."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import transaction

log = logging.getLogger(__name__)
Source = TypeVar("Source")
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Heard(Generic[Source, Told]):
    """What rooms said: room (its title), source and answer; and the titles of the rooms that broke."""

    answers: tuple[tuple[str, Source, Told], ...]
    silent: tuple[str, ...] = ()


def hear(sources: Iterable[tuple[str, Source]], ask: Callable[[Source], Told]) -> Heard[Source, Told]:
    """Ask each source. `sources` pair the title of a room with a source; `ask` reads and changes nothing.

    All are asked inside one savepoint. Only where one breaks are they asked again, each in a savepoint of its own: a
    savepoint for every source would double what a page asks of the database, for a case that hardly ever comes.
    """
    listed = list(sources)
    try:
        with transaction.atomic():
            return Heard(tuple((title, source, ask(source)) for title, source in listed))
    except Exception:
        log.exception("a room failed: all are asked again, one by one")
        return _one_by_one(listed, ask)


def _one_by_one(sources: list[tuple[str, Source]], ask: Callable[[Source], Told]) -> Heard[Source, Told]:
    answers: list[tuple[str, Source, Told]] = []
    silent: list[str] = []
    for title, source in sources:
        try:
            with transaction.atomic():
                answers.append((title, source, ask(source)))
        except Exception:
            log.exception("%s failed", type(source).__name__)
            silent.append(title)
    return Heard(tuple(answers), tuple(dict.fromkeys(silent)))
