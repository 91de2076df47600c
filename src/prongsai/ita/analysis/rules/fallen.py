"""done-but-score-fell: a measure that is reported as carried out while the score that it should raise fell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.analysis.known import Known
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.reading import MeasureRow, Reading
from prongsai.ita.scoring.exact import shown
from prongsai.ita.scoring.scores import Scores
from prongsai.ita.thai import compact, format_decimal

_WITHIN_ROUNDING = Decimal("0.01")


def check_fallen(reading: Reading, known: Known) -> Iterator[CheckFinding]:
    """Find rows of a report that are said to be done and all of whose scores fell.

    The scores of a row are those of its questions where both years have them, else of its indicator, else of the
    indicators to which its questions or the questions of its issue belong. Compared are the year of the measures and
    the year that they answered, and only what the crosswalk calls the same.
    """
    year = reading.document.plan_year
    if reading.document.kind != "measures_report" or year is None or year not in known.scores:
        return
    earlier = _answered_year(known, year)
    framework = known.framework(earlier)
    if earlier is None or framework is None:
        return
    moved = _changes(known, earlier, year)
    for index, row in enumerate(reading.measures):
        if row.status != "completed" and not (row.status is None and row.results):
            continue
        codes = _codes(row, framework, known.framework(year), moved)
        if codes and all(moved[code] < -_WITHIN_ROUNDING for code in codes):
            yield _found(index, row, {code: moved[code] for code in codes}, (earlier, year), known)


def _answered_year(known: Known, year: int) -> int | None:
    """Give the year whose result the measures answered: as the catalogue says, else the newest result before."""
    framework = known.framework(year)
    documents = framework.measures_documents if framework else None
    if (
        documents is not None
        and documents.plan_execution_year == year
        and documents.analysed_result_year in known.scores
    ):
        return documents.analysed_result_year
    return max((other for other in known.scores if other < year), default=None)


def _changes(known: Known, earlier: int, later: int) -> dict[str, Decimal]:
    """Give the change of each question and indicator of the earlier year, where both years measured the same."""
    before, after = _figures(known.scores[earlier]), _figures(known.scores[later])
    changes: dict[str, Decimal] = {}
    for code, score in before.items():
        same = known.same_code(code, earlier, later)
        if same is not None and same in after:
            changes[code] = after[same] - score
    return changes


def _figures(scores: Scores) -> dict[str, Decimal]:
    return {**{str(number): score for number, score in scores.indicators.items()}, **scores.questions}


def _codes(
    row: MeasureRow, framework: Framework, planned: Framework | None, moved: Mapping[str, Decimal]
) -> tuple[str, ...]:
    """Give the codes whose change tells about a row: its questions, else the indicators behind it."""
    questions = tuple(code for code in row.questions if code in moved)
    if questions:
        return questions
    if row.indicator is not None:
        numbers: Collection[int] = (row.indicator,)
    else:
        asked = row.questions or _questions_of_issue(row.issue, framework, planned)
        found = (framework.question(code) for code in asked)
        numbers = dict.fromkeys(entry.indicator for entry in found if entry is not None)
    return tuple(str(number) for number in numbers if str(number) in moved)


def _questions_of_issue(number: int | None, framework: Framework, planned: Framework | None) -> tuple[str, ...]:
    """Give the questions under an issue in the year of the result, if the issue has the same name in both years."""
    of_result = next((issue for issue in framework.issues if issue.number == number), None)
    of_plan = next((issue for issue in planned.issues if issue.number == number), None) if planned else of_result
    if of_result is None or of_plan is None or compact(of_result.name) != compact(of_plan.name):
        return ()
    return of_result.questions


def _found(
    index: int, row: MeasureRow, fell: Mapping[str, Decimal], years: tuple[int, int], known: Known
) -> CheckFinding:
    worst = min(fell.values())
    told = " ".join(f"{_name(code)} ({_scores(code, years, known)})" for code in fell)
    done = "รายงานว่าดำเนินการแล้วเสร็จ" if row.status == "completed" else "รายงานผลการดำเนินงานแล้ว"
    return CheckFinding(
        code="done-but-score-fell",
        severity="doubt",
        where=f"measures[{index}].{'status' if row.status == 'completed' else 'results'}",
        message=f"มาตรการแถวที่ {index + 1} {done} แต่คะแนนที่เกี่ยวข้องลดลง: {told}",
        settle="ควรทบทวนว่ามาตรการตรงกับสาเหตุหรือไม่ และอธิบายเหตุอื่นที่อาจทำให้คะแนนลดลง",
        found=format_decimal(worst, sign=True),
    )


def _name(code: str) -> str:
    return f"ตัวชี้วัดที่ {code}" if code.isdecimal() else f"ข้อคำถาม {code}"


def _scores(code: str, years: tuple[int, int], known: Known) -> str:
    earlier, later = years
    before = _figures(known.scores[earlier])[code]
    after = _figures(known.scores[later])[known.same_code(code, earlier, later) or code]
    return f"ปี {earlier} ได้ {shown(before)} ปี {later} ได้ {shown(after)}"
