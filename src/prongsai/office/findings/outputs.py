"""The analysis of a year as a paper."""

from __future__ import annotations

from prongsai.ita.papers.blocks import Paper
from prongsai.ita.writing import YearResult, compose, write_docx, write_pdf
from prongsai.office.findings.reckoning import Reckoned
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
KINDS = {"pdf": Kind.PDF, "docx": Kind.DOCX}


def analysis_paper(made: Reckoned, agency: Agency) -> Paper:
    """Compose the analysis for use inside the office; ร่าง until somebody signs it on paper."""
    year = made.framework.year
    head = compose.PaperHead(agency=agency.name, year=year, footer=DEMO if agency.is_demo else "")
    return compose.analysis_paper(head, year_result(made), made.weak)


def year_result(made: Reckoned) -> YearResult:
    """Give a year's result as papers take it, with the change of the year before where the two may be compared."""
    changes = {change.later: change.change for change in made.changes if change.change is not None}
    return YearResult(
        made.framework,
        made.outcome,
        made.level.by_computed,
        made.prices,
        changes or None,
        made.year_before if changes else None,
        made.overall_before if changes else None,
    )


def written(made: Reckoned, agency: Agency, kind: Kind) -> bytes:
    """Write the analysis as PDF or Word. Refuses FONT where the fonts are not installed."""
    paper, day = analysis_paper(made, agency), today(agency)
    return write_docx(paper, day) if kind is Kind.DOCX else write_pdf(paper, day)
