"""Names, citizen numbers and telephone numbers that a person types."""

from __future__ import annotations

import re
import unicodedata

from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.refusal import Notice, Refused
from prongsai.ita.thai.text import BIDI_CONTROLS, parse_text

NAME_LIMIT = 200


def parse_name(text: str) -> tuple[str, tuple[Notice, ...]]:
    """Check the name of a person, post or unit: 1 to 200 characters, no emoji, no direction controls.

    Gives the normalised name and a notice SCRIPTS where letters of a look-alike script (Lao, Khmer ...) stand in it.
    Refuses NAME, and what `parse_text` refuses.
    """
    if any(char in BIDI_CONTROLS for char in text):
        raise Refused("NAME", "ชื่อมีอักขระควบคุมทิศทางที่มองไม่เห็น โปรดพิมพ์ชื่อใหม่", value=text)
    name = " ".join(parse_text(text, limit=NAME_LIMIT).split())
    if not name:
        raise Refused("NAME", "โปรดพิมพ์ชื่อ", value=text)
    unfit = next((char for char in name if unicodedata.category(char) in ("So", "Sk", "Cn", "Co", "Cs")), None)
    if unfit is not None:
        raise Refused("NAME", f"ชื่อมีสัญลักษณ์ “{unfit}” ที่ใช้ในชื่อไม่ได้", value=text)
    foreign = sorted({_script(char) for char in name if char.isalpha()} - {"THAI", "LATIN"})
    if not foreign:
        return name, ()
    return name, (Notice("SCRIPTS", f"ชื่อมีตัวอักษร {', '.join(foreign)} ปนอยู่ โปรดตรวจสอบ", name),)


def is_citizen_id(figures: str) -> bool:
    """Whether 13 Arabic digits carry the right check digit (weights 13 to 2, modulo 11)."""
    if not re.fullmatch(r"[0-9]{13}", figures):
        return False
    total = sum(int(figure) * weight for figure, weight in zip(figures[:12], range(13, 1, -1), strict=True))
    return (11 - total % 11) % 10 == int(figures[12])


def parse_citizen_id(text: str) -> str:
    """Read a citizen number, with blanks, hyphens and Thai digits allowed. Refuses CITIZEN-ID."""
    figures = re.sub(r"[\s\-]", "", to_arabic(parse_text(text, limit=40)))
    if not re.fullmatch(r"[0-9]{13}", figures):
        raise Refused("CITIZEN-ID", "เลขประจำตัวประชาชนต้องมี 13 หลัก")
    if not is_citizen_id(figures):
        raise Refused("CITIZEN-ID", "เลขประจำตัวประชาชนไม่ถูกต้อง (หลักตรวจสอบไม่ตรง) โปรดตรวจทีละหลัก")
    return figures


def parse_phone(text: str) -> str:
    """Read a Thai telephone number (9 or 10 digits from 0) and give its digits: `๐๘๑-๒๓๔ ๕๖๗๘` is 0812345678.

    Refuses PHONE.
    """
    figures = re.sub(r"[\s().\-]", "", to_arabic(parse_text(text, limit=40)))
    if not re.fullmatch(r"0[0-9]{8,9}", figures):
        raise Refused("PHONE", "หมายเลขโทรศัพท์ต้องขึ้นต้นด้วย 0 และมี 9 หรือ 10 หลัก", value=text)
    return figures


def _script(char: str) -> str:
    return unicodedata.name(char, "?").split()[0]
