"""Paragraphs, lists, notices and signature blocks in a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length
from docx.text.paragraph import Paragraph as WordParagraph

from prongsai.ita.papers.blocks import Gap, Inline, Items, Notice, PaperStyle, Paragraph, SignatureBlock
from prongsai.ita.writing.docx_setting import half_points
from prongsai.ita.writing.docx_sizes import ENTRY_EM, PARAGRAPH_EM, lead, points, word_size
from prongsai.ita.writing.docx_xml import element, put
from prongsai.ita.writing.numerals import as_printed, in_numerals

FIRST_LINE_CM = 2.5
BLANK = "." * 30
NOTE_SHARE = Decimal("0.8")
SIGNING_EM = Decimal("2")
SIGNING_DOTS = 36
ALIGNMENTS = {
    "start": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "end": WD_ALIGN_PARAGRAPH.RIGHT,
}


@dataclass(frozen=True, slots=True)
class Hand:
    """Writes text into Word paragraphs in one style; `size` is that of the letters in the PDF, if not the paper's."""

    style: PaperStyle
    size: Decimal | None = None
    in_cell: bool = False

    @property
    def points(self) -> Decimal:
        """The size that the letters have in the PDF."""
        return self.size or self.style.size_pdf

    def write(self, paragraph: WordParagraph, content: Sequence[Inline], *, bold: bool = False) -> None:
        """Add the texts, and each gap as a dotted blank with what belongs there."""
        if self.size is not None:
            lead(paragraph.paragraph_format, self.size)
        for inline in content:
            if isinstance(inline, Gap):
                self._run(paragraph, BLANK + " ", bold=False)
                self.note(paragraph, inline)
            else:
                self._run(paragraph, as_printed(inline, self.style.digits), bold=bold)

    def note(self, paragraph: WordParagraph, gap: Gap) -> None:
        """Add what a person is to write in a gap, without the blank before it."""
        asks_for = as_printed(gap.asks_for, self.style.digits)
        properties = self._run(paragraph, f"«โปรดระบุ: {asks_for}»", bold=False).get_or_add_rPr()
        put(properties, "w:shd", val="clear", color="auto", fill="E6E6E6")
        self._set_size(properties, self.points * NOTE_SHARE)

    def mark(self, paragraph: WordParagraph, mark: str) -> None:
        """Add the number or the dash of a list entry, with a tab to where its text begins."""
        self._run(paragraph, f"{mark}\t", bold=False)

    def _run(self, paragraph: WordParagraph, text: str, *, bold: bool) -> CT_R:
        run = paragraph.add_run(text)
        if bold:
            run.font.bold = run.font.cs_bold = True
        if self.size is not None:
            self._set_size(run._r.get_or_add_rPr(), self.size)
        return run._r

    def _set_size(self, properties: BaseOxmlElement, size: Decimal) -> None:
        for slot in ("w:sz", "w:szCs"):
            put(properties, slot, val=half_points(word_size(self.style, size)))


def write_paragraph(hand: Hand, into: WordParagraph, block: Paragraph, *, numeric: bool = False) -> None:
    """Write a paragraph outside or inside a cell. Running text outside is spread the Thai way."""
    hand.write(into, block.content, bold=block.bold)
    running = not hand.in_cell and block.align == "start"
    into.alignment = WD_ALIGN_PARAGRAPH.THAI_JUSTIFY if running else ALIGNMENTS["end" if numeric else block.align]
    into.paragraph_format.space_after = points(hand.points * PARAGRAPH_EM)
    if running and block.indent:
        into.paragraph_format.first_line_indent = Cm(FIRST_LINE_CM)


def write_items(hand: Hand, places: Sequence[WordParagraph], block: Items) -> None:
    """Write a list, one paragraph an entry, its numbers as text: they stay when a cell is copied elsewhere."""
    start = Cm(0 if hand.in_cell else FIRST_LINE_CM)
    hanging = points(hand.points * _hanging_em(len(places)))
    for n, (place, entry) in enumerate(zip(places, block.entries, strict=True), start=1):
        mark = in_numerals(f"{n}.", hand.style.digits) if block.numbered else "-"
        hand.mark(place, mark)
        hand.write(place, entry)
        layout = place.paragraph_format
        layout.left_indent, layout.first_line_indent = Length(start + hanging), Length(-hanging)
        layout.tab_stops.add_tab_stop(Length(start + hanging))
        layout.space_after = points(hand.points * (PARAGRAPH_EM if n == len(places) else ENTRY_EM))


def _hanging_em(entries: int) -> Decimal:
    """Return the room for the number of a list's last entry, a stop, and the blank after it."""
    return Decimal("0.65") * len(str(entries)) + Decimal("0.9")


def write_notice(hand: Hand, into: WordParagraph, block: Notice) -> None:
    """Write a remark with a thick line at its side."""
    hand.write(into, (block.text,))
    into.paragraph_format.left_indent = Cm(0.4)
    into.paragraph_format.space_after = points(hand.points * PARAGRAPH_EM)
    borders = put(into._p.get_or_add_pPr(), "w:pBdr")
    borders.append(element("w:left", val="single", sz=24, space=6, color="787878"))


def write_signature(hand: Hand, lines: Sequence[WordParagraph], block: SignatureBlock) -> None:
    """Write the three lines of a signature by hand, kept on one page."""
    hand.write(lines[0], (f"ลงชื่อ {'.' * SIGNING_DOTS} {block.role}",))
    hand.write(lines[1], ("(", block.name, ")"))
    hand.write(lines[2], (block.post,))
    for n, line in enumerate(lines):
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.space_before = points(hand.points * (SIGNING_EM if n == 0 else 0))
        line.paragraph_format.space_after = points(hand.points * PARAGRAPH_EM)
        line.paragraph_format.keep_with_next = n < len(lines) - 1
