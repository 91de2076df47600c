"""What a reader should find in a paper: set down from the records it was written from, never from a reading."""

from collections.abc import Iterable, Sequence
from datetime import date

from prongsai.ita.papers.blocks import Gap
from prongsai.ita.papers.reading import (
    AgencyHead,
    Change,
    DocumentHead,
    IndicatorScore,
    MeasureRow,
    Reading,
    ScoreSheet,
    WorkingGroup,
)

KIND = "องค์การบริหารส่วนตำบล"
MEASURES = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
ANALYSIS = "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส"
REPORT = f"รายงานผลการดำเนินการตาม{MEASURES}"


def truth(
    name: str,
    kind: str,
    title: str,
    *,
    assessed: int | None = None,
    plan_year: int | None = None,
    months: int | None = None,
    place: tuple[str, str] | None = None,
    **content: object,
) -> Reading:
    """Give the truth of a paper of an agency; what is not given stands in no paper."""
    district, province = place or (None, None)
    head = DocumentHead(kind, title, assessed, plan_year, months)
    return Reading(head, AgencyHead(name, KIND, district, province), **content)


def sheet(outcome, *, overall: bool = True, parts: Iterable = ()) -> ScoreSheet:
    """Give a year's scores as a paper prints them; `parts` are weak points, of which parts of the EIT have scores."""
    return ScoreSheet(
        outcome.year,
        outcome.published_overall if overall else None,
        outcome.published_level if overall else None,
        {weak.code: weak.score for weak in parts if weak.kind == "component"},
        tuple(IndicatorScore(number, score) for number, score in outcome.indicators.items()),
    )


def before(result) -> ScoreSheet:
    """Give the scores of the year before, which a paper works out from the changes."""
    now = result.outcome.indicators
    then = (IndicatorScore(number, now[number] - change) for number, change in result.changes.items())
    return ScoreSheet(result.year_before, result.overall_before, indicators=tuple(then))


def changes(told, earlier: int, later: int) -> tuple[Change, ...]:
    """Give the printed changes of indicators and, under None, of the overall."""
    return tuple(Change(number, earlier, later, change) for number, change in told.items() if change is not None)


def planned_rows(rows: Sequence, *, heads: str | None, follow_up: bool, findings: bool) -> tuple[MeasureRow, ...]:
    """Give the rows of a plan as a table prints them: headed by issues, by indicators or by nothing.

    A row in which everything is still to be decided is none.
    """
    printed = (
        MeasureRow(
            issue=row.issue if heads == "issue" else None,
            indicator=row.indicator if heads == "indicator" else None,
            questions=tuple(weak.code for weak in row.weak_points if weak.kind == "question") if findings else (),
            finding=told(row.finding) if findings else None,
            measures=texts(row.titles),
            steps=row.steps,
            units=texts((row.lead_unit, *row.supporting_units)),
            period=None if isinstance(row.period, Gap) else row.period,
            follow_up=told(row.follow_up) if follow_up else None,
        )
        for row in rows
    )
    return tuple(row for row in printed if row.questions or row.finding or row.measures or row.steps or row.units)


def reported_rows(rows: Sequence) -> tuple[MeasureRow, ...]:
    """Give the rows of a report whose table has no column of periods."""
    return tuple(
        MeasureRow(
            issue=row.issue,
            measures=texts(row.measures),
            steps=texts(row.steps),
            units=texts(row.units),
            status=row.status,
            results=row.results,
            outcomes=row.outcomes,
        )
        for row in rows
    )


def working_group(number: str, day: date, duties) -> WorkingGroup:
    """Give the group of an order; each phase heads its duties."""
    listed = tuple(text for phase, tasks in duties.phases() for text in (phase, *tasks))
    return WorkingGroup(number, day.isoformat(), listed)


def told(inline) -> str | None:
    """Give a text; a gap tells nothing."""
    return None if isinstance(inline, Gap) else inline


def texts(inlines: Iterable) -> tuple[str, ...]:
    """Give the texts among texts and gaps."""
    return tuple(inline for inline in inlines if not isinstance(inline, Gap))
