"""The scores of one agency in one year, as far down as they are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

from prongsai.ita.catalogue.model import Instrument
from prongsai.ita.papers.reading import ScoreSheet

EitPart: TypeAlias = Literal["EIT1", "EIT2"]
INSTRUMENTS: tuple[Instrument, ...] = ("IIT", "EIT", "OIT")
EIT_PARTS: tuple[EitPart, ...] = ("EIT1", "EIT2")
_LOST, _PASSED = Decimal(0), Decimal(100)


@dataclass(frozen=True, slots=True)
class Scores:
    """What is known of one year's result, on a scale of 0 to 100; every part may be empty.

    `answers` counts the answers of a question by their place on its scale, from 0 (`{"I1": {0: 2, 3: 31}}`); a
    question made of sub-items is given by them (`I4.1`, `I4.2`). `items` are 0 or 100. What is missing is left out:
    a missing score is never 0. `overall` and `level` are those published.
    """

    answers: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    questions: Mapping[str, Decimal] = field(default_factory=dict)
    items: Mapping[str, Decimal] = field(default_factory=dict)
    sub_indicators: Mapping[str, Decimal] = field(default_factory=dict)
    indicators: Mapping[int, Decimal] = field(default_factory=dict)
    instruments: Mapping[Instrument, Decimal] = field(default_factory=dict)
    eit_parts: Mapping[EitPart, Decimal] = field(default_factory=dict)
    overall: Decimal | None = None
    level: str | None = None


def overlaid(scores: Scores, more: Scores) -> Scores:
    """Give scores with what a person knows besides; where both know a score, `more` holds."""
    return Scores(
        answers={**scores.answers, **more.answers},
        questions={**scores.questions, **more.questions},
        items={**scores.items, **more.items},
        sub_indicators={**scores.sub_indicators, **more.sub_indicators},
        indicators={**scores.indicators, **more.indicators},
        instruments={**scores.instruments, **more.instruments},
        eit_parts={**scores.eit_parts, **more.eit_parts},
        overall=scores.overall if more.overall is None else more.overall,
        level=more.level or scores.level,
    )


def scores_from_sheet(sheet: ScoreSheet) -> Scores:
    """Take over the scores printed in a paper. Of an indicator, question or item that stands twice the first holds.

    An item counts only where its result is 0 or 100.
    """
    printed = sheet.instruments or {}
    indicators: dict[int, Decimal] = {}
    for entry in sheet.indicators:
        indicators.setdefault(entry.number, entry.score)
    questions: dict[str, Decimal] = {}
    for question in sheet.questions:
        questions.setdefault(question.code, question.score)
    items: dict[str, Decimal] = {}
    for item in sheet.items:
        if item.score is not None and item.score in (_LOST, _PASSED):
            items.setdefault(item.code, item.score)
    return Scores(
        questions=questions,
        items=items,
        indicators=indicators,
        instruments={key: printed[key] for key in INSTRUMENTS if key in printed},
        eit_parts={key: printed[key] for key in EIT_PARTS if key in printed},
        overall=sheet.overall,
        level=sheet.level,
    )
