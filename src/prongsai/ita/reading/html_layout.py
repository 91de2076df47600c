"""Lays out web pages: what a person sees on them, as lines and tables.

Nothing is fetched and nothing runs: scripts, styles, forms' hidden fields and hidden elements are dropped. Lists keep
their numbers as a browser shows them.
"""

from __future__ import annotations

import re
from itertools import groupby

from lxml import etree

from prongsai.ita.reading.html_lines import Lines
from prongsai.ita.reading.html_tables import SeenTable, see_table
from prongsai.ita.reading.layout import Block, Row, Table, TextLine
from prongsai.ita.reading.layout_result import Layout
from prongsai.ita.reading.merged_cells import spread
from prongsai.ita.reading.text_layout import text_blocks
from prongsai.ita.thai import Decoded, Notice, Refused, decode, normalise

MOST_ELEMENTS = 300_000
DEEPEST = 150

_CHARSET = re.compile(rb"""<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)
_HEAD = 4096
_OWN_ENTITIES = re.compile(r"<!DOCTYPE\b[^\[>]{0,300}\[[^\]]{0,100000}\]\s*>", re.IGNORECASE)


def decode_html(data: bytes) -> Decoded:
    """Decode a page: by its byte-order mark, by the charset in its head where we know it, else as any text file."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return decode(data, declared=declared[1].decode("ascii"))
        except Refused:
            pass  # pages often declare another encoding than they are written in
    return decode(data)


def html_blocks(text: str) -> Layout:
    """Lay out a page given as text. Refuses SIZE (more than 300,000 elements, nested deeper than 150) and HTML."""
    return page_layout(parsed_page(text))


def page_layout(root: etree._Element) -> Layout:
    """Lay out a page that `parsed_page` gave."""
    return _Page(root).layout()


def parsed_page(text: str) -> etree._Element:
    """Parse a page as browsers do, forgiving. No entity is loaded: HTML knows only its own; a page's are dropped."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(_OWN_ENTITIES.sub("", normalise(text)).encode("utf-8"), parser)
    except (etree.LxmlError, ValueError):
        raise Refused("HTML", "อ่านหน้าเว็บนี้ไม่ได้ โปรดคัดลอกเนื้อหาไปวางใน Word แล้วบันทึกเป็น .docx") from None
    if root is None:
        raise Refused("EMPTY", "ไม่พบข้อความในหน้าเว็บ")
    _measure(root)
    return root


def _measure(root: etree._Element) -> None:
    """Refuse a tree that no page has; what the parser gave up on inside is deeper still."""
    count = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        count += event == "start"
        depth += 1 if event == "start" else -1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise Refused("SIZE", "หน้าเว็บซับซ้อนเกินกว่าจะอ่านได้ โปรดคัดลอกเฉพาะส่วนที่เป็นเอกสาร")


class _Page:
    """One walk over a page."""

    def __init__(self, root: etree._Element) -> None:
        body = root.find("body")
        self.root = root if body is None else body
        self.blocks: list[Block] = []
        self.number = 0
        self.hidden_rows = 0

    def layout(self) -> Layout:
        lines = Lines(at_table=self._table)
        lines.inside(self.root)
        self._text(lines)
        notices: tuple[Notice, ...] = ()
        if self.hidden_rows:
            told = f"หน้าเว็บมีแถวที่ซ่อนอยู่ {self.hidden_rows} แถว ไม่ได้นำมาอ่าน"
            notices = (Notice("hidden-rows", told, str(self.hidden_rows)),)
        return Layout(tuple(self.blocks), notices)

    def _text(self, lines: Lines) -> None:
        """Take up the lines that stand before a table or at the end; tabs (inside `pre`) make columns."""
        for tabbed, some in groupby(lines.taken(), key=lambda line: "\t" in line.text):
            if tabbed:
                self.blocks.extend(text_blocks("\n".join(line.text for line in some)))
            else:
                for line in some:
                    self._line(line.text, gap=line.gap)

    def _line(self, text: str, *, gap: bool = False) -> None:
        self.number += 1
        self.blocks.append(TextLine(text, self.number, gap))

    def _table(self, element: etree._Element, lines: Lines) -> None:
        self._text(lines)
        table = see_table(element)
        self.hidden_rows += table.hidden
        for caption in table.caption:
            self._line(caption, gap=True)
        if table.is_frame:
            for cell in (cell for row in table.elements for cell in row):
                lines.inside(cell)
                self._text(lines)
        else:
            self._data_table(table)

    def _data_table(self, table: SeenTable) -> None:
        rows: list[Row] = []
        for cells in spread(table.rows):
            self.number += 1
            rows.append(Row(cells, self.number))
        if any(cell for row in rows for cell in row.cells):
            self.blocks.append(Table(tuple(rows)))
