"""Scores as printed or typed, as the lines of a result sheet; and lines back as scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from prongsai.ita.catalogue import Framework
from prongsai.ita.catalogue.model import Instrument
from prongsai.ita.papers.reading import IndicatorScore, InstrumentKey, ItemResult, QuestionScore, ScoreSheet
from prongsai.ita.scoring import Scores
from prongsai.ita.scoring.scores import EitPart
from prongsai.office.results.models import LineKind, ScoreLine
from prongsai.office.results.models.line import figure_text

EIT_PARTS = ("EIT1", "EIT2")
INSTRUMENTS = ("IIT", "EIT", "OIT")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Printed:
    """One score as its source has it. `value` is None where there is none, or where it cannot be a score."""

    kind: LineKind
    code: str
    text: str = ""
    value: Decimal | None = None
    word: str = ""
    remark: str = ""

    @property
    def key(self) -> Key:
        """What it is of."""
        return (self.kind.value, self.code)


def printed_of_sheet(sheet: ScoreSheet) -> Iterator[Printed]:
    """Give the scores of a paper. Of what stands twice the first holds."""
    yield _figure(LineKind.OVERALL, "overall", sheet.overall)
    yield Printed(LineKind.LEVEL, "level", sheet.level or "", word=sheet.level or "")
    for name, score in (sheet.instruments or {}).items():
        yield _figure(LineKind.EIT_PART if name in EIT_PARTS else LineKind.INSTRUMENT, name, score)
    for entry in sheet.indicators:
        yield _figure(LineKind.INDICATOR, str(entry.number), entry.score)
    for question in sheet.questions:
        yield _figure(LineKind.QUESTION, question.code, question.score)
    for item in sheet.items:
        yield _figure(LineKind.ITEM, item.code, item.score, item.remark or "")


def printed_of_scores(scores: Scores) -> Iterator[Printed]:
    """Give the scores that somebody typed or pasted."""
    yield _figure(LineKind.OVERALL, "overall", scores.overall)
    yield Printed(LineKind.LEVEL, "level", scores.level or "", word=scores.level or "")
    for name, score in scores.instruments.items():
        yield _figure(LineKind.INSTRUMENT, name, score)
    for part, score in scores.eit_parts.items():
        yield _figure(LineKind.EIT_PART, part, score)
    for number, score in scores.indicators.items():
        yield _figure(LineKind.INDICATOR, str(number), score)
    for code, score in scores.sub_indicators.items():
        yield _figure(LineKind.SUB_INDICATOR, code, score)
    for code, score in scores.questions.items():
        yield _figure(LineKind.QUESTION, code, score)
    for code, score in scores.items.items():
        yield _figure(LineKind.ITEM, code, score)


def whole(printed: Iterable[Printed], framework: Framework) -> list[Printed]:
    """Give the scores in their order, with an empty line for what the year has and nobody printed."""
    known: dict[Key, Printed] = {}
    for entry in printed:
        known.setdefault(entry.key, entry)
    always = [Printed(LineKind.OVERALL, "overall"), Printed(LineKind.LEVEL, "level")]
    always += [Printed(LineKind.INSTRUMENT, name) for name in INSTRUMENTS]
    always += [Printed(LineKind.EIT_PART, name) for name in EIT_PARTS]
    always += [Printed(LineKind.INDICATOR, str(entry.number)) for entry in framework.indicators]
    for entry in always:
        known.setdefault(entry.key, entry)
    return sorted(known.values(), key=_place)


def scores_of_lines(lines: Iterable[ScoreLine]) -> Scores:
    """Give what the lines of a sheet say now. An item counts only with 0 or 100."""
    held = [line for line in lines if line.value is not None]

    def of(kind: LineKind) -> dict[str, Decimal]:
        return {line.code: line.score for line in held if line.kind == kind and line.score is not None}

    level = next((line.word for line in lines if line.kind == LineKind.LEVEL), "")
    instruments, parts = of(LineKind.INSTRUMENT), of(LineKind.EIT_PART)
    return Scores(
        questions=of(LineKind.QUESTION),
        items={code: score for code, score in of(LineKind.ITEM).items() if score in (0, 100)},
        sub_indicators=of(LineKind.SUB_INDICATOR),
        indicators={int(code): score for code, score in of(LineKind.INDICATOR).items()},
        instruments={cast(Instrument, name): score for name, score in instruments.items()},
        eit_parts={cast(EitPart, name): parts[name] for name in EIT_PARTS if name in parts},
        overall=of(LineKind.OVERALL).get("overall"),
        level=level or None,
    )


def sheet_of_lines(year: int, lines: Iterable[ScoreLine]) -> ScoreSheet:
    """Give the lines as the score sheet of a paper, as checks take it."""
    scores = scores_of_lines(lines := list(lines))
    named: dict[InstrumentKey, Decimal] = {}
    named.update(scores.instruments.items())
    named.update(scores.eit_parts.items())
    items = [line for line in lines if line.kind == LineKind.ITEM]
    return ScoreSheet(
        year=year,
        overall=scores.overall,
        level=scores.level,
        instruments=named,
        indicators=tuple(IndicatorScore(number, score) for number, score in scores.indicators.items()),
        questions=tuple(QuestionScore(code, score) for code, score in scores.questions.items()),
        items=tuple(ItemResult(line.code, line.score, line.remark or None) for line in items),
    )


def _figure(kind: LineKind, code: str, score: Decimal | None, remark: str = "") -> Printed:
    fits = score is not None and 0 <= score <= 100 and score == round(score, 4)
    return Printed(kind, code, figure_text(score)[:60], score if fits else None, remark=remark)


def _place(entry: Printed) -> tuple[int, str, int]:
    letters = entry.code.rstrip("0123456789.")
    numbers = entry.code[len(letters) :]
    kinds = list(LineKind)
    first = {"I": "0", "E": "1"}.get(letters, letters) if entry.kind is LineKind.QUESTION else ""
    if entry.kind is LineKind.INSTRUMENT:
        return (kinds.index(entry.kind), "", INSTRUMENTS.index(entry.code))
    return (kinds.index(entry.kind), first, _number(numbers))


def _number(text: str) -> int:
    """Make `9.10` come after `9.2`, and codes without a number first."""
    whole_part, _point, part = text.partition(".")
    return int(whole_part or 0) * 1000 + int(part or 0)
