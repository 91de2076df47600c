"""Takes the markup of web pages and OCR engines out of a text, keeping the borders of paragraphs and list items.

Tags are read as borders only and never rendered. Every pattern is linear in the length of the text.
"""

from __future__ import annotations

import re
from html import unescape

_TAGS = (
    "p|b|strong|i|em|u|s|br|ol|ul|li|span|div|sup|sub|font|center|small|big|h[1-6]|hr|a|img|label|input|"
    "table|thead|tbody|tr|td|th|colgroup|col|caption"
)
_TAG = re.compile(rf"<(/?)({_TAGS})(?:\s[^<>]{{0,400}})?/?>", re.IGNORECASE)
_BORDERS = frozenset({"p", "br", "ol", "ul", "div", "tr", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD_HEAD = re.compile(r"^\s*(?:\*\*(?P<stars>[^*\n]{3,200})\*\*|<(?:b|strong)>(?P<tag>[^<>]{3,200})</(?:b|strong)>)")
_STARS = re.compile(r"\*{2,3}|_{2}(?=\S)|(?<=\S)_{2}")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_STAR_BULLET = re.compile(r"^\s*\*\s+")
_ESCAPED = re.compile(r"\\([.\-*_#()\[\]|>~])")
_IMAGE = re.compile(r"!\[[^\[\]]{0,200}\]\([^()\s]{0,500}\)")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\((?:https?:|/|#|mailto:)[^()\s]{0,500}\)")


def cell_lines(raw: str) -> tuple[str, ...]:
    """Give the lines of a cell: paragraphs, line breaks and list items apart, a bold head as a line of its own."""
    head = _BOLD_HEAD.match(raw)
    if head:
        bold = head["stars"] or head["tag"]
        raw = f"{bold}\n{raw[head.end() :]}" if _is_head(bold) else f"{bold}{raw[head.end() :]}"
    if "<" in raw:
        raw = _open_tags(raw)
    lines = (" ".join(_plain(line).split()) for line in raw.split("\n"))
    return tuple(line for line in lines if line)


def plain_line(raw: str) -> str:
    """Give a line outside tables as one text without markup."""
    return " ".join(line for line in cell_lines(raw))


def _is_head(bold: str) -> bool:
    """Whether the bold text is more than the number of a list item."""
    return sum(char.isalpha() for char in bold) > 2


def _open_tags(raw: str) -> str:
    """Turn tags into line ends, list items into lines with their number or a bullet."""
    counters: list[int | None] = []

    def border(match: re.Match[str]) -> str:
        closing, name = bool(match[1]), match[2].lower()
        if name in ("ol", "ul"):
            if not closing:
                counters.append(0 if name == "ol" else None)
            elif counters:
                counters.pop()
            return "\n"
        if name == "li":
            return "\n" if closing else "\n" + _marker(counters)
        return "\n" if name in _BORDERS else " " if name in ("td", "th") else ""

    return _TAG.sub(border, raw)


def _marker(counters: list[int | None]) -> str:
    if not counters or counters[-1] is None:
        return "• "
    counters[-1] += 1
    return f"{counters[-1]}. "


def _plain(line: str) -> str:
    """Take Markdown and character references out of one line."""
    if "#" in line:
        line = _HEADING.sub("", line)
    if "*" in line or "_" in line:
        line = _STAR_BULLET.sub("• ", _STARS.sub("", line))
    if "[" in line:
        line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    if "\\" in line:
        line = _ESCAPED.sub(r"\1", line)
    return unescape(line) if "&" in line else line
