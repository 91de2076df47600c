"""The styles of a Word file, as far as they change what a person reads: numbers, hidden text, headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.ita.reading.ooxml import Element, attribute, whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off"})
_CONTENTS = re.compile(r"(?:toc \d|table of figures)$", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading \d|title|subtitle)$", re.IGNORECASE)
_LONGEST_CHAIN = 20


def is_on(parent: Element | None, name: str) -> bool | None:
    """Say whether a switch such as `vanish` is on or off among properties; None where it is not set."""
    switch = parent.find(W + name) if parent is not None else None
    return None if switch is None else (attribute(switch, "val") or "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    hidden: bool | None
    list_id: str | None
    level: int | None


class Styles:
    """Looks a style up, with what it takes over from the styles on which it is based."""

    def __init__(self, root: Element | None) -> None:
        """Take the styles from the part `styles`; a file without it has none."""
        self._styles: dict[str, _Style] = {}
        self._default: str | None = None
        for element in root.findall(W + "style") if root is not None else ():
            key = attribute(element, "styleId") or ""
            self._styles[key] = _style(element)
            if attribute(element, "type") == "paragraph" and (attribute(element, "default") or "0") not in _OFF:
                self._default = key

    def paragraph_style(self, properties: Element | None) -> str | None:
        """Give the style of a paragraph from its properties."""
        named = attribute(properties.find(W + "pStyle"), "val") if properties is not None else None
        return named or self._default

    def hides(self, key: str | None) -> bool:
        """Whether text in a style is hidden."""
        return next((style.hidden for style in self._chain(key) if style.hidden is not None), False)

    def is_contents(self, key: str | None) -> bool:
        """Whether a style is that of a line of the table of contents."""
        return any(_CONTENTS.match(style.name) for style in self._chain(key)[:1])

    def is_heading(self, key: str | None) -> bool:
        """Whether a style is, or is based on, that of a heading."""
        return any(_HEADING.match(style.name) for style in self._chain(key))

    def list_of(self, key: str | None) -> tuple[str | None, int | None]:
        """Give the list and the level to which paragraphs of a style belong."""
        chain = self._chain(key)
        list_id = next((style.list_id for style in chain if style.list_id is not None), None)
        return list_id, next((style.level for style in chain if style.level is not None), None)

    def _chain(self, key: str | None) -> list[_Style]:
        chain: list[_Style] = []
        while key is not None and key in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[key])
            key = chain[-1].based_on
        return chain


def list_and_level(properties: Element | None) -> tuple[str | None, int | None]:
    """Give the list and the level that properties of a paragraph name."""
    number = properties.find(W + "numPr") if properties is not None else None
    if number is None:
        return None, None
    return attribute(number.find(W + "numId"), "val"), whole(attribute(number.find(W + "ilvl"), "val"))


def _style(element: Element) -> _Style:
    list_id, level = list_and_level(element.find(W + "pPr"))
    return _Style(
        name=attribute(element.find(W + "name"), "val") or "",
        based_on=attribute(element.find(W + "basedOn"), "val"),
        hidden=is_on(element.find(W + "rPr"), "vanish"),
        list_id=list_id,
        level=level,
    )
