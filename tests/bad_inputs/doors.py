"""The doors through which the bad inputs come: each gives what a case may expect of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from prongsai.ita.analysis import check
from prongsai.ita.catalogue import framework_for, load_framework
from prongsai.ita.reading import read_text
from prongsai.ita.scoring import (
    AnswerRow,
    enter_answers,
    enter_change,
    enter_scores,
    enter_turnout,
    rows_from_json,
    rows_from_paste,
)
from prongsai.ita.scoring.survey_entry import check_weights
from prongsai.ita.thai import (
    Period,
    decode,
    outside_fiscal_year,
    parse_citizen_id,
    parse_date,
    parse_money,
    parse_name,
    parse_period,
    parse_phone,
    parse_score,
    parse_text,
    parse_time,
    parse_year,
    require_past,
)

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Answer:
    """What a door answered: a value as text, rules of notices, codes of checks with found and expected."""

    value: str | None = None
    notices: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    checks: tuple[tuple[str, str, str | None], ...] = ()


def _number(parsed) -> Answer:
    value = None if parsed.value is None else f"{parsed.value}"
    return Answer(value, tuple(notice.rule for notice in parsed.notices))


def _entry(result) -> Answer:
    if result.refusals:
        raise result.refusals[0]
    return Answer(None, tuple(n.rule for n in result.notices), tuple(n.message for n in result.notices))


def _sheet(text: str) -> Answer:
    return _entry(enter_scores(load_framework(2566), rows_from_paste(text)))


def _level(text: str) -> Answer:
    overall, level, eit_part = text.split()
    lines = [f"{n}\t{overall}" for n in range(1, 11)] + [
        f"ระดับ\t{level}",
        f"EIT ส่วนที่ 1\t{eit_part}",
        f"EIT ส่วนที่ 2\t{eit_part}",
    ]
    return _sheet("\n".join(lines))


def _nine_indicators(missing: str) -> Answer:
    lines = [f"{n}\t90.00" for n in range(1, 11) if str(n) != missing]
    result = enter_scores(load_framework(2566), rows_from_paste("\n".join(lines)))
    assert result.missing and not result.may_publish and not result.refusals
    assert result.outcome.overall is None
    return Answer(None)


def _paper(name: str) -> Answer:
    reading = read_text((HERE / name).read_text(encoding="utf-8"), name=name)
    found = [(entry.code, entry.found, entry.expected) for entry in check(reading, framework_for)]
    found += [(entry.code, entry.found, entry.expected) for entry in reading.warnings]
    return Answer(checks=tuple(found))


def _period(text: str) -> Answer:
    period = parse_period(text)
    if isinstance(period, Period):
        return Answer(f"{period.start} {period.end}")
    return Answer(f"every {period.every_months}")


def _period_in(year: int) -> Callable[[str], Answer]:
    def door(text: str) -> Answer:
        period = parse_period(text)
        assert isinstance(period, Period)
        notice = outside_fiscal_year(period, year)
        return Answer(f"{period.start} {period.end}", (notice.rule,) if notice else ())

    return door


def _date(text: str, **options) -> Answer:
    parsed = parse_date(text, **options)
    return Answer(str(parsed.date), tuple(notice.rule for notice in parsed.notices))


def _done_on(text: str) -> Answer:
    return Answer(str(require_past(parse_date(text).date, today=date(2025, 3, 17))))


def _weights(text: str) -> Answer:
    values = [Decimal(part) for part in text.split()]
    return Answer(str(check_weights(dict(zip(("IIT", "EIT", "OIT"), values, strict=True)))))


def _answer(text: str) -> Answer:
    question, place = text.split()
    return _entry_answers(enter_answers(load_framework(2566), [AnswerRow(1, question, place)]))


def _entry_answers(result) -> Answer:
    if result.refusals:
        raise result.refusals[0]
    return Answer(str(result.answers))


def _turnout(text: str) -> Answer:
    turnout = enter_turnout(*text.split())
    return Answer(None if turnout.share is None else str(turnout.share))


def _name(text: str) -> Answer:
    part, _, times = text.partition("*")
    name, notices = parse_name(part * int(times or 1))
    return Answer(name, tuple(notice.rule for notice in notices))


def _bytes(codec: str) -> Answer:
    decoded = decode("ตัวชี้วัดที่ ๑ ๙๑.๓๖".encode(codec))
    return Answer(decoded.text, tuple(notice.rule for notice in decoded.notices))


def _marks(text: str) -> Answer:
    code, times = text.split()
    return Answer(parse_text("ก" + chr(int(code, 16)) * int(times)))


def _megabyte(letter: str) -> Answer:
    reading = read_text(letter * 1_000_000, name="megabyte.txt")
    return Answer("read" if not reading.measures else "misread")


DOORS: dict[str, Callable[[str], Answer]] = {
    "score": lambda text: _number(parse_score(text)),
    "money": lambda text: _number(parse_money(text)),
    "change": lambda text: Answer(str(enter_change(text))),
    "sheet": _sheet,
    "json": lambda text: _entry(enter_scores(load_framework(2566), rows_from_json(text))),
    "level": _level,
    "nine-indicators": _nine_indicators,
    "weights": _weights,
    "answer": _answer,
    "turnout": _turnout,
    "paper": _paper,
    "date": _date,
    "date-be": lambda text: _date(text, era="BE"),
    "done-on": _done_on,
    "year": lambda text: Answer(str(parse_year(text))),
    "year-in-2567": lambda text: Answer(str(parse_year(text, document_year=2567))),
    "period": _period,
    "period-in-2564": _period_in(2564),
    "time": lambda text: Answer(f"{parse_time(text):%H:%M}"),
    "text": lambda text: Answer(parse_text(text)),
    "name": _name,
    "marks": _marks,
    "bytes": _bytes,
    "hex": lambda text: Answer(decode(bytes.fromhex(text)).text),
    "megabyte": _megabyte,
    "citizen": lambda text: Answer(parse_citizen_id(text)),
    "phone": lambda text: Answer(parse_phone(text)),
}
