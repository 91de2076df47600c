"""Which plans answer the result of a year: as the frameworks say, no year is counted from another."""

from __future__ import annotations

from prongsai.ita.planning import years_of_plan
from prongsai.ita.thai import Refused
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
