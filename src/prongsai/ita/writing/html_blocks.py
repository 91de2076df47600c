"""The blocks of a paper as elements of a web page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as made_later
from itertools import groupby

from lxml import etree
from lxml.builder import E

from prongsai.ita.papers.blocks import (
    BarChart,
    Block,
    ChangeChart,
    Chart,
    FormLine,
    Gap,
    Heading,
    HeatMap,
    Inline,
    Items,
    Notice,
    PageBreak,
    PaperStyle,
    Paragraph,
    Radar,
    SignatureBlock,
    Table,
)
from prongsai.ita.writing.html_tables import table_element
from prongsai.ita.writing.html_text import Nodes, text_nodes
from prongsai.ita.writing.numerals import as_printed
from prongsai.ita.writing.pieces import proper_name
from prongsai.ita.writing.svg import chart_element


@dataclass(slots=True)
class PageHand:
    """Writes the blocks of one page; counts charts and levels of headings over the whole page."""

    style: PaperStyle
    agency: str
    charts: int = 0
    level: int = 0
    name: str = made_later(init=False)

    def __post_init__(self) -> None:
        self.name = proper_name(self.printed(self.agency))

    def printed(self, text: str) -> str:
        """Give a text in the numerals of the paper."""
        return as_printed(text, self.style.digits)

    def text(self, text: str) -> Nodes:
        """Give a text with the places where its lines may end."""
        return text_nodes(self.printed(text), self.name)

    def inlines(self, content: Sequence[Inline]) -> Nodes:
        """Give texts, and gaps as marked blanks."""
        nodes: Nodes = []
        for inline in content:
            nodes += [self._gap(inline)] if isinstance(inline, Gap) else self.text(inline)
        return nodes

    def _gap(self, gap: Gap) -> etree._Element:
        blank = E.span({"class": "blank", "aria-hidden": "true"})
        return E.span({"class": "gap"}, blank, " «โปรดระบุ: ", *self.text(gap.asks_for), "»")

    def blocks(self, blocks: Sequence[Block]) -> Iterator[etree._Element]:
        """Give the elements of one part of the paper."""
        for signing, group in groupby(blocks, key=lambda block: isinstance(block, SignatureBlock)):
            if signing:
                signers = [self._signer(block) for block in group if isinstance(block, SignatureBlock)]
                yield E.div({"class": "signatures"}, *signers)
            else:
                for block in group:
                    yield from self._block(block)

    def _block(self, block: Block) -> Iterator[etree._Element]:
        match block:
            case Heading():
                if self.printed(block.text).strip():
                    self.level = min(block.level, self.level + 1)
                    yield E(f"h{self.level + 1}", *self.text(block.text))
            case Paragraph() | Items():
                yield self.running(block)
            case Notice():
                yield E.p({"class": "notice"}, *self.text(block.text))
            case Table():
                yield table_element(block, self)
            case FormLine():
                yield self._form_line(block)
            case BarChart() | Radar() | ChangeChart() | HeatMap():
                yield self._chart(block)
            case SignatureBlock() | PageBreak():
                raise AssertionError("signatures are written together, page breaks part the sections")

    def running(self, block: Paragraph | Items, *, in_cell: bool = False) -> etree._Element:
        """Give a paragraph or a list."""
        if isinstance(block, Items):
            made = E("ol" if block.numbered else "ul", *(E.li(*self.inlines(entry)) for entry in block.entries))
            if not block.numbered:
                made.set("class", "dashed")
            return made
        body = self.inlines(block.content)
        paragraph = E.p(E.strong(*body)) if block.bold else E.p(*body)
        classes = [] if in_cell or not block.indent or block.align != "start" else ["indented"]
        classes += [block.align] if block.align != "start" else []
        if classes:
            paragraph.set("class", " ".join(classes))
        return paragraph

    def _chart(self, chart: Chart) -> etree._Element:
        self.charts += 1
        drawing = chart_element(chart, key=f"chart-{self.charts}", digits=self.style.digits)
        return E.figure({"class": "chart"}, drawing, E.figcaption(*self.text(chart.caption)))

    def _form_line(self, block: FormLine) -> etree._Element:
        line = E.p({"class": "form-line"})
        for field in block.fields:
            value = E.span({"class": "value"}, *self.inlines(field.content))
            line.append(E.span({"class": "field"}, E.strong(*self.text(field.label)), " ", value, " "))
        return line

    def _signer(self, block: SignatureBlock) -> etree._Element:
        line = E.span({"class": "line", "aria-hidden": "true"})
        return E.div(
            {"class": "signer"},
            E.p("ลงชื่อ ", line, " ", *self.text(block.role)),
            E.p("(", *self.inlines([block.name]), ")"),
            E.p(*self.inlines([block.post])),
        )
