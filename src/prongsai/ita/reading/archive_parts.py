"""Looks through one part of an Office file while it is unpacked, before any parser sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from prongsai.ita.thai.refusal import Refused

_XML = (".xml", ".rels")
_EMBEDDED = "/embeddings/"
_ARCHIVES = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_MARK = b"\xef\xbb\xbf"
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_PLAIN_ENCODINGS = frozenset({b"utf-8", b"us-ascii", b"ascii"})
_FAR = rb"""r=["'](?:[A-Za-z]{3}[0-9]|[A-Za-z]{2}[0-9]{5}|[A-Za-z]?[0-9]{6}|[A-Za-z]{4})"""
_PERHAPS_FAR = re.compile(_FAR)  # begins with a letter: several times as fast as with a blank
_FAR_CELL = re.compile(rb"\s" + _FAR)
_NO_CELL = re.compile(rb"""\sr=["'](?:[A-Za-z]{4}|[A-Za-z]{0,3}[0-9]{8})""")
_COUNT = re.compile(rb"""ount\s*=\s*["']\s*\+?([0-9]{7,})""")
_MOST_COUNTED = 3_000_000
_LONGEST_SIGN = 40


@dataclass
class PartScan:
    """One walk through a part, of a workbook or not. `reaches_far`: it names cells far out."""

    name: str
    of_workbook: bool = False
    reaches_far: bool = False
    _before: bytes = b""
    is_xml: bool = field(init=False)

    def __post_init__(self) -> None:
        self.is_xml = self.name.lower().endswith(_XML)

    def take(self, chunk: bytes) -> None:
        """Look at the next bytes.

        Refuses NESTED (an archive inside), XML (a document type, entities, an encoding other than UTF-8) and SIZE
        (cells outside every sheet, or a count for which a parser would make room at once).
        """
        if not self._before:
            self._begin(chunk)
        if self.is_xml:
            text = self._before + chunk
            if _DECLARED.search(text):
                raise Refused("XML", "ในแฟ้มมีคำสั่งกำหนดเอนทิตีหรือ DOCTYPE ซึ่งเอกสารปกติไม่มี โปรดบันทึกเป็นแฟ้มใหม่")
            if self.of_workbook:
                self._check_numbers(text)
        self._before = (self._before + chunk)[-_LONGEST_SIGN:]

    def _begin(self, first: bytes) -> None:
        if first.startswith(_ARCHIVES) and _EMBEDDED not in self.name.lower():
            raise Refused("NESTED", "ในแฟ้มมีแฟ้มบีบอัดซ้อนอยู่ โปรดส่งเอกสารทีละฉบับ")
        if not self.is_xml:
            return
        declared = _HEAD.match(first)
        if declared and declared[1].lower() not in _PLAIN_ENCODINGS:
            raise Refused("XML", "ส่วนย่อยของแฟ้มไม่ได้เข้ารหัสแบบ UTF-8 โปรดบันทึกเป็นแฟ้มใหม่")
        if not first.removeprefix(_MARK).lstrip().startswith(b"<") or b"\0" in first[:_LONGEST_SIGN]:
            raise Refused("XML", "ส่วนย่อยของแฟ้มไม่ใช่ XML ที่อ่านได้ โปรดบันทึกเป็นแฟ้มใหม่")

    def _check_numbers(self, text: bytes) -> None:
        """Refuse numbers that no workbook has: parsers take them at their word and make room for terabytes."""
        if _PERHAPS_FAR.search(text) and _FAR_CELL.search(text):
            self.reaches_far = True
            if _NO_CELL.search(text):
                raise Refused("SIZE", "แผ่นงานอ้างถึงช่องที่ไม่มีอยู่จริง โปรดเปิดด้วย Excel แล้วบันทึกเป็นแฟ้มใหม่")
        if any(int(count[:20]) > _MOST_COUNTED for count in _COUNT.findall(text)):
            raise Refused("SIZE", "แฟ้มประกาศจำนวนข้อมูลมากผิดปกติ โปรดเปิดด้วย Excel แล้วบันทึกเป็นแฟ้มใหม่")
