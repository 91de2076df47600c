"""Full names of persons as they are written in papers: title, given name, family name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LETTER = r"[ก-ฮะ-ฺเ-ๅ็-ํ]"
_SHOWN = r"[ก-ฮะ-ฺเ-ๅ็-ํ*]"
"""A masked name is still seen as one, so that masking a text again finds the same lists in it."""
_RANK = (
    r"(?:ว่าที่[ ]?(?:พันตรี|ร้อยตรี|ร้อยโท|ร้อยเอก|พ\.ต\.|ร\.ต\.|ร\.ท\.|ร\.อ\.)"
    r"|(?:พล\.|พ\.|ร\.|จ\.|ส\.)(?:ต\.|ส\.|จ\.)[อทตส]\.|(?:ร้อยตำรวจ|พันตำรวจ|สิบตำรวจ|จ่าสิบ|สิบ)(?:ตรี|โท|เอก)|ดาบตำรวจ|ด\.ต\.)(?:หญิง)?"
)
_KHUN = r"(?:(?<![ก-๙])|(?<=จาก)|(?<=กับ)|(?<=ให้))คุณ(?!ธรรม|ภาพ|สมบัติ|ลักษณะ|ประโยชน์|วุฒิ|ค่า|ครู|ตา|ยาย|แม่|พ่อ|หมอ|ณ|ความ)"
_TITLE = rf"(?:นางสาว|น\.[ ]?ส\.|นาง|นาย|เด็กชาย|เด็กหญิง|ด\.[ ]?ช\.|ด\.[ ]?ญ\.|{_KHUN}|{_RANK})"
_BLANK = "[ \t\u00a0]"
_POST_NOT_NAME = (
    r"ก(?:องค์|เทศ|อบ|เมือง|รัฐ|สมาคม|สภา|เหล่า|สโมสร|พุทธ)"
    r"|อำเภอ|ช่าง|ทะเบียน|ตรวจ|ท่า|หน้า|จ้าง|แพทย์|ทหาร|สถานี|ด่าน|ประกัน|พยาบาล|ฟ้า|งาม"
)
_NO_FAMILY = (
    r"ได้|เป็น|ผู้|ตำแหน่ง|ที่|และ|อยู่|ซึ่ง|จาก|กับ|ให้|มี(?:ความ|การ|ผล|หน้าที่|มติ|ที่)|ขอ(?:ให้|รับ|ใช้|ยื่น|อนุ|ความ)|แจ้ง|ยื่น|กล่าว|ตาม|เพื่อ|โดย"
    r"|นาย|นาง|ปลัด|หัวหน้า|กำนัน|หมู่|บ้านเลข|อายุ|เลข|โทร|เข้า|เสนอ|ลง(?:ชื่อ|นาม|พื้น)|ราย|ร่วม|พร้อม|เมื่อ|ของ|ไม่|ถึง|จะ|ต้อง|ต่อ|หรือ"
    r"|รับ(?:ราชการ|เงิน|มอบ|ทราบ|ผิด|จ้าง)|ดำรง|ประธาน|กรรมการ|สมาชิก|จำนวน|ครู|แล้ว|ว่า|มอบ|ทำ|เดิน|ผล|งาน|สาย|ถนน|ปฏิบัติ|ชำนาญ"
)
_NAME = re.compile(
    rf"(?P<title>{_TITLE}){_BLANK}{{0,2}}(?!{_POST_NOT_NAME})(?P<given>{_SHOWN}{{2,25}}){_BLANK}{{1,4}}"
    rf"(?!(?:{_NO_FAMILY}))(?P<family>(?:ณ{_BLANK})?{_SHOWN}{{2,30}}(?:{_BLANK}ณ{_BLANK}{_SHOWN}{{2,20}})?)"
)
_WITHIN_A_WORD = re.compile(r"(?:ท|เจ้า|มูล|เถ้า)$")
_WITHOUT_TITLE = re.compile(
    rf"^(?!ร้าน|บริษัท|ห้าง|หจก|บจก|กลุ่ม|วัด|โรงเรียน){_LETTER}{{2,25}}{_BLANK}{{1,4}}(?!(?:{_NO_FAMILY})){_LETTER}{{2,30}}$"
)
_ONE_WORD = re.compile(rf"^(?:ณ{_BLANK})?{_LETTER}{{2,30}}$")


@dataclass(frozen=True, slots=True)
class FullName:
    """A name, from character `start` to before `end`; the title ends before `given`."""

    start: int
    given: int
    end: int


def full_names(text: str) -> Iterator[FullName]:
    """Find names with a title. Posts that begin like one (นายกเทศมนตรี, นายช่าง) and half names are passed over."""
    for match in _NAME.finditer(text):
        if not _WITHIN_A_WORD.search(text, max(0, match.start() - 4), match.start()):
            yield FullName(match.start(), match.start("given"), match.end())


def is_bare_name(cell: str) -> bool:
    """Whether a cell could hold a given and a family name without a title: two Thai words and nothing else."""
    return _WITHOUT_TITLE.match(cell.strip()) is not None


def mask_name(text: str, name: FullName) -> str:
    """Hide a name but its title and first letter; blanks and the length stay."""
    written = text[name.given : name.end]
    hidden = "".join(char if char.isspace() else "*" for char in written[1:])
    return f"{text[name.start : name.given]}{written[0]}{hidden}"


def is_half_name(cell: str) -> bool:
    """Whether a cell could hold a given or a family name alone: one Thai word."""
    return _ONE_WORD.match(cell.strip()) is not None
