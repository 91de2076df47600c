"""The emblem in a Word file, or the marked place for one: a frame that keeps its distance from the edge of the page."""

from __future__ import annotations

import io

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from prongsai.ita.papers.blocks import Paper, PaperStyle
from prongsai.ita.writing.docx_running import Hand
from prongsai.ita.writing.docx_xml import element, put, twips
from prongsai.ita.writing.emblem import ALT, Emblem, emblem_of
from prongsai.ita.writing.forms import EMBLEM_FROM_EDGE_CM, EMBLEM_PLACE, lacks_emblem

PLACE_WIDTH_CM = 3.4


def write_emblem(document: Document, paper: Paper, style: PaperStyle) -> float:
    """Write the emblem that the agency supplied, or on a form the marked place for one, or nothing.

    Returns how many cm the title beside it has to keep free at the right too, to stand in the middle of the page.
    """
    emblem = emblem_of(style)
    if emblem is None and not lacks_emblem(paper, style):
        return 0.0
    place = document.add_paragraph()
    width = PLACE_WIDTH_CM if emblem is None else _draw(place, emblem, style)
    if emblem is None:
        _ask_for_one(place, style)
    if emblem is None or style.emblem_align == "center":
        place.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if paper.form == "report":
        return 0.0
    _frame(place, style, width=width)
    return width if style.emblem_align == "start" else 0.0


def _draw(place: Paragraph, emblem: Emblem, style: PaperStyle) -> float:
    """Draw the emblem and return its width in cm."""
    picture = place.add_run().add_picture(io.BytesIO(emblem.content), height=Cm(float(style.emblem_height)))
    picture._inline.docPr.set("descr", ALT)
    return float(picture.width.cm)


def _ask_for_one(place: Paragraph, style: PaperStyle) -> None:
    Hand(style).note(place, EMBLEM_PLACE)
    borders = put(place._p.get_or_add_pPr(), "w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(f"w:{side}", val="dotted", sz=4, space=1, color="auto"))


def _frame(place: Paragraph, style: PaperStyle, *, width: float) -> None:
    """Set a paragraph into a frame as high as the emblem, 1.5 cm from the edge of the page."""
    beside = style.emblem_align == "start"
    put(
        place._p.get_or_add_pPr(),
        "w:framePr",
        w=twips(width),
        h=twips(float(style.emblem_height)),
        hRule="exact",
        wrap="around" if beside else "notBeside",
        vAnchor="page",
        y=twips(float(EMBLEM_FROM_EDGE_CM)),
        hAnchor="margin",
        xAlign="left" if beside else "center",
    )
