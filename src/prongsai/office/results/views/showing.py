"""A result sheet as its page shows it: what is in doubt first, then all scores by kind."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from prongsai.ita.catalogue import Framework
from prongsai.ita.scoring import Outcome, Repair, check_level, explain, repairs
from prongsai.ita.scoring.names import called, own_name
from prongsai.ita.scoring.targets import Target
from prongsai.office.results.models import LineKind, ResultSheet, ScoreLine
from prongsai.office.results.printed import scores_of_lines
from prongsai.office.rounds.frameworks import presumption


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A score with its name."""

    line: ScoreLine
    name: str
    subject: str


@dataclass(frozen=True, slots=True)
class ShownRepair:
    """A digit that, read otherwise, explains a total; where it would be changed."""

    line: ScoreLine | None
    name: str
    printed: str
    proposed: str


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """The parts of the page."""

    open: list[ShownLine]
    answered: list[ShownLine]
    groups: list[tuple[str | Promise, list[ShownLine]]]
    outcome: Outcome
    level: str
    repairs: list[ShownRepair]


def shown_sheet(sheet: ResultSheet) -> ShownSheet:
    """Give a sheet as it is shown."""
    framework = sheet.round.framework
    lines = [_shown(framework, line) for line in sheet.lines.all()]
    scores = scores_of_lines([entry.line for entry in lines])
    outcome = explain(framework, scores, presumption())
    offered = [] if sheet.is_confirmed else repairs(framework, scores, presumption())
    return ShownSheet(
        open=[entry for entry in lines if entry.line.is_open],
        answered=[entry for entry in lines if entry.line.doubts and not entry.line.is_open],
        groups=[(kind.label, found) for kind in LineKind if (found := _of(kind, lines))],
        outcome=outcome,
        level=check_level(framework, outcome).by_computed.reason,
        repairs=[_repair(repair, lines) for repair in offered],
    )


def name_of(line: ScoreLine) -> str:
    """Name a score as a person would."""
    if line.kind == LineKind.EIT_PART:
        return f"EIT ส่วนที่ {line.code[-1]}"
    return called(Target(line.kind, line.code))  # type: ignore[arg-type]


def _shown(framework: Framework, line: ScoreLine) -> ShownLine:
    return ShownLine(line, name_of(line), own_name(framework, Target(line.kind, line.code)) or "")  # type: ignore[arg-type]


def _of(kind: LineKind, lines: list[ShownLine]) -> list[ShownLine]:
    """Give the lines of a kind; the level stands with the overall score."""
    if kind is LineKind.LEVEL:
        return []
    also = LineKind.LEVEL if kind is LineKind.OVERALL else kind
    return [entry for entry in lines if entry.line.kind in (kind, also)]


def _repair(repair: Repair, lines: list[ShownLine]) -> ShownRepair:
    kind, code = ("overall", "overall") if repair.indicator is None else ("indicator", str(repair.indicator))
    found = next((entry for entry in lines if (entry.line.kind, entry.line.code) == (kind, code)), None)
    return ShownRepair(
        found.line if found else None, found.name if found else code, f"{repair.printed:.2f}", f"{repair.proposed:.2f}"
    )
