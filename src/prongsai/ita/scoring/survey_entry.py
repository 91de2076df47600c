"""The door for counts of survey answers, for turnout and for weights that a person types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.catalogue.model import Framework, Instrument, Question, Scale
from prongsai.ita.scoring.exact import as_decimal
from prongsai.ita.thai.numbers import parse_signed, parse_whole
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.thai.text import compact


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Answers to one question: `answer` is a place on its scale (from 1) or its wording, `count` how many chose it."""

    row: int
    question: str
    answer: str
    count: str = "1"


@dataclass(frozen=True, slots=True)
class AnswersResult:
    """Counts per question and place on the scale (from 0, as `Scores.answers`), and what was refused by row."""

    answers: Mapping[str, Mapping[int, int]]
    refusals: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many answered; `share` (of 100) is None where nobody was entitled."""

    respondents: int
    eligible: int
    share: Decimal | None


def enter_answers(framework: Framework, rows: Iterable[AnswerRow]) -> AnswersResult:
    """Count answers. Refuses per row QUESTION (not of this year), ANSWER (off the scale, or no scale known), NUMBER."""
    counts: dict[str, dict[int, int]] = {}
    refusals: list[Refused] = []
    for row in rows:
        try:
            question = _question(framework, row.question)
            place = _place(framework, question, row.answer)
            chosen = counts.setdefault(question.code, {})
            chosen[place] = chosen.get(place, 0) + parse_whole(row.count)
        except Refused as refusal:
            refusals.append(refusal.at(row=row.row))
    return AnswersResult(counts, tuple(refusals))


def _question(framework: Framework, typed: str) -> Question:
    code = compact(typed).upper()
    question = framework.question(code)
    if question is None:
        raise Refused("QUESTION", f"ปี {framework.year} ไม่มีข้อคำถาม {code}", value=typed)
    return question


def _place(framework: Framework, question: Question, answer: str) -> int:
    scale: Scale | None = framework.scales.get(question.scale) if question.scale else None
    if scale is None:
        raise Refused("ANSWER", f"ยังไม่ทราบมาตรวัดของข้อ {question.code} ปี {framework.year}", value=answer)
    wordings = [compact(wording) for wording in scale.answers]
    if compact(answer) in wordings:
        return wordings.index(compact(answer))
    typed = compact(answer)
    places = [str(number) for number in range(1, len(scale.answers) + 1)]
    if typed not in places:
        known = " / ".join(scale.answers)
        raise Refused("ANSWER", f"คำตอบ “{answer.strip()}” ไม่อยู่ในมาตรวัดของข้อ {question.code} ({known})", value=answer)
    return places.index(typed)


def enter_turnout(respondents: str, eligible: str) -> Turnout:
    """Read how many answered of how many entitled. Refuses NUMBER, and TURNOUT (more answers than people)."""
    answered, entitled = parse_whole(respondents), parse_whole(eligible)
    if answered > entitled:
        raise Refused("TURNOUT", f"ผู้ตอบ {answered} คน มากกว่าผู้มีสิทธิตอบ {entitled} คน", value=respondents)
    share = as_decimal(Fraction(answered * 100, entitled)) if entitled else None
    return Turnout(answered, entitled, share)


def enter_change(value: str) -> Decimal | None:
    """Read a printed change between two years, with its sign; None where none is stated. Refuses as `parse_signed`."""
    return parse_signed(value).value


def check_weights(weights: Mapping[Instrument, Decimal]) -> dict[Instrument, Decimal]:
    """Give weights in per cent. Accepts shares of 100 or of 1; refuses WEIGHTS where they sum to anything else."""
    total = sum(weights.values(), Decimal(0))
    if any(weight < 0 for weight in weights.values()) or total not in (Decimal(1), Decimal(100)):
        raise Refused("WEIGHTS", f"น้ำหนักของแบบวัดรวมกันได้ {total} ต้องรวมเป็น 100 (หรือ 1)", value=str(total))
    return {instrument: weight * (100 if total == 1 else 1) for instrument, weight in weights.items()}
