"""Decides what a file is by its content and its name together; where the two differ, nobody opens it.

Only the first and last bytes are looked at, and of an archive its table of contents.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from prongsai.ita.reading.archive_index import read_index
from prongsai.ita.reading.foreign_files import foreign_archive, foreign_suffix, refuse_foreign_contents
from prongsai.ita.thai.refusal import Refused


class FileKind(StrEnum):
    """Kinds of file that can be read."""

    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"


_SUFFIXES = {
    ".txt": FileKind.TXT, ".tsv": FileKind.CSV, ".csv": FileKind.CSV, ".html": FileKind.HTML, ".htm": FileKind.HTML,
    ".docx": FileKind.DOCX, ".xlsx": FileKind.XLSX, ".pdf": FileKind.PDF,
}  # fmt: skip
_TEXTS = frozenset({FileKind.TXT, FileKind.HTML, FileKind.CSV})
_PROGRAMS = {FileKind.DOCX: "Word", FileKind.XLSX: "Excel", FileKind.PDF: "PDF"}
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_PDF_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}%PDF-")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype|html|head|body|table|meta)\b",
    re.IGNORECASE,
)
_BODY = {FileKind.DOCX: re.compile(r"word/document[0-9]*\.xml"), FileKind.XLSX: re.compile(r"xl/workbook[0-9]*\.xml")}
_HEAD = 1024


def recognise(data: bytes, name: str) -> FileKind:
    """Give the kind of a file from its bytes and its name.

    Refuses EMPTY (nothing, or one byte), KIND (a kind that cannot be read, or a content that its name does not
    say, or two contents in one), ENCRYPTED (password or rights management) and TRUNCATED (cut off).
    """
    wanted = _kind_of_name(name)
    if not data:
        raise Refused("EMPTY", "แฟ้มว่าง (0 ไบต์) โปรดตรวจแฟ้มต้นฉบับแล้วส่งใหม่")
    if len(data) == 1:
        raise Refused("EMPTY", "แฟ้มมีเพียง 1 ไบต์ ไม่มีเนื้อหาให้อ่าน โปรดตรวจแฟ้มต้นฉบับแล้วส่งใหม่")
    refuse_foreign_contents(data)
    found = _kind_of_content(data)
    if wanted in _TEXTS:
        _refuse_unlike_text(found, data, wanted)
    elif found is not wanted:
        raise _mismatch(found, wanted, data)
    return wanted


def _kind_of_name(name: str) -> FileKind:
    suffix = PurePath(name).suffix.lower()
    if suffix not in _SUFFIXES:
        raise foreign_suffix(suffix)
    return _SUFFIXES[suffix]


def _kind_of_content(data: bytes) -> FileKind | None:
    """Give the kind that the bytes say, or None for what may be text."""
    ends_as_archive = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557)) >= 0
    if data.startswith(_ZIP):
        if _PDF in data[:_HEAD]:
            raise _two_in_one()
        return _kind_of_archive(data)
    if _PDF_HEAD.match(data):
        if ends_as_archive and _is_archive_behind(data):
            raise _two_in_one()
        return FileKind.PDF
    return None


def _is_archive_behind(data: bytes) -> bool:
    """Whether an archive stands behind other bytes: its table of contents is where its end says."""
    end = data.rfind(b"PK\x05\x06")
    length = int.from_bytes(data[end + 12 : end + 16], "little")
    return 0 < length <= end and data[end - length :].startswith(b"PK\x01\x02")


def _kind_of_archive(data: bytes) -> FileKind:
    names = {member.name for member in read_index(data)}
    for kind, body in _BODY.items():
        if "[Content_Types].xml" in names and any(body.fullmatch(name) for name in names):
            return kind
    raise foreign_archive(names)


def _two_in_one() -> Refused:
    return Refused("KIND", "แฟ้มเดียวมีเนื้อหาสองชนิดซ้อนกัน (PDF และ ZIP) โปรดส่งออกเป็นแฟ้มใหม่จากโปรแกรมเดิม")


def _refuse_unlike_text(found: FileKind | None, data: bytes, wanted: FileKind) -> None:
    if found is not None:
        raise Refused(
            "KIND", f"ชื่อแฟ้มบอกว่าเป็น .{wanted} แต่เนื้อแฟ้มเป็น {_PROGRAMS[found]} โปรดตั้งนามสกุลเป็น .{found} แล้วส่งใหม่"
        )
    if wanted is FileKind.CSV and _PAGE.match(data):
        raise Refused("KIND", "ชื่อแฟ้มบอกว่าเป็น .csv แต่เนื้อแฟ้มเป็นหน้าเว็บ โปรดเปิดด้วย Excel แล้วบันทึกเป็น .xlsx")


def _mismatch(found: FileKind | None, wanted: FileKind, data: bytes) -> Refused:
    program = _PROGRAMS[wanted]
    if found is not None:
        told = _PROGRAMS[found]
        return Refused("KIND", f"ชื่อแฟ้มบอกว่าเป็น {program} แต่เนื้อแฟ้มเป็น {told} โปรดตั้งนามสกุลเป็น .{found} แล้วส่งใหม่")
    if _PAGE.match(data):
        return Refused("KIND", f"เนื้อแฟ้มเป็นหน้าเว็บ (HTML) โปรดเปิดด้วย {program} แล้วบันทึกเป็น .{wanted} แล้วส่งใหม่")
    if any(magic.startswith(data) for magic in (_ZIP, _PDF)):
        return Refused("TRUNCATED", "แฟ้มไม่ครบ โปรดคัดลอกหรือดาวน์โหลดใหม่แล้วส่งอีกครั้ง")
    return Refused("KIND", f"เนื้อแฟ้มไม่ใช่ {program} โปรดเปิดด้วยโปรแกรมเดิมแล้วบันทึกเป็น .{wanted} แล้วส่งใหม่")
