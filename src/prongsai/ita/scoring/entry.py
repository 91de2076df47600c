"""The door of forms: a typed, pasted or sent score sheet is taken over whole or refused line by line.

Papers are read as printed and warned of (`prongsai.ita.reading`); here a person types, so what is wrong is refused and
what is doubtful is shown. Nothing is rounded, repaired or filled in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.doubts import doubts
from prongsai.ita.scoring.explain import Outcome, explain
from prongsai.ita.scoring.levels import QUOTES
from prongsai.ita.scoring.names import short_name
from prongsai.ita.scoring.rules import Presumption
from prongsai.ita.scoring.scores import EIT_PARTS, INSTRUMENTS, Scores
from prongsai.ita.scoring.targets import Target, find_target, indicator_by_name
from prongsai.ita.scoring.typed_rows import TypedRow
from prongsai.ita.thai.numbers import parse_score
from prongsai.ita.thai.refusal import Notice, Refused
from prongsai.ita.thai.text import compact, parse_text


@dataclass(frozen=True, slots=True)
class EntryResult:
    """What became of a score sheet. A draft may always be kept; only a complete one without refusals goes further.

    `notices` are accepted but should be seen (mixed digits, a name that fits another number, a total or level that
    does not match); `refusals` name their row; `outcome` explains what could be computed.
    """

    scores: Scores
    outcome: Outcome
    notices: tuple[Notice, ...]
    refusals: tuple[Refused, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What is lacking for the overall, in Thai."""
        return self.outcome.missing

    @property
    def may_publish(self) -> bool:
        """Whether nothing was refused and nothing is missing; a person still confirms the notices."""
        return not self.refusals and not self.missing


@dataclass(slots=True)
class _Sheet:
    """The rows accepted so far, by target."""

    framework: Framework
    figures: dict[Target, tuple[int, Decimal]] = field(default_factory=dict)
    level: str | None = None
    names: dict[str, tuple[int, str]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    refusals: list[Refused] = field(default_factory=list)


def enter_scores(framework: Framework, rows: Iterable[TypedRow], presumed: Presumption | None = None) -> EntryResult:
    """Take over a score sheet row by row.

    Refuses per row NUMBER, DIGITS, COMMA, SCALE, RANGE, ITEM, INDICATOR, QUESTION and DUPLICATE (two values for one
    score). An empty value, `-` or `ไม่มี` is missing, never 0. Notices: MIXED-DIGITS, DUPLICATE (the same value
    twice), NAME, TOTAL, LEVEL and UNREACHABLE.
    """
    sheet = _Sheet(framework)
    for row in rows:
        try:
            _take(sheet, row)
        except Refused as refusal:
            sheet.refusals.append(refusal.at(row=row.row))
    scores = _scores(sheet)
    outcome = explain(framework, scores, presumed)
    notices = (*sheet.notices, *doubts(framework, scores, outcome))
    return EntryResult(scores, outcome, notices, tuple(sheet.refusals))


def _take(sheet: _Sheet, row: TypedRow) -> None:
    target = find_target(sheet.framework, row.what)
    if target.kind == "level":
        sheet.level = parse_text(row.value, limit=40).strip(QUOTES) or None
        return
    _check_name(sheet, target, row)
    parsed = _score(row)
    sheet.notices += [Notice(notice.rule, f"บรรทัด {row.row}: {notice.message}", notice.value) for notice in parsed[1]]
    if parsed[0] is None:
        return
    if target.kind == "item" and parsed[0] not in (0, 100):
        raise Refused("ITEM", f"ข้อ {target.key} ได้เพียง 0 หรือ 100 คะแนน", value=row.value)
    _put(sheet, Target(target.kind, target.key), row, parsed[0])


def _score(row: TypedRow) -> tuple[Decimal | None, tuple[Notice, ...]]:
    """Read the figure; where only the decimal point seems lost (10000 for 100.00) say so in the refusal."""
    try:
        parsed = parse_score(row.value)
    except Refused as refusal:
        plain = compact(row.value)
        if refusal.rule == "RANGE" and plain.isdecimal() and Decimal(plain) <= 10_000:
            meant = Decimal(plain) / 100
            raise Refused("RANGE", f"{refusal.message} หมายถึง {meant:.2f} หรือไม่", value=row.value) from refusal
        raise
    return parsed.value, parsed.notices


def _put(sheet: _Sheet, target: Target, row: TypedRow, value: Decimal) -> None:
    earlier = sheet.figures.get(target)
    if earlier is None:
        sheet.figures[target] = (row.row, value)
        return
    name = short_name("indicator", target.key) if target.kind == "indicator" else target.key
    if earlier[1] != value:
        raise Refused(
            "DUPLICATE",
            f"{name} มีสองค่า คือ {earlier[1]} (บรรทัด {earlier[0]}) และ {value} (บรรทัด {row.row})",
            value=row.value,
        )
    sheet.notices.append(Notice("DUPLICATE", f"{name} มีสองครั้งและมีค่าเดียวกัน (บรรทัด {earlier[0]} และ {row.row})", name))


def _check_name(sheet: _Sheet, target: Target, row: TypedRow) -> None:
    """Note a name that fits another number, or that stands beside two numbers; the number holds."""
    if target.kind != "indicator" or target.name is None:
        return
    named = indicator_by_name(sheet.framework, target.name)
    if named and str(named.number) != target.key:
        message = f"บรรทัด {row.row}: ชื่อ “{target.name}” เป็นชื่อของตัวชี้วัดที่ {named.number} จึงบันทึกตามเลขที่ {target.key}"
        sheet.notices.append(Notice("NAME", message, target.name))
    earlier = sheet.names.setdefault(compact(target.name), (row.row, target.key))
    if earlier[1] != target.key:
        message = f"ตัวชี้วัดที่ {earlier[1]} และ {target.key} ใช้ชื่อเดียวกัน (บรรทัด {earlier[0]} และ {row.row})"
        sheet.notices.append(Notice("NAME", message, target.name))


def _scores(sheet: _Sheet) -> Scores:
    def of(kind: str) -> dict[str, Decimal]:
        return {target.key: value for target, (_, value) in sheet.figures.items() if target.kind == kind}

    instruments, parts = of("instrument"), of("eit_part")
    return Scores(
        questions=of("question"),
        items=of("item"),
        sub_indicators=of("sub_indicator"),
        indicators={int(number): value for number, value in of("indicator").items()},
        instruments={name: instruments[name] for name in INSTRUMENTS if name in instruments},
        eit_parts={name: parts[name] for name in EIT_PARTS if name in parts},
        overall=of("overall").get("overall"),
        level=sheet.level,
    )
