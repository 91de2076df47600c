"""Finds the agency in a paper: its name with its kind, its district and province."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from prongsai.ita.papers.reading import AgencyHead
from prongsai.ita.reading.layout import Block, TextLine

_KINDS: tuple[tuple[str, str], ...] = (
    ("องค์การบริหารส่วนจังหวัด", r"องค์การบริหารส่วนจังหวัด|อบจ\.\s?"),
    ("องค์การบริหารส่วนตำบล", r"องค์การบริหารส่วนตำบล|อบต\.\s?"),
    ("เทศบาลนคร", r"เทศบาลนคร|ทน\.\s?"),
    ("เทศบาลเมือง", r"เทศบาลเมือง|ทม\.\s?"),
    ("เทศบาลตำบล", r"เทศบาลตำบล|ทต\.\s?"),
    ("สถานีตำรวจภูธร", r"สถานีตำรวจภูธร|สภ\."),
    ("สถานีตำรวจนครบาล", r"สถานีตำรวจนครบาล|สน\."),
    ("โรงพยาบาลส่งเสริมสุขภาพตำบล", r"โรงพยาบาลส่งเสริมสุขภาพตำบล|รพ\.สต\."),
    ("โรงพยาบาล", r"โรงพยาบาล"),
    ("สำนักงานสาธารณสุขจังหวัด", r"สำนักงานสาธารณสุขจังหวัด"),
    ("สำนักงานสาธารณสุขอำเภอ", r"สำนักงานสาธารณสุขอำเภอ"),
    ("สำนักงานเขตพื้นที่การศึกษา", r"สำนักงานเขตพื้นที่การศึกษา"),
    ("สำนักงานเขต", r"สำนักงานเขต(?!พื้นที่|สุขภาพ|ตรวจ)"),
    ("ที่ทำการปกครองอำเภอ", r"ที่ทำการปกครองอำเภอ"),
    ("ที่ทำการปกครองจังหวัด", r"ที่ทำการปกครองจังหวัด"),
    ("ที่ว่าการอำเภอ", r"ที่ว่าการอำเภอ"),
    ("สำนักงานจังหวัด", r"สำนักงานจังหวัด"),
    ("มหาวิทยาลัย", r"มหาวิทยาลัย"),
    ("วิทยาลัย", r"วิทยาลัย"),
    ("โรงเรียน", r"โรงเรียน"),
)
_PATTERN = re.compile("|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_KINDS)))
_NAME = re.compile(r"[ก-๎]{1,40}")
_PLACE_BEHIND = re.compile(r"อำเภอ|(?<=[ก-๎]{2})จังหวัด|ประจำปี|เรื่อง")
_STOP = re.compile(
    r"จึง|ได้|มี|เป็น|ให้|และ|โดย|เพื่อ|ใน|ของ|ดังนี้|ขอ|ต้อง|ซึ่ง|จะ|ประจำ|ที่|เขต(?!พื้นที่)|ตำบล|ปีงบ|เข้า|ทั้ง|ผ่าน|อยู่|ไม่|กำหนด|จัดทำ|ดำเนิน"
)
_KIND_APART = re.compile(r"เทศบาล\s(?:ตำบล|เมือง|นคร)\s|องค์การ\s?บริหาร\s?ส่วน\s(?:ตำบล|จังหวัด)\s")
_BETWEEN_WORDS = re.compile(r"(?<=[ก-๎]) (?=[ก-๎])")
_AREA = re.compile(r"\s{0,2}เขต\s{0,2}[0-9๐-๙]{1,2}(?![0-9๐-๙])")
_RUNS_ON = re.compile(
    r"จึง|ได้(?:รับ|คะแนน|ดำเนิน|จัด|เข้า|มี|กำหนด|นำ|ร่วม)|เข้ารับ|เข้าร่วม|มี(?:ผล|คะแนน|การ|มาตร|คำสั่ง)|ขอ(?:ราย|ประกาศ|แจ้ง)|จะ(?:นำ|ดำเนิน|ต้อง)"
)
"""Words that go on with a sentence about an agency named by its kind only."""
_DISTRICT = re.compile(r"(?:อำเภอ|(?<![ก-๎])อ\.)\s{0,2}:?\s{0,2}([ก-๎]{2,30}?)(?=\s|จังหวัด|จ\.|$|[^ก-๎])")
_CAPITAL_DISTRICT = re.compile(r"เขต\s{0,2}([ก-๎]{2,30}?)\s{0,2}(?=กรุงเทพ)")
_PROVINCE = re.compile(r"(?<!ส่วน)(?:จังหวัด|(?<![ก-๎])จ\.)\s{0,2}:?\s{0,2}([ก-๎]{2,30})|(กรุงเทพมหานคร)")
_NO_PLACE = re.compile(r"^(?:และ|หรือ|ที่|ได้|ใน|ของ|ให้|เป็น|มี|อื่น|ละ|นั้น)")
_LONGEST = 3_000


def find_agency(blocks: Sequence[Block], head: int) -> AgencyHead:
    """Give the agency as the paper prints it; what is not printed is None."""
    lines = [_drawn_together(block.text[:_LONGEST]) for block in blocks if isinstance(block, TextLine)]
    name, kind = _name(lines, head)
    place = next((line for line in lines if _DISTRICT.search(line) and _province(line)), None)
    district = _district(place) if place else next(filter(None, map(_district, lines[: head + 2])), None)
    around = [place] if place else lines[: head + 2]
    province = next(filter(None, map(_province, around)), None)
    return AgencyHead(name, kind, district, province)


def _drawn_together(line: str) -> str:
    """Give a line whose words stand apart, as some OCR engines leave them, without the blanks between its words."""
    return _BETWEEN_WORDS.sub("", line) if _KIND_APART.search(line) else line


def _district(line: str) -> str | None:
    match = _DISTRICT.search(line) or _CAPITAL_DISTRICT.search(line)
    return match[1] if match and not _NO_PLACE.match(match[1]) else None


def _province(line: str) -> str | None:
    match = _PROVINCE.search(line)
    if match is None:
        return None
    return match[2] or (None if _NO_PLACE.match(match[1]) else match[1])


def _name(lines: Sequence[str], head: int) -> tuple[str | None, str | None]:
    """Choose among the names printed: one that stands closed off, and with which most of the others begin."""
    runs: list[str] = []
    kinds: dict[str, str] = {}
    weights = Counter[str]()
    for n, line in enumerate(lines):
        for match in _PATTERN.finditer(line):
            tail = _NAME.match(line, match.end())
            if tail is None or _RUNS_ON.match(tail.group()):
                continue
            kind = _KINDS[int((match.lastgroup or "k0")[1:])][0]
            area = _AREA.match(line, tail.end()) if match.group().startswith("สำนักงานเขตพื้นที่") else None
            run = (
                match.group().strip()
                + _PLACE_BEHIND.split(tail.group(), maxsplit=1)[0]
                + (area.group() if area else "")
            )
            stop = _STOP.search(run, len(match.group()) + 2)
            short = run[: stop.start()] if stop else run
            runs.append(run)
            for name in (run, short):
                if len(name) >= len(match.group().strip()) + 2:
                    kinds.setdefault(name, kind)
            weights[run] += 6 if n < head else 3
    if not kinds:
        return None, None
    votes = {name: weights[name] + sum(run.startswith(name) for run in runs) for name in kinds}
    chosen = max(votes, key=lambda name: (votes[name], -len(name)))
    return _longest_form(chosen, kinds), kinds[chosen]


def _longest_form(chosen: str, kinds: dict[str, str]) -> str:
    """Prefer the same name with its kind written out."""
    bare = re.sub(_PATTERN, "", chosen, count=1)
    same = [name for name in kinds if re.sub(_PATTERN, "", name, count=1) == bare and kinds[name] == kinds[chosen]]
    return max(same, key=len, default=chosen)
