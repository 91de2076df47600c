"""The one parser of numbers, with an explicit alphabet: Thai and Arabic digits, one decimal point, one sign.

Python's own parsers accept too much for an official figure (`1e2`, `1_0`, NaN, full-width and Arabic-Indic digits), so
nothing in the project reads a number but this module. Scores and money are `Decimal`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from prongsai.ita.thai.digits import has_mixed_number, to_arabic, to_thai
from prongsai.ita.thai.refusal import Notice, Refused
from prongsai.ita.thai.text import normalise

MISSING = frozenset({"", "-", "–", "—", "ไม่มี"})

_LONGEST = 200

_PLAIN = re.compile(r"([+\-−–]?) ?([0-9]{1,15})(?:\.([0-9]{1,10}))?")
_IN_BRACKETS = re.compile(r"\( ?([0-9]{1,15}(?:\.[0-9]{1,10})?) ?\)")
_GROUPED = re.compile(r"[+\-−–]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_LEADERS_BEFORE = re.compile(r"^(?:\.{3,}|,{2,}|…|[.,…]{3,})[.,…\s]*")
_UNIT = re.compile(r"(?:คะแนน|%|บาท)$")
_PREFIX = re.compile(r"^(?:ร้อยละ|คะแนน)\s*[:=]?\s*")


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """A number as accepted: its value (None where nothing is stated), what a person should see, what was typed."""

    value: Decimal | None
    notices: tuple[Notice, ...] = ()
    original: str = ""


def parse_number(text: str) -> ParsedNumber:
    """Read one number that a person typed, or None where the text says that there is none (empty, -, ไม่มี).

    Leaders (`.....`, `,,,,`) and the unit คะแนน, % or บาท around it are dropped. Refuses DIGITS (digits of another
    script, naming the character), COMMA (a comma where a decimal point is meant) and NUMBER (anything else).
    """
    core = _core(text)
    if core in MISSING:
        return ParsedNumber(None, original=text)
    _refuse_foreign_digits(core, text)
    match = _PLAIN.fullmatch(core)
    if match is None:
        raise _not_a_number(core, text)
    value = Decimal(f"{match[2]}.{match[3] or 0}") if match[3] else Decimal(match[2])
    if match[1] in ("-", "−", "–"):
        if value == 0:
            raise Refused("NUMBER", f"ไม่มีค่า “{text.strip()}” โปรดพิมพ์ 0", value=text)
        value = -value
    return ParsedNumber(value, _mixed_digits(text), text)


def parse_score(text: str) -> ParsedNumber:
    """Read a score of 0 to 100 with at most two decimals.

    Refuses as `parse_number` does, and SCALE (a third decimal: nothing is rounded unasked) and RANGE.
    """
    parsed = parse_number(text)
    if parsed.value is not None:
        check_score(parsed.value, text)
    return parsed


def check_score(value: Decimal, shown: str | None = None) -> Decimal:
    """Check that a value is a score: finite, at most two decimals, 0 to 100. Refuses NUMBER, SCALE and RANGE."""
    shown = str(value) if shown is None else shown.strip()
    if not value.is_finite():
        raise Refused("NUMBER", f"“{shown}” ไม่ใช่ตัวเลขคะแนน", value=shown)
    if value != value.quantize(Decimal("0.01"), ROUND_HALF_UP) and abs(value) < 10**9:
        raise Refused("SCALE", f"คะแนน “{shown}” มีทศนิยมเกินสองตำแหน่ง โปรดพิมพ์ตามที่ประกาศ", value=shown)
    if not 0 <= value <= 100:
        raise Refused("RANGE", f"คะแนน “{shown}” อยู่นอกช่วง 0 ถึง 100", value=shown)
    return value


def parse_signed(text: str) -> ParsedNumber:
    """Read a difference: `+1.72`, `−๐.๗๖`, `- ๐.๗๖`, and `(๐.๗๖)` for a fall. A bare 0 may carry a sign here."""
    core = _core(text)
    bracketed = _IN_BRACKETS.fullmatch(core)
    if bracketed:
        return ParsedNumber(-Decimal(bracketed[1]), _mixed_digits(text), text)
    if re.fullmatch(r"[+\-−–] ?0+(\.0+)?", core):
        return ParsedNumber(Decimal(core[1:].strip()), _mixed_digits(text), text)
    return parse_number(text)


def parse_money(text: str) -> ParsedNumber:
    """Read an amount in baht: thousands may be grouped by commas (`1,234.50`), at most two decimals (satang).

    Refuses as `parse_number` does, and SCALE and RANGE (an amount under zero).
    """
    core = _core(text)
    if _GROUPED.fullmatch(core):
        core = core.replace(",", "")
    parsed = parse_number(core)
    if parsed.value is not None:
        if parsed.value != parsed.value.quantize(Decimal("0.01"), ROUND_HALF_UP):
            raise Refused("SCALE", f"จำนวนเงิน “{text.strip()}” ละเอียดกว่าหนึ่งสตางค์", value=text)
        if parsed.value < 0:
            raise Refused("RANGE", f"จำนวนเงิน “{text.strip()}” ติดลบ", value=text)
    return ParsedNumber(parsed.value, _mixed_digits(text), text)


def parse_whole(text: str) -> int:
    """Read a count: a whole number without sign. Refuses DIGITS and NUMBER, also where nothing is stated."""
    core = _core(text)
    _refuse_foreign_digits(core, text)
    if not re.fullmatch(r"[0-9]{1,15}", core):
        raise Refused("NUMBER", f"“{text.strip()}” ไม่ใช่จำนวนเต็ม", value=text)
    return int(core)


def printed_number(text: str) -> Decimal | None:
    """Read a number as printed in a paper, as tolerant as a person, or None where the text is not one number.

    Accepts what `parse_signed` accepts, grouped thousands, and ร้อยละ or คะแนน before the figure.
    """
    try:
        core = _PREFIX.sub("", _core(text))
        if _GROUPED.fullmatch(core):
            core = core.replace(",", "")
        return parse_signed(core).value
    except Refused:
        return None


def round_half_up(value: Decimal, places: int = 2) -> Decimal:
    """Round as official papers do: a half goes away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def format_decimal(
    value: Decimal, *, places: int = 2, digits: Literal["arabic", "thai"] = "arabic", sign: bool = False
) -> str:
    """Write a number with a fixed count of decimals, rounded half up; `sign` puts + before what is above zero."""
    rounded = round_half_up(value, places)
    if rounded == 0:
        rounded = abs(rounded)
    written = f"{rounded:+f}" if sign and rounded > 0 else f"{rounded:f}"
    return to_thai(written) if digits == "thai" else written


