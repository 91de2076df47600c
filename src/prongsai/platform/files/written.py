"""Papers that the program writes, given to be saved."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse

from prongsai.ita.papers.blocks import Paper, PaperStyle
from prongsai.ita.writing import write_docx, write_pdf, write_xlsx
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved

_WRITERS = {"pdf": (write_pdf, Kind.PDF), "docx": (write_docx, Kind.DOCX), "xlsx": (write_xlsx, Kind.XLSX)}


def written_paper(paper: Paper, form: str, name: str, day: date, style: PaperStyle | None = None) -> HttpResponse:
    """Give a paper as `pdf`, `docx` or `xlsx`, to be saved under a name, which may be Thai; 404 for another form."""
    if form not in _WRITERS:
        raise Http404
    write, kind = _WRITERS[form]
    return saved(write(paper, day, style), f"{name}.{form}", kind.content_type)
