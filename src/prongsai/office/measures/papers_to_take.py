"""Papers that were read and hold measures of a year."""

from __future__ import annotations

from prongsai.office.measures.years import plan_year_of
from prongsai.office.results.models import ReadPaper
from prongsai.office.results.services import papers_read
from prongsai.office.rounds.models import Round


def papers_to_take(cycle: Round, analysed: int | None) -> list[ReadPaper]:
    """Give the papers whose measures are carried out in a year; `analysed` is the year whose result its plan answers.

    A paper of another year's measures is none of them, though it speaks of this one; one that leaves the year open is
    given where it speaks of it.
    """
    spoken = papers_read(cycle.fiscal_year)
    seen = {paper.pk for paper in spoken}
    others = [paper for paper in papers_read(analysed) if paper.pk not in seen] if analysed is not None else []
    return [paper for paper in (*spoken, *others) if _is_of(paper, cycle.fiscal_year, open_too=paper.pk in seen)]


def _is_of(paper: ReadPaper, year: int, *, open_too: bool) -> bool:
    reading = paper.reading
    if not reading.measures:
        return False
    said = plan_year_of(reading)
    return said == year or (said is None and open_too)
