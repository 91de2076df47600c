"""Writes a paper as a Word file in the form of Thai official papers, for the office to edit and sign."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import groupby
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Cm

from prongsai.ita.papers.blocks import (
    BarChart,
    Block,
    ChangeChart,
    FormLine,
    Heading,
    HeatMap,
    Items,
    Notice,
    PageBreak,
    Paper,
    PaperStyle,
    Paragraph,
    Radar,
    SignatureBlock,
    Table,
)
from prongsai.ita.writing.content import sections, title_of
from prongsai.ita.writing.docx_charts import write_chart
from prongsai.ita.writing.docx_emblem import write_emblem
from prongsai.ita.writing.docx_forms import write_form_line
from prongsai.ita.writing.docx_running import Hand, write_items, write_notice, write_paragraph
from prongsai.ita.writing.docx_setting import set_margins_text, set_page, set_styles
from prongsai.ita.writing.docx_sizes import PARAGRAPH_EM, points
from prongsai.ita.writing.docx_tables import end_table, write_signatures, write_table
from prongsai.ita.writing.forms import TITLE_LARGER, style_of_form, title_size
from prongsai.ita.writing.measures import PAGE, SHORT_LIST
from prongsai.ita.writing.numerals import as_printed
from prongsai.ita.writing.running_foot import footer_of

BELOW_SIGNATURES_EM = Decimal("0.8")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_docx(paper: Paper, written_on: date, style: PaperStyle | None = None) -> bytes:
    """Return the paper as a Word file that is the same, byte for byte, for the same content and date."""
    style = style_of_form(paper, style or PaperStyle())
    document = docx.Document()
    set_styles(document, style)
    _set_properties(document, paper, style, written_on)
    for n, (landscape, blocks) in enumerate(sections(paper.blocks)):
        section = document.sections[0] if n == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        set_page(section, style, landscape=landscape)
        footer = as_printed(footer_of(paper, style), style.digits)
        set_margins_text(section, style, first=n == 0, draft=paper.draft, footer=footer, landscape=landscape)
        if n == 0:
            _write_title(document, paper, style)
        _write_blocks(document, blocks, style, landscape=landscape)
    written = io.BytesIO()
    document.save(written)
    return without_clock(written.getvalue())


def _set_properties(document: Document, paper: Paper, style: PaperStyle, written_on: date) -> None:
    midnight = datetime.combine(written_on, time())
    properties = document.core_properties
    properties.title = title_of(paper, style)[:255]
    properties.subject = as_printed(paper.subject, style.digits)[:255]
    properties.author = properties.last_modified_by = as_printed(paper.agency, style.digits)[:255]
    properties.created = properties.modified = midnight
    properties.language = "th-TH"
    properties.comments = properties.keywords = ""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        relations.pop(key)  # the template's picture of an empty page


def _write_title(document: Document, paper: Paper, style: PaperStyle) -> None:
    beside = Cm(write_emblem(document, paper, style))
    hand = Hand(style, title_size(paper, style.size_pdf, TITLE_LARGER))
    for line in paper.title:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.right_indent = beside or None
        hand.write(paragraph, (line,), bold=True)
        paragraph.paragraph_format.space_after = points(hand.points * PARAGRAPH_EM)
    if paper.title:
        if paper.form == "order":
            document.paragraphs[-len(paper.title)].paragraph_format.space_before = points(style.size_pdf / 2)
        paragraph.paragraph_format.space_after = points(style.size_pdf)


def _write_blocks(document: Document, blocks: Sequence[Block], style: PaperStyle, *, landscape: bool) -> None:
    width = PAGE.text_width(style, landscape=landscape)
    signed = False
    above: list[Block] = []
    for signing, group in groupby(blocks, key=lambda block: isinstance(block, SignatureBlock)):
        if signed:
            end_table(document, style, BELOW_SIGNATURES_EM)
        signed = signing
        if signing:
            _keep_to_signatures(document, above)
            write_signatures(document, [block for block in group if isinstance(block, SignatureBlock)], style, width)
        else:
            above = list(group)
            for block in above:
                _write_block(document, block, style, landscape=landscape)


def _keep_to_signatures(document: Document, above: Sequence[Block]) -> None:
    """Keep the last two paragraphs or short lists with the signatures: none stands alone with one line of text."""
    kept = 0
    for block in reversed(above[-2:]):
        if isinstance(block, Items) and len(block.entries) <= SHORT_LIST:
            kept += len(block.entries)
        elif isinstance(block, Paragraph | Items):
            kept += 1
        else:
            break
    for paragraph in document.paragraphs[-kept:] if kept else ():
        paragraph.paragraph_format.keep_with_next = True


def _write_block(document: Document, block: Block, style: PaperStyle, *, landscape: bool) -> None:
    hand = Hand(style)
    width = PAGE.text_width(style, landscape=landscape)
    match block:
        case Heading():
            document.add_heading(as_printed(block.text, style.digits), level=block.level)
        case Paragraph():
            write_paragraph(hand, document.add_paragraph(), block)
        case Items():
            write_items(hand, [document.add_paragraph() for _ in block.entries], block)
        case Notice():
            write_notice(hand, document.add_paragraph(), block)
        case Table():
            write_table(document, block, style, width, PAGE.text_height(style, landscape=landscape))
        case BarChart() | Radar() | ChangeChart() | HeatMap():
            write_chart(document, block, style, width)
        case FormLine():
            write_form_line(document, block, style, width)
        case SignatureBlock() | PageBreak():
            raise AssertionError("signatures are written together, page breaks part the sections")


def without_clock(docx: bytes) -> bytes:
    """Return the same file with one fixed time on all its parts: python-docx stamps them with the time of writing."""
    fixed = io.BytesIO()
    with ZipFile(io.BytesIO(docx)) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            entry = ZipInfo(part.filename, _ZIP_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(part))
    return fixed.getvalue()
