"""weak-point-without-measure: a question, item or indicator that scored low and that no measure takes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from prongsai.ita.analysis.finding import CheckFinding, Severity
from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.reading import Reading
from prongsai.ita.scoring.exact import shown

_SETTLE = "ควรเพิ่มมาตรการสำหรับข้อนี้ หรือระบุรหัสไว้ในมาตรการที่ครอบคลุมอยู่แล้ว"


def check_named_questions(reading: Reading) -> Iterator[CheckFinding]:
    """Find questions of the analysis that no row of the measures names.

    Only where the rows of measures name questions at all: a table by issue without codes leaves nothing to compare.
    """
    taken_up = {code for row in reading.measures for code in row.questions}
    if not taken_up:
        return
    seen: set[str] = set()
    for index, entry in enumerate(reading.analysis):
        for code in entry.questions:
            if code not in taken_up and code not in seen:
                seen.add(code)
                yield _without_measure(f"analysis[{index}].questions", f"ข้อคำถาม {code} อยู่ในส่วนวิเคราะห์", code, "hint")


def check_weak_points(reading: Reading, weak: Iterable[WeakPoint], framework: Framework) -> Iterator[CheckFinding]:
    """Find weak places, by the scores, that no row takes up; the worst of each group alone, all others in one hint.

    A row takes up a question or an item by its code and an indicator by its number or a question of it. Nothing is said
    of kinds that the rows do not name: a table by issue without codes leaves nothing to compare. The worst is what
    scored lowest of its indicator (or instrument) and under the pass mark: an office need not have a measure for each
    question that could be better.
    """
    weak = list(weak)
    open_points = [point for point in weak if _is_open(point, reading, framework)]
    worst = [point for point in open_points if _is_worst(point, weak, framework)]
    for point in worst:
        scored = _name(point) if point.score is None else f"{_name(point)} ได้ {shown(point.score)}"
        yield _without_measure("measures", f"{scored} ต่ำที่สุดในกลุ่ม", point.code, "doubt")
    for kind, name in (("question", "ข้อคำถาม"), ("item", "ข้อ OIT ที่ไม่ได้คะแนน"), ("indicator", "ตัวชี้วัดที่")):
        others = [
            point for point in open_points if point.kind == kind and point not in worst and _missed(point, framework)
        ]
        if others:
            yield _without_measure("measures", f"{name} {_listed(others)}", ", ".join(p.code for p in others), "hint")


def _is_open(point: WeakPoint, reading: Reading, framework: Framework) -> bool:
    questions = {code for row in reading.measures for code in row.questions}
    if point.kind == "question":
        return bool(questions) and point.code not in questions
    if point.kind == "item":
        items = {code for row in reading.measures for code in row.oit}
        return bool(items) and point.code not in items
    if point.kind != "indicator":
        return False
    named = {row.indicator for row in reading.measures if row.indicator is not None}
    by_question = {entry.indicator for code in questions if (entry := framework.question(code))}
    return bool(named) and int(point.code) not in named | by_question


def _is_worst(point: WeakPoint, weak: Sequence[WeakPoint], framework: Framework) -> bool:
    """Whether a question or an indicator missed the mark and nothing of its group scored lower."""
    if point.score is None or point.kind == "item" or not _missed(point, framework):
        return False
    group = _group(point, framework)
    return all(other.score is None or other.score >= point.score for other in weak if _group(other, framework) == group)


def _missed(point: WeakPoint, framework: Framework) -> bool:
    """Whether a place missed the year's pass mark; where none is established, each weak place did."""
    mark = framework.pass_mark.overall
    return mark is None or point.score is None or point.score < mark


def _group(point: WeakPoint, framework: Framework) -> tuple[str, object]:
    if point.kind == "question":
        question = framework.question(point.code)
        return ("question", question.indicator if question else None)
    indicator = framework.indicator(int(point.code)) if point.kind == "indicator" else None
    return (point.kind, indicator.instrument if indicator else None)


def _name(point: WeakPoint) -> str:
    return f"ข้อคำถาม {point.code}" if point.kind == "question" else f"ตัวชี้วัดที่ {point.code}"


def _listed(points: Sequence[WeakPoint]) -> str:
    return ", ".join(p.code + (f" ({shown(p.score)})" if p.score else "") for p in points)


def _without_measure(where: str, subject: str, found: str, severity: Severity) -> CheckFinding:
    return CheckFinding(
        code="weak-point-without-measure",
        severity=severity,
        where=where,
        message=f"{subject} แต่ยังไม่พบมาตรการที่กล่าวถึง",
        settle=_SETTLE,
        found=found,
    )
