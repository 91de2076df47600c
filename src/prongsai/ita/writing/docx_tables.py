"""Tables in a Word file, and bar charts as tables whose cells are the bars."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from prongsai.ita.papers.blocks import Cell, Items, PaperStyle, Paragraph, Row, SignatureBlock, Table
from prongsai.ita.writing.docx_running import Hand, write_items, write_paragraph, write_signature
from prongsai.ita.writing.docx_xml import element, put, twips
from prongsai.ita.writing.measures import CELL_PADDING_CM, column_widths, may_break, table_size
from prongsai.ita.writing.numerals import as_printed

HEAD_FILL = "DCDCDC"
BAND_FILL = "ECECEC"


def write_table(document: Document, block: Table, style: PaperStyle, width: float, height: float) -> None:
    """Write a table: header on every page, rows whole unless taller than half a page, a band kept to what follows."""
    widths = column_widths(block, width)
    pdf_size = table_size(float(style.size_pdf), widths)
    # The two faces differ in size at the same points; tables shrink in both by the same measure.
    hand = Hand(style, style.size_docx - (style.size_pdf - Decimal(str(pdf_size))) * Decimal("1.5"), in_cell=True)
    if block.caption:
        caption = document.add_paragraph()
        Hand(style).write(caption, (block.caption,), bold=True)
        caption.paragraph_format.keep_with_next = True
        caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(6), Pt(3)
    table = new_table(document, widths, as_printed(block.summary, style.digits))
    _write_head(table, [column.header for column in block.columns], widths, hand)
    for row in block.rows:
        whole = row.band is not None or not may_break(row, widths, pdf_size, height)
        _write_row(table, row, widths, hand, whole=whole)
    document.add_paragraph().paragraph_format.line_spacing = Pt(8)


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
    for side in ("top", "left", "bottom", "right"):
        room = twips(CELL_PADDING_CM) if side in {"left", "right"} else 20
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


def write_signatures(document: Document, blocks: Sequence[SignatureBlock], style: PaperStyle, width: float) -> None:
    """Write signatures two by two without lines around them; an odd one stands to the right."""
    table = new_table(document, [width / 2, width / 2], "ที่สำหรับลงนาม", lined=False)
    places: list[SignatureBlock | None] = list(blocks)
    if len(places) % 2:
        places.insert(len(places) - 1, None)
    for pair in zip(places[::2], places[1::2], strict=True):
        row = append_row(table)
        put(row._tr.get_or_add_trPr(), "w:cantSplit")
        for cell, block in zip(row.cells, pair, strict=True):
            cell.width = Cm(width / 2)
            if block is not None:
                write_signature(Hand(style), [cell.paragraphs[0], cell.add_paragraph(), cell.add_paragraph()], block)


def fill_cell(cell: _Cell, fill: str) -> None:
    """Give a cell a plain background."""
    put(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=fill)
