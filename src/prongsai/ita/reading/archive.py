"""Looks through an Office file (a ZIP archive of XML parts) before any parser opens it, and packs it anew.

What parsers get is a container of our own with the parts that have been looked through: the same packed bytes under
fresh headers, so that no parser can find in the archive what was not checked here. Whatever is no XML (pictures, fonts,
embedded objects) stays as an empty part: it is not needed to read a paper.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.ita.reading.archive_index import Member, broken, read_index
from prongsai.ita.reading.archive_packing import Part, pack
from prongsai.ita.thai.refusal import Notice, Refused

LARGEST_UNPACKED = 100_000_000
"""Bytes that all parts may have together."""

LARGEST_PART = 30_000_000
"""Bytes that one part may have."""

LARGEST_SHEET = 80_000_000
"""Bytes that a worksheet may have: a sheet styled down to its last row has 50 million, and is read row by row."""

_STEEPEST = 100
_SMALL = 1_000_000
_FEED, _STEP = 1 << 16, 1 << 20
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_XML = (".xml", ".rels")
_MACROS = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")
_EMBEDDED = "/embeddings/"
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_LONGEST_SIGN = 9
_XML_HEAD = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_PLAIN_ENCODINGS = frozenset({b"utf-8", b"us-ascii", b"ascii"})
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_FAR_TARGET = re.compile(rb"""\bTarget\s*=\s*["'](?:https?:|ftp:|file:////|//|\\\\)""", re.IGNORECASE)
_SHOWN_ONLY = re.compile(rb"""/(?:hyperlink|image|video|audio|media)["']""")
_CHUNK = b"/aFChunk"


@dataclass(frozen=True, slots=True)
class CleanArchive:
    """A container that parsers may open, and what a person should know of the parts left out."""

    data: bytes
    notices: tuple[Notice, ...] = ()


def clean_archive(data: bytes) -> CleanArchive:
    """Check every part of an Office file and give a container with only what may be parsed.

    Parts are unpacked a megabyte at a time and never kept. Refuses what `read_index` refuses, and SIZE (too large, or
    packed tighter than any paper), ARCHIVE (false sizes, false check sums), NESTED (an archive inside), MACRO, and XML
    (a document type or entities in any part, an encoding other than UTF-8).
    """
    members = read_index(data)
    _check_declared(members)
    inside = _Inside(data)
    return CleanArchive(pack(inside.part(member) for member in members), tuple(inside.notices.values()))


def _check_declared(members: tuple[Member, ...]) -> None:
    for member in members:
        if member.name.casefold().rpartition("/")[2] in _MACROS:
            raise _macros()
        limit = LARGEST_SHEET if _SHEET.fullmatch(member.name) else LARGEST_PART
        if member.size > limit or (member.size > _SMALL and member.size > member.packed * _STEEPEST):
            raise _too_large()
    if sum(member.size for member in members) > LARGEST_UNPACKED:
        raise _too_large()


@dataclass
class _Inside:
    """One walk through the parts of an archive."""

    data: bytes
    notices: dict[str, Notice] = field(default_factory=dict)

    def part(self, member: Member) -> Part:
        """Look through one member and give what the clean container holds of it."""
        is_xml = member.name.lower().endswith(_XML)
        whole = bytearray() if self._is_told(member.name) else None
        before = b""
        for chunk in _unpacked(self.data, member):
            if not before:
                _check_beginning(chunk, member.name, is_xml=is_xml)
            if is_xml and _DECLARED.search(before + chunk):
                raise Refused("XML", "ในแฟ้มมีคำสั่งกำหนดเอนทิตีหรือ DOCTYPE ซึ่งเอกสารปกติไม่มี โปรดบันทึกเป็นแฟ้มใหม่")
            before = (before + chunk)[-_LONGEST_SIGN:]
            if whole is not None:
                whole += chunk
        if whole is not None:
            self._tell(member.name, bytes(whole))
        if not is_xml:
            return Part(member.name)
        packed = self.data[member.start : member.start + member.packed]
        return Part(member.name, packed, member.deflated, member.size, member.checksum)

    def _is_told(self, name: str) -> bool:
        return name.endswith(".rels") or name == "[Content_Types].xml" or "/externalLinks/" in name

    def _tell(self, name: str, text: bytes) -> None:
        """Note what the small parts say about the world outside the file."""
        if name == "[Content_Types].xml":
            if b"macroEnabled" in text or b"vbaProject" in text:
                raise _macros()
            return
        relations = _RELATION.findall(text)
        far = any(_FAR_TARGET.search(entry) and not _SHOWN_ONLY.search(entry) for entry in relations)
        if far or b"ddeLink" in text:
            self._note("external-parts", "แฟ้มนี้อ้างถึงข้อมูลนอกแฟ้ม ระบบไม่ได้เปิดข้อมูลนั้น อ่านเฉพาะที่อยู่ในแฟ้ม")
        if any(_CHUNK in entry for entry in relations):
            self._note("parts-dropped", "แฟ้มนี้แทรกเอกสารอื่นไว้ภายใน ส่วนนั้นไม่ได้อ่าน โปรดเปิดด้วย Word แล้วบันทึกใหม่")

    def _note(self, rule: str, message: str) -> None:
        self.notices[rule] = Notice(rule, message)


