"""Lines of a form in a Word file: labels in bold, what they say, dots to the end of the field."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm

from prongsai.ita.papers.blocks import FormLine, Gap, PaperStyle
from prongsai.ita.writing.docx_running import Hand
from prongsai.ita.writing.docx_sizes import PARAGRAPH_EM, points
from prongsai.ita.writing.forms import FORM_LABEL


def write_form_line(document: Document, block: FormLine, style: PaperStyle, width: float) -> None:
    """Write one line of fields, each as wide as the others; the dots are leaders of tabs."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = points(style.size_pdf * PARAGRAPH_EM)
    label, value = Hand(style, style.size_pdf * FORM_LABEL), Hand(style)
    for n, field in enumerate(block.fields, start=1):
        end = Cm(width * n / len(block.fields))
        paragraph.paragraph_format.tab_stops.add_tab_stop(end, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)
        label.write(paragraph, (field.label,), bold=True)
        value.write(paragraph, (" ",))
        if len(field.content) == 1 and isinstance(field.content[0], Gap):
            value.note(paragraph, field.content[0])  # the dots of the line are its blank
        else:
            value.write(paragraph, field.content)
        paragraph.add_run("\t")
