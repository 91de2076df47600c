"""Tables in a Word file, and bar charts as tables whose cells are the bars."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from prongsai.ita.papers.blocks import Cell, Items, PaperStyle, Paragraph, Row, SignatureBlock, Table
from prongsai.ita.writing.docx_running import Hand, write_items, write_paragraph, write_signature
from prongsai.ita.writing.docx_sizes import ENTRY_EM, PARAGRAPH_EM, points
from prongsai.ita.writing.docx_xml import element, put, twips
from prongsai.ita.writing.measures import CELL_PADDING_CM, column_widths, may_break, stays_together, table_size
from prongsai.ita.writing.numerals import as_printed

HEAD_FILL = "DCDCDC"
BAND_FILL = "ECECEC"
WIDE_CM = 20
BEFORE_TABLE_EM = Decimal("0.65")
ABOVE_TEXT, BELOW_TEXT = 20, 72
"""Twentieths of a point: with the leading of the line as much room as in the cells of the PDF."""


def write_table(document: Document, block: Table, style: PaperStyle, width: float, height: float) -> None:
    """Write a table: header on every page, rows whole unless taller than half a page, a band kept to what follows."""
    widths = column_widths(block, width)
    size = table_size(float(style.size_pdf), widths)
    hand = Hand(style, Decimal(str(size)), in_cell=True)
    if block.caption:
        caption = document.add_paragraph()
        Hand(style, hand.size).write(caption, (block.caption,), bold=True)
        caption.paragraph_format.keep_with_next = True
    _part_from_text(document, style)
    table = new_table(document, widths, as_printed(block.summary, style.digits))
    _write_head(table, [column.header for column in block.columns], widths, hand)
    for row in block.rows:
        whole = row.band is not None or not may_break(row, widths, size, height)
        _write_row(table, row, widths, hand, whole=whole)
    if stays_together(block, widths, size, height):
        _keep_together(table)
    end_table(document, style)


def _part_from_text(document: Document, style: PaperStyle) -> None:
    """Give the paragraph above a table the room that it has in the PDF."""
    above = document.element.body.xpath("w:p[last()][not(following-sibling::w:tbl)]")
    if above:
        WordParagraph(above[0], document._body).paragraph_format.space_after = points(style.size_pdf * BEFORE_TABLE_EM)


def end_table(document: Document, style: PaperStyle, em: Decimal = PARAGRAPH_EM) -> None:
    """Add the low empty line that parts a table from what follows: Word would join two tables without it."""
    document.add_paragraph().paragraph_format.line_spacing = points(style.size_pdf * em)


def _keep_together(table: WordTable) -> None:
    """Keep every row on the page of the next one."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def new_table(document: Document, widths: Sequence[float], summary: str, *, lined: bool = True) -> WordTable:
    """Return an empty table with fixed widths of columns and a description for listeners."""
    table: WordTable = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    if lined:
        table.style = "Table Grid"
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)  # LibreOffice looks at the grid only, Word at the cells
    properties = table._tbl.tblPr
    put(properties, "w:tblW", w=twips(sum(widths)), type="dxa")
    put(properties, "w:tblInd", w=twips(CELL_PADDING_CM), type="dxa")
    padding = put(properties, "w:tblCellMar")
    beside = twips(CELL_PADDING_CM)
    rooms = {"top": ABOVE_TEXT if lined else 0, "left": beside, "bottom": BELOW_TEXT if lined else 0, "right": beside}
    for side, room in rooms.items():
        padding.append(element(f"w:{side}", w=room, type="dxa"))
    put(properties, "w:tblDescription", val=summary)
    return table


def append_row(table: WordTable) -> _Row:
    """Add an empty row at the end of a table."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _write_head(table: WordTable, headers: Sequence[str], widths: Sequence[float], hand: Hand) -> None:
    row = append_row(table)
    properties = row._tr.get_or_add_trPr()
    put(properties, "w:cantSplit")
    put(properties, "w:tblHeader")
    for cell, header, width in zip(row.cells, headers, widths, strict=True):
        cell.width = Cm(width)
        fill_cell(cell, HEAD_FILL)
        put(cell._tc.get_or_add_tcPr(), "w:vAlign", val="center")
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
        hand.write(paragraph, (header,), bold=True)


def _write_row(table: WordTable, row: Row, widths: Sequence[float], hand: Hand, *, whole: bool) -> None:
    written = append_row(table)
    if whole:
        put(written._tr.get_or_add_trPr(), "w:cantSplit")
    if row.band is not None:
        band = written.cells[0].merge(written.cells[-1])
        fill_cell(band, BAND_FILL)
        hand.write(band.paragraphs[0], (row.band,), bold=True)
        band.paragraphs[0].paragraph_format.keep_with_next = True
        return
    for place, cell, width in zip(written.cells, row.cells, widths, strict=True):
        place.width = Cm(width)
        _write_cell(place, cell, hand)


def _write_cell(place: _Cell, cell: Cell, hand: Hand) -> None:
    fresh = iter([place.paragraphs[0]])  # a new cell holds one empty paragraph already
    for block in cell.content:
        wanted = len(block.entries) if isinstance(block, Items) else 1
        places = [next(fresh, None) or place.add_paragraph() for _ in range(wanted)]
        if isinstance(block, Items):
            write_items(hand, places, block)
        elif isinstance(block, Paragraph):
            write_paragraph(hand, places[0], block, numeric=cell.numeric)
    for paragraph in place.paragraphs[:-1]:
        paragraph.paragraph_format.space_after = points(hand.points * ENTRY_EM)
    place.paragraphs[-1].paragraph_format.space_after = points(Decimal(0))


def write_signatures(document: Document, blocks: Sequence[SignatureBlock], style: PaperStyle, width: float) -> None:
    """Write signatures side by side without lines around them, two on a standing page, three on a lying one.

    Those of the last row stand to the right.
    """
    across = 3 if width > WIDE_CM else 2
    table = new_table(document, [width / across] * across, "ที่สำหรับลงนาม", lined=False)
    places: list[SignatureBlock | None] = list(blocks)
    last = len(places) % across
    if last:
        places[len(places) - last : len(places) - last] = [None] * (across - last)
    for start in range(0, len(places), across):
        row = append_row(table)
        put(row._tr.get_or_add_trPr(), "w:cantSplit")
        for cell, block in zip(row.cells, places[start : start + across], strict=True):
            cell.width = Cm(width / across)
            if block is not None:
                write_signature(Hand(style), [cell.paragraphs[0], cell.add_paragraph(), cell.add_paragraph()], block)


def fill_cell(cell: _Cell, fill: str) -> None:
    """Give a cell a plain background."""
    put(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=fill)
