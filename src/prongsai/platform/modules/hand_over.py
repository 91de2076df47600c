"""What somebody who leaves has open: each room tells its own, and takes the successor's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class OpenThing:
    """One thing a person is answerable for. `key` names it within its source; `url_name` and `arguments` lead to it."""

    key: str
    title: str
    url_name: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)


class HandOverSource(Protocol):
    """A room whose things are in the hands of people. `key` names it once in the whole installation.

    `title` says what its things are called, in English, translated when shown. Both methods are called while the agency
    speaks; `hand_over` inside the transaction in which the person leaves, and writes the room's own audit line.
    """

    key: str
    title: str

    def open_things(self, person: int) -> Iterable[OpenThing]:
        """Give what is open in the hands of a person (its id)."""
        ...

    def hand_over(self, thing: str, *, to: int, actor: str) -> None:
        """Put a thing, by its key, into the hands of another person."""
        ...
