"""Reckons the findings of a year from confirmed scores: everything by `ita`, nothing here but putting side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.analysis import IndicatorChange, WeakPoint, indicator_changes, overall_change, weak_points
from prongsai.ita.catalogue import Crosswalk, Framework, load_topics
from prongsai.ita.planning.wording import label
from prongsai.ita.scoring import LevelCheck, Outcome, Presumption, Price, Scores, check_level, explain, price_list
from prongsai.ita.scoring.levels import component_scores
from prongsai.ita.thai import format_decimal
from prongsai.office.findings.charts import charts_of
from prongsai.office.findings.found import FoundCheck, FoundIndicator, FoundPrice, FoundTopic, FoundWeak, YearFound


@dataclass(frozen=True, slots=True)
class YearScores:
    """The confirmed scores of a year, the framework they are read by, and the assessor's remarks by item."""

    framework: Framework
    scores: Scores
    remarks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A year's result explained, as papers take it."""

    framework: Framework
    outcome: Outcome
    level: LevelCheck
    prices: Sequence[Price]
    weak: Sequence[WeakPoint]
    changes: Sequence[IndicatorChange]
    year_before: int | None
    overall_before: Decimal | None
    overall_change: Decimal | None


def reckon(
    told: YearScores, presumed: Presumption, earlier: YearScores | None = None, walk: Crosswalk | None = None
) -> Reckoned:
    """Explain a year's scores, with the year before where a crosswalk leads from it."""
    framework, scores = told.framework, told.scores
    outcome = explain(framework, scores, presumed)
    before = explain(earlier.framework, earlier.scores, presumed) if earlier and walk else None
    shown = before.published_overall if before and before.published_overall is not None else None
    return Reckoned(
        framework=framework,
        outcome=outcome,
        level=check_level(framework, outcome),
        prices=price_list(framework, scores, presumed),
        weak=weak_points(framework, scores, presumed=presumed),
        changes=indicator_changes(before, outcome, walk) if before and walk else (),
        year_before=before.year if before else None,
        overall_before=shown if shown is not None or before is None else before.overall_shown,
        overall_change=overall_change(before, outcome) if before else None,
    )


def found_of(made: Reckoned, remarks: Mapping[str, str], checks: Sequence[FoundCheck], codes_year: int) -> YearFound:
    """Give what was reckoned as records."""
    framework, outcome = made.framework, made.outcome
    return YearFound(
        year=framework.year,
        codes_year=codes_year,
        overall=outcome.overall_shown,
        published_overall=outcome.published_overall,
        level=made.level.by_computed.level,
        level_reason=made.level.by_computed.reason,
        published_level=outcome.published_level,
        level_question=made.level.message or "",
        pass_mark=framework.pass_mark.overall,
        lines=outcome.lines,
        missing=outcome.missing,
        unconfirmed=outcome.unconfirmed,
        differences=tuple(_differences(outcome)),
        components=tuple((str(name), score) for name, score in component_scores(outcome).items()),
        prices=tuple(_price(price, remarks) for price in made.prices if price.points),
        topics=tuple(_topics(made.weak, remarks)),
        year_before=made.year_before,
        overall_before=made.overall_before,
        overall_change=made.overall_change,
        indicators=tuple(_indicators(made)),
        charts=charts_of(made.framework, made.outcome, made.changes, made.year_before, made.overall_before),
        checks=tuple(checks),
    )


def _differences(outcome: Outcome) -> list[str]:
    return [
        f"{gap.what} ที่ประกาศ {format_decimal(gap.published)} แต่คำนวณจากคะแนนย่อยได้ {format_decimal(gap.computed)} "
        f"ต่างกัน {format_decimal(abs(gap.gap))}"
        for gap in outcome.differences
    ]


def _price(price: Price, remarks: Mapping[str, str]) -> FoundPrice:
    return FoundPrice(
        kind=price.kind,
        code=price.code,
        name=price.name or "",
        score=price.score,
        points=price.points,
        confirmed=price.confirmed,
        remark=remarks.get(price.code, "") if price.kind == "item" else "",
    )


def _topics(weak: Sequence[WeakPoint], remarks: Mapping[str, str]) -> list[FoundTopic]:
    """Group weak points by topic, in the order of the dearest point of each; those without a topic last."""
    known = load_topics()
    groups: dict[str, list[FoundWeak]] = {}
    for point in weak:
        name = known[point.topic].name_th if point.topic in known else ""
        groups.setdefault(name, []).append(_weak(point, remarks))
    found = [FoundTopic(name=name, points=tuple(points)) for name, points in groups.items()]
    return sorted(found, key=lambda topic: not topic.name)


def _weak(point: WeakPoint, remarks: Mapping[str, str]) -> FoundWeak:
    return FoundWeak(
        label=label(point),
        name=point.name or "",
        score=point.score,
        price=point.price,
        confirmed=point.confirmed,
        remark=remarks.get(point.code, "") if point.kind == "item" else "",
        code="" if point.kind == "component" else point.code,
    )


def _indicators(made: Reckoned) -> list[FoundIndicator]:
    changes = {change.later: change for change in made.changes}
    return [
        FoundIndicator(
            number=entry.number,
            name=entry.name,
            instrument=entry.instrument,
            score=made.outcome.indicators.get(entry.number),
            before=changes[entry.number].before if entry.number in changes else None,
            change=changes[entry.number].change if entry.number in changes else None,
        )
        for entry in made.framework.indicators
    ]
