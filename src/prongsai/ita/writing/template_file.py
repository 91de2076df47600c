"""Looks through a Word template before it is opened: small, whole, without programs and without calls to elsewhere."""

from __future__ import annotations

import io
import re
import zlib
from zipfile import BadZipFile, ZipFile

from prongsai.ita.thai.refusal import Refused

LARGEST_TEMPLATE = 5_000_000
MOST_PARTS = 500
LARGEST_UNPACKED = 50_000_000
LARGEST_TEXT = 2_000_000
"""Bytes of one part of text: the body, a header, the styles."""

_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_PROGRAMS = re.compile(r"vba|activex|\.bin$", re.IGNORECASE)


def check_template_file(data: bytes) -> None:
    """Refuse, with the rule TEMPLATE, what is no plain Word file of a template's size."""
    if len(data) > LARGEST_TEMPLATE:
        raise Refused("TEMPLATE", "แม่แบบ Word ใหญ่เกิน 5 MB โปรดย่อรูปในแม่แบบ")
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise Refused("TEMPLATE", "เปิดแม่แบบไม่ได้ โปรดบันทึกจาก Word เป็นไฟล์ .docx อีกครั้ง") from None


def _check_parts(archive: ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "word/document.xml" not in names or len(names) != len(parts):
        raise Refused("TEMPLATE", "แม่แบบไม่ใช่ไฟล์ Word (.docx)")
    texts = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    too_many = len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED
    if too_many or any(part.file_size > LARGEST_TEXT for part in texts):
        raise Refused("TEMPLATE", "แม่แบบ Word มีเนื้อหามากเกินไป โปรดใช้แม่แบบที่มีเฉพาะหัวเรื่อง ตาราง และช่องลงนาม")
    if any(_PROGRAMS.search(name) for name in names):
        raise Refused("TEMPLATE", "แม่แบบ Word มีแมโครหรือวัตถุฝัง โปรดนำออกแล้วบันทึกเป็น .docx")
    for part in texts:
        _check_text(archive.read(part))


def _check_text(xml: bytes) -> None:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Refused("TEMPLATE", "เนื้อไฟล์ของแม่แบบ Word ผิดรูป โปรดบันทึกจาก Word เป็นไฟล์ .docx อีกครั้ง")
    for relation in _RELATION.findall(xml):
        if b'"External"' in relation and b'/hyperlink"' not in relation:
            raise Refused("TEMPLATE", "แม่แบบ Word ดึงเนื้อหาจากที่อื่น (รูปหรือแม่แบบที่ลิงก์ไว้) โปรดฝังรูปในไฟล์แทน")
