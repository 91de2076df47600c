"""Official papers as PDF, Word, spreadsheet and web page, and the papers that are composed for them: see README.md."""

from prongsai.ita.writing.docx import write_docx
from prongsai.ita.writing.fonts import fonts_folder
from prongsai.ita.writing.html import write_html
from prongsai.ita.writing.measures_paper import YearResult, measures_paper
from prongsai.ita.writing.pdf import write_pdf
from prongsai.ita.writing.svg import chart_svg
from prongsai.ita.writing.xlsx import write_xlsx

__all__ = [
    "YearResult",
    "chart_svg",
    "fonts_folder",
    "measures_paper",
    "write_docx",
    "write_html",
    "write_pdf",
    "write_xlsx",
]
