"""Takes a sentence apart into what it names in order: years, indicators, instruments, figures, levels, rise and fall.

Targets, full marks, pass marks, ranks, counts and amounts are no scores and give no token.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from prongsai.ita.reading.levels import LEVEL
from prongsai.ita.reading.vocabulary import Vocabulary, instrument_of
from prongsai.ita.reading.years import is_compared, years_in
from prongsai.ita.thai import printed_number, round_half_up, to_arabic

_LEADERS = r"[.,…]{2,60}"
_FIGURE = (
    rf"(?:{_LEADERS}\s?|(?<![0-9.,/]))(?P<figure>[0-9]{{1,3}}(?:\.[0-9]{{1,4}})?)(?![0-9]|[.,:][0-9])(?:{_LEADERS})?"
)
_OVERALL = r"(?P<overall>(?P<strong>ภาพรวม)|คะแนนรวม|โดยรวม|คะแนน\s?ITA|ผลการประเมิน|คะแนนเฉลี่ย|ค่าเฉลี่ย|ค่าคะแนน)"
_TURN = (
    r"(?P<turn>เพิ่มขึ้น|สูงขึ้น|ดีขึ้น|มากขึ้น|เพิ่มจาก|ลดลง|ต่ำลง|ลดจาก|น้อยลง|ตกลง"
    r"|(?:สูง|มาก|ต่ำ|น้อย)กว่า(?=ปี)|(?:เพิ่ม|ลด)(?=\s?[0-9]))"
)
_INSTRUMENT = (
    r"(?P<instrument>(?<![A-Za-z])(?:IIT|EIT|OIT)(?![A-Za-z])(?:\s?\)?\s?(?:ส่วนที่|[Pp]art)\s?[12])?"
    r"|ผู้มีส่วนได้(?:ส่วน)?เสียภาย(?:ใน|นอก)|การเปิดเผยข้อมูลสาธารณะ)"
)
_FALLS = ("ลด", "ต่ำ", "น้อย", "ตก")

# What stands before a figure that is a line to be reached, not a score.
_LINE_TO_REACH = (
    r"เป้าหมาย(?:ที่กำหนด)?|เกณฑ์(?:การประเมิน|ผ่าน|ที่กำหนด)?|ไม่น้อยกว่า|ไม่ต่ำกว่า|ต่ำกว่า|สูงกว่า|มากกว่า|น้อยกว่า|ตั้งแต่|เกินกว่า|เกิน"
    r"|ไม่ถึง|ถึงเกณฑ์|เต็ม|ค่าน้ำหนัก|น้ำหนัก|กว่า|คะแนนขั้นต่ำ|ขั้นต่ำ|ช่วงคะแนน|ระหว่าง"
)
_OF_A_YEAR = r"(?:\s?(?:ของ|ใน|สำหรับ)?\s?(?:ประจำ)?ปี\s?(?:งบประมาณ)?\s?(?:พ\.ศ\.)?\s?[0-9]{4})?"
_TARGET_BEFORE = re.compile(rf"(?:{_LINE_TO_REACH}){_OF_A_YEAR}\s?(?:คือ|ที่|ร้อยละ|คะแนน|เท่ากับ|ร้อยละที่|:|=)?\s?$")
_LEVEL_TO_REACH = re.compile(r"(?:เป้าหมาย|ไม่ต่ำกว่า|ไม่น้อยกว่า|ตั้งแต่|ให้ได้|ให้อยู่)(?:ที่)?\s?$")
_TARGET_BEHIND = re.compile(r"\s?(?:คะแนน|%)?\s?(?:ขึ้นไป|เป็นต้นไป|หรือมากกว่า)")
_FULL = r"(?:คะแนนเต็ม|คะแนนทั้งหมด|ค่าน้ำหนัก|น้ำหนัก|ทั้งหมด|เต็ม)?\s?(?:ร้อยละ)?\s?"
_OUT_OF_BEFORE = re.compile(rf"(?:จาก|/|เต็ม|ใน|ของ)\s?{_FULL}$")
_FULL_BEHIND = re.compile(rf"\s?(?:คะแนน|%)?\s?\(?\s?(?:จาก|เต็ม|ของ|/)\s?{_FULL}([0-9]{{2,3}})(?![0-9.])")
_FULL_MARKS = frozenset({Decimal(100), Decimal(30), Decimal(40)})
_UNIT_BEHIND = re.compile(r"[\s)\]]{0,2}(?:คะแนน|%|เปอร์เซ็นต์)")
_POINTS_BEHIND = re.compile(r"\s?คะแนน")
_AMOUNT_BEHIND = re.compile(r"\s?(?:น\.|บาท|ล้าน|คน|ราย|กม|ตร)")
_COUNT_BEHIND = re.compile(
    r"\s?(?:น\.|บาท|คน|ราย|แห่ง|ข้อ|ตัวชี้วัด|เดือน|วัน|ปี|ครั้ง|แบบ|ด้าน|ส่วน|ประเด็น|เรื่อง|อันดับ|หน่วยงาน|เครื่องมือ|ชุด|ฉบับ|มาตรการ"
    r"|โครงการ|ลำดับ|องค์ประกอบ|ระดับ)"
)
_WORD_BEFORE = re.compile(r"(?:คะแนน|เฉลี่ย|ภาพรวม|รวม|ร้อยละ|เท่ากับ|ได้|อยู่ที่|คือ|เป็น|จาก|[(:=])\s?$")
_AND_BEFORE = re.compile(r"(?:และ|กับ|,)\s?$")
_RANK_BEFORE = re.compile(
    r"(?:(?:อันดับ|ลำดับ|ครั้ง|ตัวชี้วัด|ส่วน|ตาราง|ภาพ|บท|แผนภูมิ|วัน|รอบ|ไตรมาส|ข้อ|ประเด็น)ที่|(?<![ก-๎])ที่|อันดับ|ลำดับ|ข้อ|ไตรมาส"
    r"|รอบ|มาตรา|ปี|พ\.ศ\.)\s?$"
)
_AFTER_TURN = re.compile(
    r"\s?(?:จากเดิม|จากปีก่อน|จากปีที่ผ่านมา|จากปีที่แล้ว|คิดเป็น|จำนวน|อยู่|ถึง|เป็นจำนวน|เท่ากับ|กว่าเดิม|กว่าปีก่อน|ร้อยละ|[\s:(=+\-−–]){0,4}$"
)
_IN_BRACKETS = re.compile(r"\([^()]{0,80}[0-9][^()]{0,80}\)")
_COMPARED_YEAR = re.compile(r"\s?(?:จาก|กว่า)[^0-9]{0,60}(?:25)?[0-9]{2}\s{0,3}(?:อยู่|จำนวน|คิดเป็น|ร้อยละ|เป็น|\s){0,3}")
_AMOUNT_BEFORE = re.compile(r"(?:อยู่|จำนวน|คิดเป็น|เป็นจำนวน|ต่างกัน)\s?(?:ร้อยละ)?\s?$")
_RATE_BEFORE = re.compile(r"ร้อยละ\s?$")
_NAMED = ("indicator", "instrument", "overall")
_STRAIGHT_BEHIND = re.compile(r"[\s:=()\]\-–]{0,6}")
_NAME_BEHIND = re.compile(r"[\s:.\-–)]{0,5}(?:ด้าน|คือ)?\s?")
_FAR = 60

Kind = Literal["year", "indicator", "instrument", "overall", "score", "level", "turn", "change"]


@dataclass(frozen=True, slots=True)
class Token:
    """One thing that a sentence names. `value` is the year, number, name, level or figure.

    `weak`: words such as คะแนนเฉลี่ย that may also speak of what was named before them; a year only compared with.
    """

    kind: Kind
    value: int | str | Decimal
    start: int
    end: int
    weak: bool = False


def tokens_of(line: str, vocabulary: Vocabulary) -> list[Token]:
    """Take a line apart, in order."""
    plain = to_arabic(line)
    years = [Token("year", year, start, end, is_compared(plain, start)) for year, start, end in years_in(plain)]
    found: list[Token] = []
    for match in _scanner(vocabulary.indicator_pattern).finditer(plain):
        if any(year.start <= match.start() < year.end for year in years):
            continue
        token = _figure(match, plain, found) if match["figure"] else _word(match, plain, found, vocabulary)
        if token is not None:
            found.append(token)
    return sorted(found + years, key=lambda token: token.start)


def tells_scores(tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells or compares scores."""
    return any(token.kind in ("score", "change") for token in tokens)


