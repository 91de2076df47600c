"""Which plans answer the result of a year: as the frameworks say, no year is counted from another."""

from __future__ import annotations

from prongsai.ita.papers.reading import Reading
from prongsai.ita.planning import years_of_plan
from prongsai.ita.thai import Period, Refused, fiscal_year_of
from prongsai.office.rounds.frameworks import framework_of, known_years


def years_answering(year: int) -> tuple[int, ...]:
    """Give the fiscal years whose plan analyses the result of a year; none where no framework says so."""
    found = []
    for known in known_years():
        try:
            chain = years_of_plan(framework_of(known))
        except Refused:
            continue
        if chain.analysed == year:
            found.append(chain.executed)
    return tuple(found)


def plan_year_of(reading: Reading) -> int | None:
    """Give the fiscal year in which the measures of a paper are carried out.

    As it says; else that in which every period of it ends; else the one year whose plan answers its result. None where
    that leaves a choice.
    """
    if reading.document.plan_year is not None:
        return reading.document.plan_year
    ends = {fiscal_year_of(row.period.end) for row in reading.measures if isinstance(row.period, Period)}
    if len(ends) == 1:
        return ends.pop()
    assessed = reading.document.assessed_year
    answering = years_answering(assessed) if assessed is not None else ()
    return answering[0] if len(answering) == 1 else None
