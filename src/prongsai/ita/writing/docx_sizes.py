"""Sizes of a Word file worked out from those of the PDF, so that both come out with the same pages.

The faces differ in size at the same points (TH SarabunPSK at 16 is as large as Sarabun at 11), so letters grow by the
ratio of the two sizes, while lines stand as far apart as in the PDF unless the face itself asks for more.
"""

from __future__ import annotations

from decimal import Decimal

from docx.enum.text import WD_LINE_SPACING
from docx.shared import Length, Pt
from docx.text.parfmt import ParagraphFormat

from prongsai.ita.papers.blocks import PaperStyle

LINE_EM = Decimal("1.6")
"""From one line to the next in the PDF: the line itself and its leading."""
PARAGRAPH_EM = Decimal("0.25")
"""What a paragraph stands further from the next than its lines do."""
ENTRY_EM = Decimal("0.15")
"""The same for entries of a list, and for paragraphs of a cell."""


def word_size(style: PaperStyle, size: Decimal) -> Decimal:
    """Return the points in Word of letters that have `size` points in the PDF, to half a point."""
    return round(size * style.size_docx / style.size_pdf * 2) / Decimal(2)


def lead(layout: ParagraphFormat, size: Decimal, em: Decimal = LINE_EM) -> None:
    """Set lines as far apart as in the PDF for letters of `size` points there, or as the face asks for."""
    layout.line_spacing = points(size * em)
    layout.line_spacing_rule = WD_LINE_SPACING.AT_LEAST


def points(size: Decimal) -> Length:
    """Return points as Word counts them, to a twentieth."""
    return Pt(float(round(size * 20) / Decimal(20)))