@lru_cache(maxsize=4)
def _scanner(names: str) -> re.Pattern[str]:
    number = r"ตัวชี้วัด(?:ที่)?\s?(?P<number>[0-9]{1,2})(?![0-9.])"
    part = r"ส่วนที่\s?(?P<part>[12])(?![0-9.])"
    return re.compile(rf"{number}|(?P<name>{names})|{_INSTRUMENT}|{part}|{LEVEL}|{_OVERALL}|{_TURN}|{_FIGURE}")


def _word(match: re.Match[str], plain: str, found: list[Token], vocabulary: Vocabulary) -> Token | None:
    start, end = match.span()
    if match["number"] or match["name"]:
        number = _indicator(match, plain, found, vocabulary)
        return Token("indicator", number, start, end) if number else None
    if match["part"]:
        eit = any(token.kind == "instrument" and str(token.value).startswith("EIT") for token in found[-4:])
        return Token("instrument", f"EIT{match['part']}", start, end) if eit else None
    if match["instrument"]:
        name = instrument_of(match["instrument"])
        return Token("instrument", name, start, end) if name else None
    if match["overall"]:
        return Token("overall", "", start, end, weak=not match["strong"])
    if match["turn"]:
        return Token("turn", -1 if match["turn"].startswith(_FALLS) else 1, start, end)
    wanted = _LEVEL_TO_REACH.search(plain, max(0, start - _FAR), start) or _TARGET_BEHIND.match(plain, end)
    return None if wanted else Token("level", match["level"] or match["grade"], start, end)


