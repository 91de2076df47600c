"""The lines of text that a person sees in a part of a web page: paragraphs, line breaks, list items with their marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from prongsai.ita.reading.html_marks import ListMarks

_UNSEEN = frozenset(
    {
        "script", "style", "head", "title", "meta", "link", "template", "noscript", "object", "embed", "applet", "iframe",
        "frame", "audio", "video", "canvas", "svg", "math", "map", "datalist", "select", "textarea", "button", "dialog",
    }
)  # fmt: skip
_BORDERS = frozenset(
    {
        "p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "address", "blockquote", "figure",
        "figcaption", "dl", "dt", "dd", "form", "fieldset", "legend", "center", "pre", "hr", "ul", "ol", "menu", "li",
        "h1", "h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "details",
        "summary", "body", "html",
    }
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hr"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)


def is_hidden(element: etree._Element) -> bool:
    """Whether an element is not shown to a person."""
    if element.get("hidden") is not None or _HIDING.search(element.get("style") or ""):
        return True
    return element.tag == "input" and (element.get("type") or "").lower() == "hidden"


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line as seen; `gap`: blank space stands above it."""

    text: str
    gap: bool = False


class Lines:
    """Collects lines while walking over elements. Tables are handed to `at_table`, with what was collected before."""

    def __init__(self, at_table: Callable[[etree._Element, Lines], None]) -> None:
        """Take what to do at a table."""
        self._at_table = at_table
        self._lines: list[SeenLine] = []
        self._open: list[str] = []
        self._mark = ""
        self._gap = False
        self._lists: list[ListMarks] = []
        self._kept = 0

    def taken(self) -> list[SeenLine]:
        """Give the lines collected since the last time."""
        self.end_line()
        lines, self._lines = self._lines, []
        return lines

    def walk(self, element: etree._Element) -> None:
        """Take up what an element shows, its tail not included."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN or is_hidden(element):
            return
        tag = element.tag
        if tag == "table" and element.getparent() is not None and self._lists is not None:
            self._at_table(element, self)
            return
        self._enter(element, tag)
        self._text(element.text)
        for child in element:
            if child.tag == "table":
                self.end_line()
                self._at_table(child, self)
            else:
                self.walk(child)
            self._text(child.tail)
        self._leave(tag)
