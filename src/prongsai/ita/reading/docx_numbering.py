"""Automatic numbers of a Word file: counted as Word counts them and written into the text as a person sees them.

Lists that share a definition count on from each other; a list with a start of its own begins there; a level begins
again when a level above it is used, unless its definition says otherwise (ISO/IEC 29500-1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from prongsai.ita.reading.docx_number_formats import shown_number
from prongsai.ita.reading.docx_styles import Styles, W, is_on, list_and_level
from prongsai.ita.reading.ooxml import Element, attribute, whole

_PLACE = re.compile(r"%([1-9])")
_PLAIN_BULLETS = frozenset("-–—*")
_MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list. `after`: number of the level whose use begins this one again; 0 never, None any above."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    after: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass
class _List:
    """A list: its definition, its levels, the starts of its own that are still to be used."""

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands in front of a list item."""

    text: str
    bullet: bool = False


class Numbering:
    """Counts the items of all lists in the order of the paper."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Take the lists from the part `numbering`; a file without it has none."""
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        definitions = {attribute(entry, "abstractNumId") or "": entry for entry in root.findall(W + "abstractNum")}
        named = {attribute(entry, "numId") or "": entry for entry in root.findall(W + "num")}
        for key, entry in named.items():
            self._lists[key] = self._list(entry, definitions, named)

    def next_marker(self, properties: Element | None, style: str | None) -> Marker | None:
        """Count a paragraph and give what stands in front of it, or None where it is no list item."""
        list_id, level = list_and_level(properties)
        by_style, style_level = self._styles.list_of(style)
        found = self._lists.get(list_id or by_style or "")  # list 0 means none, and no list is called so
        if found is None:
            return None
        if level is None:
            linked = (n for n, entry in found.levels.items() if entry.style is not None and entry.style == style)
            level = next(linked, style_level or 0) if list_id is None else 0
        if level not in found.levels:
            return None
        self._count(found, level)
        return self._written(found, level)

    def _list(self, entry: Element, definitions: dict[str, Element], named: dict[str, Element]) -> _List:
        key = attribute(entry.find(W + "abstractNumId"), "val") or ""
        definition = definitions.get(key)
        linked = attribute(definition.find(W + "numStyleLink"), "val") if definition is not None else None
        if linked:  # the levels stand where the style of lists is defined
            target = named.get(self._styles.list_of(linked)[0] or "")
            key = attribute(target.find(W + "abstractNumId"), "val") or key if target is not None else key
            definition = definitions.get(key, definition)
        found = _List(key, _levels(definition))
        for override in entry.findall(W + "lvlOverride"):
            at = whole(attribute(override, "ilvl"))
            if at is None:
                continue
            found.levels |= _levels(override)
            start = whole(attribute(override.find(W + "startOverride"), "val"))
            if start is not None:
                found.starts[at] = start
                found.levels[at] = replace(found.levels.get(at, _Level()), start=start)
        return found

    def _count(self, found: _List, level: int) -> None:
        counts = self._counts.setdefault(found.definition, {})
        for above in range(level):
            if above in found.levels:
                counts.setdefault(above, found.levels[above].start)
        begins = level not in counts or level in found.starts
        counts[level] = found.levels[level].start if begins else counts[level] + 1
        found.starts.pop(level, None)
        for below in [n for n in counts if n > level]:
            after = found.levels[below].after if below in found.levels else None
            if after is None or after > below or level < after:
                del counts[below]

    def _written(self, found: _List, level: int) -> Marker | None:
        entry = found.levels[level]
        if entry.number_format == "bullet":
            return Marker(entry.text if entry.text in _PLAIN_BULLETS else "•", bullet=True) if entry.text else None
        counts = self._counts[found.definition]

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            shown = found.levels.get(at, _Level())
            number_format = "decimal" if entry.legal and at < level else shown.number_format
            return shown_number(counts.get(at, shown.start), number_format)

        text = _PLACE.sub(number, entry.text).strip()
        return Marker(text) if text else None


def _levels(parent: Element | None) -> dict[int, _Level]:
    """Read the levels below a definition or an override."""
    levels: dict[int, _Level] = {}
    for entry in parent.findall(W + "lvl") if parent is not None else ():
        at = whole(attribute(entry, "ilvl"))
        if at is None or not 0 <= at < _MOST_LEVELS:
            continue
        start = whole(attribute(entry.find(W + "start"), "val"))
        levels[at] = _Level(
            start=0 if start is None else start,
            number_format=_number_format(entry),
            text=attribute(entry.find(W + "lvlText"), "val") or "",
            after=whole(attribute(entry.find(W + "lvlRestart"), "val")),
            legal=is_on(entry, "isLgl") is True,
            style=attribute(entry.find(W + "pStyle"), "val"),
        )
    return levels


def _number_format(level: Element) -> str:
    """Give the format of a level; newer files hold it inside alternatives."""
    own = level.find(W + "numFmt")
    if own is None:
        own = next(level.iter(W + "numFmt"), None)
    return attribute(own, "val") or "decimal"
