"""What rooms tell about: each room names its kinds in `notice_kinds.py` (`KINDS`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice. `key` is dotted and begins with the room: `data_calls.hand_in`; `title` is an English source.

    `sensitive`: nothing of the matter is kept in a notice or sent; people read “Something new” and open the page.
    `urgent`: sent at once, at night too. `is_done(thing)`: asked while the agency speaks; follow-ups stop by it.
    """

    key: str
    title: str
    sensitive: bool = False
    urgent: bool = False
    is_done: Callable[[int], bool] | None = None


class Kinds:
    """Holds each kind once."""

    def __init__(self, kinds: Iterable[Kind] = ()) -> None:
        self._kinds: dict[str, Kind] = {}
        self.add(*kinds)

    def add(self, *kinds: Kind) -> None:
        """Take kinds. Raises ValueError for a key that is there already, or that names no room."""
        for kind in kinds:
            if "." not in kind.key:
                raise ValueError(f"“{kind.key}” does not say of which room it is.")
            if self._kinds.setdefault(kind.key, kind) != kind:
                raise ValueError(f"Two kinds of notices are called “{kind.key}”.")

    def gather(self) -> None:
        """Read `KINDS` of each installed room."""
        for room in apps.get_app_configs():
            if room.name.startswith("prongsai.") and find_spec(f"{room.name}.notice_kinds"):
                self.add(*import_module(f"{room.name}.notice_kinds").KINDS)

    def get(self, key: str) -> Kind | None:
        """Find a kind; None for one whose room is gone."""
        return self._kinds.get(key)

    def __getitem__(self, key: str) -> Kind:
        """Give a kind. Raises ValueError for one that no room named: a notice of it could not be explained."""
        if kind := self._kinds.get(key):
            return kind
        raise ValueError(f"No room tells about “{key}”.")


kinds = Kinds()
"""The kinds of the installation."""
