"""Which score a line of a score sheet means: an indicator by number or name, an instrument, a code, the overall."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rapidfuzz import fuzz

from prongsai.ita.catalogue.model import Framework, Indicator
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.thai.text import compact, single_line

TargetKind: TypeAlias = Literal[
    "overall", "level", "instrument", "eit_part", "indicator", "sub_indicator", "question", "item"
]

_OVERALL = frozenset(
    ["รวม", "ภาพรวม", "คะแนนรวม", "คะแนนภาพรวม", "ภาพรวมหน่วยงาน", "คะแนนเฉลี่ย", "คะแนนรวมถ่วงน้ำหนัก", "overall", "total"]
)
_LEVEL = frozenset(["ระดับ", "ระดับผลการประเมิน", "ผลการประเมินระดับ", "level"])
_INSTRUMENT = re.compile(r"(?:แบบวัด|คะแนน)?(iit|eit|oit)")
_EIT_PART = re.compile(r"(?:แบบวัด|คะแนน)?eit(?:ส่วนที่|part)?([12])")
_CODE = re.compile(r"(?:ข้อ)?([ieo])([1-9][0-9]?)")
_SUB_INDICATOR = re.compile(r"(?:ตัวชี้วัดย่อย(?:ที่)?)?\s*([0-9]{1,2}\.[0-9]{1,2})(?![0-9])")
_NUMBERED = re.compile(r"(?:ตัวชี้วัด\s*(?:ที่)?\s*)?([0-9]{1,4})(?![0-9])\s*[.):]?\s*(.*)")
_NEAR = 88
"""Least likeness (of 100) of a name that is taken for an indicator's."""


@dataclass(frozen=True, slots=True)
class Target:
    """A score by kind and key (an indicator's number as text, else its code); `name` as typed beside a number."""

    kind: TargetKind
    key: str
    name: str | None = None


def find_target(framework: Framework, what: str) -> Target:
    """Find which score of the year a text names. Refuses INDICATOR, QUESTION and ITEM: what the year does not have."""
    key = compact(what)
    if key in _OVERALL:
        return Target("overall", "overall")
    if key in _LEVEL:
        return Target("level", "level")
    if match := _INSTRUMENT.fullmatch(key):
        return Target("instrument", match[1].upper())
    if match := _EIT_PART.fullmatch(key):
        return Target("eit_part", f"EIT{match[1]}")
    if match := _CODE.fullmatch(key):
        return _coded(framework, f"{match[1].upper()}{match[2]}")
    return _indicator_target(framework, to_arabic(single_line(what)), what)


def _coded(framework: Framework, code: str) -> Target:
    if code.startswith("O"):
        if framework.items and framework.item(code) is None:
            raise Refused("ITEM", f"ปี {framework.year} ไม่มีข้อ {code}", value=code)
        return Target("item", code)
    if framework.question(code) is None:
        known = "ไม่มีข้อคำถาม" if framework.questions else "ยังไม่ทราบข้อคำถาม จึงยังรับคะแนนของ"
        raise Refused("QUESTION", f"ปี {framework.year} {known} {code}", value=code)
    return Target("question", code)


def _indicator_target(framework: Framework, plain: str, what: str) -> Target:
    if (match := _SUB_INDICATOR.match(plain)) and any(sub.code == match[1] for sub in framework.sub_indicators):
        return Target("sub_indicator", match[1])
    if match := _NUMBERED.fullmatch(plain):
        number = int(match[1])
        if framework.indicator(number) is None:
            raise Refused("INDICATOR", f"ปี {framework.year} ไม่มีตัวชี้วัดที่ {number}", value=what)
        return Target("indicator", str(number), match[2].strip() or None)
    indicator = indicator_by_name(framework, plain)
    if indicator is None:
        raise Refused("INDICATOR", f"“{what.strip()}” ไม่ตรงกับตัวชี้วัดใดของปี {framework.year}", value=what)
    return Target("indicator", str(indicator.number))


def indicator_by_name(framework: Framework, name: str) -> Indicator | None:
    """Give the one indicator that a name means, small misspellings allowed, or None."""
    wanted = compact(name).removeprefix("ตัวชี้วัด").removeprefix("คะแนน")
    best: tuple[float, Indicator] | None = None
    for indicator in framework.indicators:
        for known in (indicator.name, *indicator.aliases):
            likeness = fuzz.ratio(wanted, compact(known))
            if likeness >= _NEAR and (best is None or likeness > best[0]):
                best = (likeness, indicator)
    return best[1] if best else None
