"""Official papers as PDF and Word files, and the papers that are composed for them: see README.md."""

from prongsai.ita.writing.docx import write_docx
from prongsai.ita.writing.fonts import fonts_folder
from prongsai.ita.writing.measures_paper import YearResult, measures_paper
from prongsai.ita.writing.pdf import write_pdf

__all__ = ["YearResult", "fonts_folder", "measures_paper", "write_docx", "write_pdf"]
