"""Rules on days and years."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.problems import Problem
from prongsai.ita.thai.dates import buddhist_year


def dates_in_order(framework: Framework) -> Iterator[Problem]:
    """DATES: a window ends after it begins, and lies within the year before to the year after the assessed year."""
    for n, event in enumerate(framework.calendar):
        if event.start is not None and event.end is not None and event.end < event.start:
            message = f"“{event.name}” สิ้นสุดก่อนวันเริ่ม"
            yield Problem("DATES", message, ("calendar", n, "end"))
        for name, day in (("start", event.start), ("end", event.end)):
            if day is not None and abs(buddhist_year(day) - framework.year) > 1:
                message = f"“{event.name}” อยู่ในปี พ.ศ. {buddhist_year(day)} ห่างจากปี {framework.year} เกินหนึ่งปี"
                yield Problem("DATES", message, ("calendar", n, name))


def years_are_near(framework: Framework) -> Iterator[Problem]:
    """YEAR: years of the chain of measures lie within two years of the assessed one; a draft is of another year."""
    papers = framework.measures_documents
    for name in ("analysed_result_year", "plan_execution_year", "report_covers_year"):
        year = getattr(papers, name)
        if year is not None and abs(year - framework.year) > 2:
            message = f"ปี {year} ห่างจากปี {framework.year} เกินสองปี"
            yield Problem("YEAR", message, ("measures_documents", name))
    if framework.drafted_from == framework.year:
        yield Problem("YEAR", "ร่างต้องคัดลอกจากปีอื่น", ("drafted_from",))
