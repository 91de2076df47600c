"""Splits a cell of responsible units into the units, as printed.

A unit begins with a word such as สำนัก, กอง or ทุก; a blank or และ inside a name (กองการศึกษา ศาสนาและวัฒนธรรม) parts
nothing. Sections below a unit and words such as "เป็นผู้รับผิดชอบหลัก" are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.ita.reading.numbering import list_items

_HEAD = (
    "สำนัก|กอง(?!ทุน)|ทุก|หน่วยงาน|หน่วยตรวจ|หน่วย|ส่วนราชการ|ส่วน(?=การ|โยธา|ปกครอง|สวัสดิการ|อำนวยการ|งาน)|ฝ่าย|กลุ่ม|งาน|ศูนย์|คณะ|แผนก|โรงเรียน|สถาบัน|ปลัด|นายก|"
    "ผู้อำนวยการ|ผอ\\.|หัวหน้า|นัก(?=วิ|พัฒนา|จัดการ|ทรัพยากร|ประชา)|เจ้าหน้าที่|เจ้าพนักงาน|นิติกร|ผู้บริหาร|ผู้บังคับบัญชา|พนักงาน|บุคลากร|รอง|สภา|เลขานุการ|สสจ|ตำรวจ|สถานี|กรม|ผู้กำกับ|สารวัตร"
)
_JOINERS = r"(?:โดยมี|โดย|และ|ร่วมกับ|หรือ|กับ|รวมทั้ง|ได้แก่)"
_SPLIT = re.compile(
    rf"\s*[,;\n]+\s*|\s*/\s*(?={_JOINERS}?\s?(?:{_HEAD}))|\s+{_JOINERS}\s?(?={_HEAD})|(?<=[ก-๎ฯ.)]){_JOINERS}\s?(?={_HEAD})|\s+(?={_HEAD})"
)
_ROLE_WORDS = re.compile(
    r"(?:เป็น\s?)?(?:ผู้|หน่วยงาน)รับผิดชอบ(?:หลัก|ร่วม|โครงการ)?|เป็น\s?(?:หน่วยงาน|เจ้าภาพ)หลัก|(?:หน่วยงาน|ผู้)หลัก\s?:|(?:หน่วยงาน|ผู้)(?:ร่วม|สนับสนุน)\s?:"
    r"|เป็น\s?เจ้าภาพ|เจ้าภาพหลัก|ร่วมดำเนินการ|รับผิดชอบ(?:หลัก|ร่วม)"
)
_BROKEN_HEAD = re.compile(r"^(?:สำนัก|กอง|ฝ่าย|หน่วย)$")
_IN_BRACKETS = re.compile(r"\(\s?(?:งาน|ฝ่าย|กลุ่มงาน|แผนก)[^()]{0,80}\)")
_ROLE_IN_BRACKETS = re.compile(r"\(\s?(?:หลัก|ร่วม|เจ้าภาพ|ผู้รับผิดชอบ)[^()]{0,40}\)")
_SECTION = re.compile(r"^(?:งาน|ฝ่าย|แผนก)(?!ที่)")
_BARE_HEAD = re.compile(r"^(?:สำนัก|กอง|ฝ่าย|ส่วน|งาน|ศูนย์|หน่วย|กลุ่ม|กลุ่มงาน|ส่วนราชการ|หน่วยงาน)$")
_GLUED = re.compile(
    r"(?<=[ก-๎ฯ])(?=(?:กอง(?:คลัง|ช่าง|การศึกษา|สาธารณสุข|สวัสดิการ|ยุทธศาสตร์|วิชาการ|การเจ้าหน้าที่|การประปา|ส่งเสริม)|สำนักปลัด|หน่วยตรวจสอบภายใน))"
)
_POST_BEFORE = re.compile(r"(?:ผู้อำนวยการ|หัวหน้า|ผอ\.?|ปลัด|รอง|งาน[ก-๎]*|ของ|ใน|ทุก|สังกัด|และ|ประจำ)$")
_BEGINS = re.compile(r"\s*(?:สำนัก|กอง(?!ทุน)|ทุก(?:สำนัก|กอง|ส่วน|หน่วย|ฝ่าย)|ฝ่าย|กลุ่มงาน|หน่วยตรวจสอบ|ส่วนราชการ|ศูนย์)")
_LONGEST_NAME = 120
_LONGEST_POST = 30
_NOTHING = re.compile(r"[\s\-–—.…]*")


def names_unit(text: str) -> bool:
    """Whether a short text begins with the name of a unit."""
    return len(text) <= _LONGEST_NAME and _BEGINS.match(text) is not None


def split_units(lines: Sequence[str]) -> tuple[str, ...]:
    """Give the responsible units of a cell, each once, in order."""
    parts: list[str] = []
    for item in list_items(lines) if lines else ():
        parts += _parts(item)
    units = [part for part in map(_cleaned, _rejoined(parts)) if part]
    above = [unit for unit in units if not _SECTION.match(unit)]
    return tuple(dict.fromkeys(above or units))


def _parts(text: str) -> list[str]:
    text = _ROLE_IN_BRACKETS.sub(" ", _IN_BRACKETS.sub(" ", text))
    text = _ROLE_WORDS.sub(" , ", text)
    return [piece for part in _SPLIT.split(text) if part for piece in _unglued(part)]


def _unglued(part: str) -> list[str]:
    """Part the names of well-known units that stand without a blank between them."""
    pieces = [""]
    last = 0
    for match in _GLUED.finditer(part):
        if not _POST_BEFORE.search(part, max(0, match.start() - _LONGEST_POST), match.start()):
            pieces[-1] = part[last : match.start()]
            pieces.append("")
            last = match.start()
    pieces[-1] = part[last:]
    return pieces


def _rejoined(parts: list[str]) -> list[str]:
    """Put bare words of kind back to what they belong to: ทุกสำนัก/กอง is one entry, so is a broken `กอง คลัง`."""
    joined: list[str] = []
    for part in parts:
        if joined and _BROKEN_HEAD.match(joined[-1].strip()):
            joined[-1] = joined[-1].strip() + part.strip()
            continue
        bare = _BARE_HEAD.match(part.strip())
        if bare and joined and joined[-1].startswith(("ทุก", "สำนัก/", "กอง/", "สำนัก", "กอง")) and len(joined[-1]) < 24:
            joined[-1] = f"{joined[-1].strip()}/{part.strip()}"
        else:
            joined.append(part)
    return joined


def _cleaned(part: str) -> str:
    part = part.strip(" ,;:/()-–—")
    part = re.sub(rf"^{_JOINERS}\s?(?={_HEAD})", "", part)
    return "" if _NOTHING.fullmatch(part) else part
