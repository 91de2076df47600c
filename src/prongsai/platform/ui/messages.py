"""What a room says in English, and what of it its catalogue says in Thai."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

LATER = {"gettext_lazy": None, "gettext_noop": None, "ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2)}
KEYWORDS = DEFAULT_KEYWORDS | LATER
Key = str | tuple[str, ...]
"""A message; with its context before it where it has one: `(context, message)`."""


def source_messages(room: Path) -> set[Key]:
    """Collect every message that the templates and the Python files of a room say in English."""
    found: set[Key] = set()
    for text in _texts(room):
        for _line, message, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
            first = message[0] if isinstance(message, tuple) else message
            found.add((context, first) if context else first)
    return found


def translated(room: Path) -> dict[Key, str]:
    """Give what the room's catalogue says in Thai: the message, with its context, and its Thai words."""
    path = room / "locale" / "th" / "LC_MESSAGES" / "django.po"
    if not path.is_file():
        return {}
    said: dict[Key, str] = {}
    for message in read_po(io.BytesIO(path.read_bytes())):
        first, words = _singular(message.id), _singular(message.string)
        if first and words and not message.fuzzy:
            said[(message.context, first) if message.context else first] = words
    return said


def _singular(words: str | Sequence[str] | None) -> str:
    return words if isinstance(words, str) else words[0] if words else ""


def _texts(room: Path) -> Iterator[str]:
    for path in sorted(room.rglob("*.py")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((room / "templates").rglob("*")):
        if path.suffix in {".html", ".txt"}:
            yield templatize(path.read_text(encoding="utf-8"), origin=str(path))
