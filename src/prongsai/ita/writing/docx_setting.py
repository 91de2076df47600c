"""How a Word file is set: fonts and sizes for Thai, language, pages, headers and footers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Footer, _Header
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from prongsai.ita.papers.blocks import PaperStyle
from prongsai.ita.writing.docx_sizes import lead, points, word_size
from prongsai.ita.writing.docx_xml import element, put
from prongsai.ita.writing.measures import PAGE

FONT_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
HEADER_DISTANCE_CM = 1.25
DRAFT_MARK = "ร่าง"
HEADING_LARGER = Decimal("1.5")
FOOTER_SHARE = Decimal("0.8")
HEADING_BEFORE_EM, HEADING_AFTER_EM = Decimal("0.75"), Decimal("0.3")
"""What, with the leading of the lines, comes to the room around a heading in the PDF."""


def set_styles(document: Document, style: PaperStyle) -> None:
    """Give every style the paper's font in all four slots, Thai as its language, and black for its colour.

    Thai takes its size from `w:szCs` and its weight from `w:bCs`: without them Word shows Thai at 10 points, light.
    """
    root = document.styles.element
    defaults = root.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    put(defaults, "w:rFonts")
    put(defaults, "w:sz", val=half_points(style.size_docx))
    put(defaults, "w:lang", val="en-US", eastAsia="en-US", bidi="th-TH")
    for fonts in root.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for slot in FONT_SLOTS:
            fonts.set(qn(f"w:{slot}"), style.font_docx)
    sizes = _sizes(style)
    for name, size in sizes.items():
        put(document.styles[name].element.get_or_add_rPr(), "w:sz", val=half_points(word_size(style, size)))
    for properties in root.iter(qn("w:rPr")):
        _thai_twins(properties)
    for colour in list(root.iter(qn("w:color"))):
        colour.getparent().remove(colour)
    _set_spacing(document, sizes)


def _sizes(style: PaperStyle) -> dict[str, Decimal]:
    """Return the size that letters of each style have in the PDF."""
    size = style.size_pdf
    larger, smaller = size + HEADING_LARGER, size * FOOTER_SHARE
    return {
        "Normal": size,
        "Heading 1": larger,
        "Heading 2": size,
        "Heading 3": size,
        "Header": size,
        "Footer": smaller,
    }


def _thai_twins(properties: BaseOxmlElement) -> None:
    for latin, thai in (("w:sz", "w:szCs"), ("w:b", "w:bCs"), ("w:i", "w:iCs")):
        found = properties.find(qn(latin))
        if found is not None:
            value = found.get(qn("w:val"))
            put(properties, thai, **({"val": value} if value else {}))


def _set_spacing(document: Document, sizes: Mapping[str, Decimal]) -> None:
    for name in ("Header", "Footer"):  # the template's tab stops fit its own page, not ours
        for tabs in list(document.styles[name].element.iter(qn("w:tabs"))):
            tabs.getparent().remove(tabs)
    for name, size in sizes.items():
        layout = document.styles[name].paragraph_format
        heading = name.startswith("Heading")
        layout.space_before = points(size * HEADING_BEFORE_EM) if heading else points(Decimal(0))
        layout.space_after = points(size * HEADING_AFTER_EM) if heading else points(Decimal(0))
        layout.keep_with_next = heading or None
        lead(layout, size)


def half_points(size: Decimal) -> int:
    """Return a size of letters in the unit of `w:sz`."""
    return round(size * 2)


def set_page(section: Section, style: PaperStyle, *, landscape: bool) -> None:
    """Make a section's pages A4, standing or lying, with the paper's margins."""
    long, short = Cm(PAGE.height), Cm(PAGE.width)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Cm(float(getattr(style, f"margin_{side}"))))
    section.header_distance = section.footer_distance = Cm(HEADER_DISTANCE_CM)


def set_margins_text(
    section: Section, style: PaperStyle, *, first: bool, draft: bool, footer: str, landscape: bool
) -> None:
    """Write the head and the foot of a section's pages: number from the second page on, ร่าง on drafts, the footer."""
    width = PAGE.text_width(style, landscape=landscape)
    section.different_first_page_header_footer = first
    if style.digits == "thai":
        put(section._sectPr, "w:pgNumType", fmt="thaiNumbers")
    _write_head(section.header, width, style, draft=draft, numbered=True)
    _write_foot(section.footer, footer)
    if first:
        _write_head(section.first_page_header, width, style, draft=draft, numbered=False)
        _write_foot(section.first_page_footer, footer)


def _write_head(header: _Header, width: float, style: PaperStyle, *, draft: bool, numbered: bool) -> None:
    header.is_linked_to_previous = False
    paragraph = header.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(width / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("\t")
    if numbered:
        paragraph.add_run("- ")
        _add_page_number(paragraph, style)
        paragraph.add_run(" -")
    if draft:
        paragraph.add_run("\t")
        mark = paragraph.add_run(DRAFT_MARK)
        mark.font.bold = mark.font.cs_bold = True
        put(mark._r.get_or_add_rPr(), "w:bdr", val="single", sz=8, space=2, color="auto")


def _add_page_number(paragraph: Paragraph, style: PaperStyle) -> None:
    code = r" PAGE \* THAIARABIC " if style.digits == "thai" else " PAGE "
    for kind in ("begin", None, "separate", "number", "end"):
        run = paragraph.add_run()._r
        if kind is None:
            text = element("w:instrText")
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            text.text = code
            run.append(text)
        elif kind == "number":
            run.text = "๒" if style.digits == "thai" else "2"
        else:
            run.append(element("w:fldChar", fldCharType=kind))


def _write_foot(footer: _Footer, text: str) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text)