def _indicator(match: re.Match[str], plain: str, found: list[Token], vocabulary: Vocabulary) -> int | None:
    """Give the indicator that a number or a name means; a name straight behind a number adds nothing."""
    if match["number"]:
        number = int(match["number"])
        return number if number in vocabulary.indicators else None
    last = found[-1] if found else None
    if last and last.kind == "indicator" and _NAME_BEHIND.fullmatch(plain, last.end, match.start()):
        return None
    return vocabulary.indicator_of(match["name"])


def _figure(match: re.Match[str], plain: str, found: list[Token]) -> Token | None:
    """Read a figure as a score or a change, or None where it is something else."""
    value = printed_number(match["figure"])
    if value is None or value > 100 or _is_no_score(match, plain, value):
        return None
    start, end = match.span("figure")
    turn = next((token for token in reversed(found) if token.kind in ("turn", "change")), None)
    if turn is not None and turn.kind == "turn" and _belongs_to_turn(turn, match, plain):
        rate = _RATE_BEFORE.search(plain, max(0, start - _FAR), start) and not _POINTS_BEHIND.match(plain, end)
        return None if rate else Token("change", value * int(turn.value), start, end)
    if not _is_told(match, plain, found):
        return None
    return Token("score", _of_hundred(value, plain, match.end()), start, end)


def _is_no_score(match: re.Match[str], plain: str, value: Decimal) -> bool:
    """Whether the words around a figure make it a count, an amount, a target or the full marks."""
    before = max(0, match.start() - _FAR)
    precise = "." in match["figure"]
    if (_AMOUNT_BEHIND if precise else _COUNT_BEHIND).match(plain, match.end()):
        return True
    if _TARGET_BEFORE.search(plain, before, match.start()) or _TARGET_BEHIND.match(plain, match.end("figure")):
        return True
    return value in _FULL_MARKS and not precise and _OUT_OF_BEFORE.search(plain, before, match.start()) is not None


def _belongs_to_turn(turn: Token, match: re.Match[str], plain: str) -> bool:
    """Whether a figure says by how much something rose or fell."""
    if _AFTER_TURN.fullmatch(plain, turn.end, match.start()) or _behind_the_compared(plain[turn.end : match.start()]):
        return True
    return _AMOUNT_BEFORE.search(plain, max(0, match.start() - _FAR), match.start()) is not None


def _behind_the_compared(between: str) -> bool:
    """Whether only the year compared with and its score in brackets stand between a turn and a figure."""
    bare = _IN_BRACKETS.sub("", between)
    return bare != between and "(" not in bare and _COMPARED_YEAR.fullmatch(bare) is not None


def _is_told(match: re.Match[str], plain: str, found: list[Token]) -> bool:
    """Whether the words around a figure make it a score."""
    before = max(0, match.start() - _FAR)
    if _RANK_BEFORE.search(plain, before, match.start()):
        return False
    if _UNIT_BEHIND.match(plain, match.end()):
        return True
    if found and found[-1].kind in _NAMED and _STRAIGHT_BEHIND.fullmatch(plain, found[-1].end, match.start()):
        return "." in match["figure"]
    goes_on = bool(found) and found[-1].kind == "score" and _AND_BEFORE.search(plain, before, match.start())
    worded = goes_on or _WORD_BEFORE.search(plain, before, match.start())
    return "." in match["figure"] and bool(worded or any(token.kind == "indicator" for token in found))


def _of_hundred(value: Decimal, plain: str, end: int) -> Decimal:
    """Bring a weighted part (26.40 of 30) to a scale of 100."""
    full = _FULL_BEHIND.match(plain, end)
    if full is None or not value <= int(full[1]) < 100:
        return value
    return round_half_up(value * 100 / int(full[1]))