def _core(text: str) -> str:
    """Give the figure alone: Arabic digits, without leaders, unit and outer blanks."""
    if len(text) > _LONGEST:
        raise Refused("NUMBER", "ข้อความยาวเกินกว่าจะเป็นตัวเลขหนึ่งจำนวน", value=text[:_LONGEST])
    core = to_arabic(normalise(text)).strip()
    core = _LEADERS_BEFORE.sub("", core)
    core = _UNIT.sub("", core).rstrip()
    if core not in MISSING:
        core = core.rstrip(".,… \n\t") if re.search(r"[0-9)]", core) else core
    return core


def _refuse_foreign_digits(core: str, text: str) -> None:
    for char in core:
        if unicodedata.category(char) == "Nd" and not char.isascii():
            raise Refused(
                "DIGITS",
                f"พบตัวเลข “{char}” ({unicodedata.name(char, 'ไม่ทราบชื่อ')}) โปรดใช้เลขไทยหรือเลขอารบิก",
                value=text,
            )


def _not_a_number(core: str, text: str) -> Refused:
    shown = text.strip()
    if re.fullmatch(r"[+\-−–]?[0-9]+,[0-9]{1,2}", core):
        return Refused("COMMA", f"“{shown}” ใช้จุดทศนิยมแทนเครื่องหมายจุลภาค เช่น {core.replace(',', '.')}", value=text)
    return Refused("NUMBER", f"“{shown}” ไม่ใช่ตัวเลขที่อ่านได้", value=text)


def _mixed_digits(text: str) -> tuple[Notice, ...]:
    if not has_mixed_number(normalise(text)):
        return ()
    return (Notice("MIXED-DIGITS", "ตัวเลขนี้มีทั้งเลขไทยและเลขอารบิกปนกัน โปรดตรวจสอบ", text.strip()),)
