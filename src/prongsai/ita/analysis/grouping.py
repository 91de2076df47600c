"""Weak points under the headings of a measures paper: by issue where the year has issues, else by indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Framework


@dataclass(frozen=True, slots=True)
class WeakGroup:
    """Weak points under one heading: `issue` or `indicator` is set, neither where nobody placed them."""

    issue: int | None
    indicator: int | None
    title: str
    points: tuple[WeakPoint, ...]


NOT_PLACED = "ยังไม่ได้จัดเข้าประเด็น"


def group_weak_points(
    framework: Framework, points: Sequence[WeakPoint], issue_of: Mapping[str, int] | None = None
) -> list[WeakGroup]:
    """Group weak points by issue, or by indicator where the year has no issues; empty groups are left out.

    Which issue a question or item belongs to was never official: agencies place the same question differently. So
    `issue_of` (code to issue) holds first, then the first issue of the framework that lists the code.
    """
    placed: dict[int | None, list[WeakPoint]] = {}
    for point in points:
        key = _issue(framework, point, issue_of or {}) if framework.issues else _indicator(framework, point)
        placed.setdefault(key, []).append(point)
    if framework.issues:
        headings = [(issue.number, issue.name) for issue in framework.issues]
    else:
        headings = [(indicator.number, indicator.name) for indicator in framework.indicators]
    groups = [_group(framework, number, name, placed[number]) for number, name in headings if number in placed]
    loose = [point for key, some in placed.items() if key not in dict(headings) for point in some]
    return groups + ([WeakGroup(None, None, NOT_PLACED, tuple(loose))] if loose else [])


def _group(framework: Framework, number: int, name: str, points: Sequence[WeakPoint]) -> WeakGroup:
    by_issue = bool(framework.issues)
    return WeakGroup(number if by_issue else None, None if by_issue else number, name, tuple(points))


def _issue(framework: Framework, point: WeakPoint, issue_of: Mapping[str, int]) -> int | None:
    if point.code in issue_of:
        return issue_of[point.code]
    listed = (issue.number for issue in framework.issues if point.code in (*issue.questions, *issue.items))
    return next(listed, None)


def _indicator(framework: Framework, point: WeakPoint) -> int | None:
    if point.kind == "indicator":
        return int(point.code)
    entry = framework.question(point.code) or framework.item(point.code)
    return entry.indicator if entry else None
