"""cause-after-effect: measures of a year that are explained by the results of that same year."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.analysis.known import Known
from prongsai.ita.papers.reading import Reading

CODE = "cause-after-effect"


def check_own_year(reading: Reading, known: Known) -> Iterator[CheckFinding]:
    """Find a paper whose measures answer a result that was known only when their year was nearly over.

    In a paper that sets measures the analysed year tells it. A report may print the new result beside the measures: it
    is asked about only where the reader saw the paper name that result as the reason (its own warning), or where
    findings of that result stand beside the measures. Nothing is said where the year's catalogue has it so.
    """
    head = reading.document
    year, result = head.plan_year, head.assessed_year
    told = next((warning for warning in reading.warnings if warning.code == CODE), None)
    if told is not None and told.found.isdecimal():
        result = int(told.found)
    if year is None or result is None or result < year or not reading.measures:
        return
    gives_reasons = reading.analysis or any(row.finding for row in reading.measures)
    if told is None and head.kind == "measures_report" and not gives_reasons:
        return
    if _by_catalogue(known, year) == result:
        return
    yield CheckFinding(
        code=CODE,
        severity="doubt",
        where="document.assessed_year",
        message=f"มาตรการของปีงบประมาณ พ.ศ. {year} อ้างเหตุจากผลการประเมินปี {result} ซึ่งทราบผลเมื่อใกล้สิ้นปีหรือหลังจากนั้น",
        settle="ควรตรวจว่ามาตรการของปีนี้มาจากผลการประเมินของปีใด แล้วแยกผลของปีเดียวกันไว้เป็นผลที่เกิดขึ้นภายหลัง",
        found=str(result),
        expected=None,
    )


def _by_catalogue(known: Known, year: int) -> int | None:
    """Give the year whose result the catalogue says the measures of a year answer, where it says so."""
    framework = known.framework(year)
    documents = framework.measures_documents if framework else None
    if documents is None or documents.plan_execution_year not in (None, year):
        return None
    return documents.analysed_result_year