def _unpacked(data: bytes, member: Member) -> Iterator[bytes]:
    """Give the bytes of a member a megabyte at a time; they must be exactly what the table of contents declares."""
    packed = memoryview(data)[member.start : member.start + member.packed]
    chunks = _inflated(packed) if member.deflated else _some(bytes(packed))
    size = checksum = 0
    for chunk in chunks:
        size += len(chunk)
        if size > member.size:
            raise broken("ขนาดจริงไม่ตรงกับที่ประกาศ")
        checksum = zlib.crc32(chunk, checksum)
        yield chunk
    if size != member.size or checksum != member.checksum:
        raise broken("เนื้อแฟ้มเสียหายหรือขนาดไม่ตรงกับที่ประกาศ")


def _inflated(packed: memoryview) -> Iterator[bytes]:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _FEED):
            waiting: bytes | memoryview = packed[at : at + _FEED]
            while waiting and not engine.eof:
                yield from _some(engine.decompress(waiting, _STEP))
                waiting = engine.unconsumed_tail
            if engine.eof and (engine.unused_data or at + _FEED < len(packed)):
                raise broken("มีข้อมูลเกินในส่วนย่อย")
        while not engine.eof:
            rest = engine.decompress(b"", _STEP)
            if not rest:
                raise broken("ส่วนย่อยไม่ครบ")
            yield rest
    except zlib.error:
        raise broken("คลายแฟ้มไม่ได้") from None


def _some(chunk: bytes) -> Iterator[bytes]:
    if chunk:
        yield chunk


def _check_beginning(first: bytes, name: str, *, is_xml: bool) -> None:
    if first.startswith((b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")) and _EMBEDDED not in name.lower():
        raise Refused("NESTED", "ในแฟ้มมีแฟ้มบีบอัดซ้อนอยู่ โปรดส่งเอกสารทีละฉบับ")
    if not is_xml:
        return
    declared = _XML_HEAD.match(first)
    if declared and declared[1].lower() not in _PLAIN_ENCODINGS:
        raise Refused("XML", "ส่วนย่อยของแฟ้มไม่ได้เข้ารหัสแบบ UTF-8 โปรดบันทึกเป็นแฟ้มใหม่")
    if not first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") or b"\0" in first[:_LONGEST_SIGN]:
        raise Refused("XML", "ส่วนย่อยของแฟ้มไม่ใช่ XML ที่อ่านได้ โปรดบันทึกเป็นแฟ้มใหม่")


def _macros() -> Refused:
    return Refused("MACRO", "แฟ้มนี้มีมาโคร โปรดบันทึกเป็นแบบไม่มีมาโคร (.docx หรือ .xlsx) แล้วส่งใหม่")


def _too_large() -> Refused:
    limit = LARGEST_UNPACKED // 1_000_000
    return Refused("SIZE", f"เนื้อแฟ้มเมื่อคลายแล้วใหญ่เกินกำหนด (ทั้งแฟ้มไม่เกิน {limit} เมกะไบต์) โปรดแยกเป็นหลายแฟ้ม")
