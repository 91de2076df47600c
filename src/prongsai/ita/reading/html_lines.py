"""The lines of text that a person sees in a part of a web page: paragraphs, line breaks, items with their marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from prongsai.ita.reading.html_marks import ListMarks

_UNSEEN = frozenset(
    {
        "script", "style", "head", "title", "meta", "link", "template", "noscript", "object", "embed", "applet",
        "iframe", "frame", "audio", "video", "canvas", "svg", "math", "map", "datalist", "select", "textarea", "button",
        "dialog",
    }
)  # fmt: skip
_BORDERS = frozenset(
    {
        "p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "address", "blockquote", "figure",
        "figcaption", "dl", "dt", "dd", "form", "fieldset", "legend", "center", "caption", "thead", "tbody", "tfoot",
        "tr", "td", "th", "details", "summary", "pre", "li", "ul", "ol", "menu", "h1", "h2", "h3", "h4", "h5", "h6",
        "hr", "br",
    }
)  # fmt: skip
_WITH_ROOM = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hr"})
_LISTS = frozenset({"ol", "ul", "menu"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)


def is_hidden(element: etree._Element) -> bool:
    """Whether an element is kept from a person's eyes."""
    return element.get("hidden") is not None or _HIDING.search(element.get("style") or "") is not None


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line as seen; `gap`: blank space stands above it."""

    text: str
    gap: bool = False


class Lines:
    """Collects lines while it walks over elements. What stands before a table is complete when `at_table` is called."""

    def __init__(self, at_table: Callable[[etree._Element, Lines], None]) -> None:
        """Take what is to be done at a table."""
        self._at_table = at_table
        self._lines: list[SeenLine] = []
        self._pieces: list[str] = []
        self._gap = False
        self._mark = ""
        self._lists: list[ListMarks] = []

    def taken(self) -> list[SeenLine]:
        """End the open line and give the lines collected since the last time."""
        self._end_line()
        lines, self._lines = self._lines, []
        return lines

    def add(self, text: str) -> None:
        """Add a whole line."""
        if text:
            self._lines.append(SeenLine(text, self._gap))
            self._gap = False

    def inside(self, element: etree._Element, *, as_typed: bool = False) -> None:
        """Take up all that stands inside an element; `as_typed`: line ends and tabs count, as in `pre`."""
        self._text(element.text, as_typed)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _UNSEEN and not is_hidden(child):
                self._element(child, as_typed)
            self._text(child.tail, as_typed)

    def _element(self, element: etree._Element, as_typed: bool) -> None:
        tag = element.tag
        if tag == "table":
            self._end_line()
            self._at_table(element, self)
            return
        if tag in _BORDERS:
            self._border(tag)
        if tag in _LISTS:
            self._lists.append(ListMarks(element))
        elif tag == "li":
            self._mark = self._lists[-1].next_mark(element) if self._lists else "• "
        self.inside(element, as_typed=as_typed or tag == "pre")
        if tag in _BORDERS and tag != "br":
            self._end_line(as_typed=as_typed or tag == "pre")
        if tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._mark = ""

    def _border(self, tag: str) -> None:
        """End a line; an empty line or a heading gives room above what follows."""
        ended = self._end_line()
        self._gap = self._gap or tag in _WITH_ROOM or (tag == "br" and not ended)

    def _text(self, text: str | None, as_typed: bool) -> None:
        if not text:
            return
        first, *others = text.split("\n") if as_typed else [text]
        self._pieces.append(first)
        for line in others:
            self._end_line(as_typed=True)
            self._pieces.append(line)

    def _end_line(self, *, as_typed: bool = False) -> bool:
        """Close the open line, and say whether there was anything in it."""
        raw = "".join(self._pieces)
        self._pieces.clear()
        text = raw.strip(" ") if as_typed and "\t" in raw.strip() else " ".join(raw.split())
        if text:
            self.add(self._mark + text)
            self._mark = ""
        return bool(text)
