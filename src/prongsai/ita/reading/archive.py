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

from prongsai.ita.reading.archive_index import Member, broken, macros, read_index
from prongsai.ita.reading.archive_packing import Part, pack
from prongsai.ita.reading.archive_parts import PartScan
from prongsai.ita.thai.refusal import Notice

_FEED, _STEP = 1 << 16, 1 << 20
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_FAR_TARGET = re.compile(rb"""\bTarget\s*=\s*["'](?:https?:|ftp:|file:////|//|\\\\)""", re.IGNORECASE)
_SHOWN_ONLY = re.compile(rb"""/(?:hyperlink|image|video|audio|media)["']""")
_CHUNK = b"/aFChunk"


@dataclass(frozen=True, slots=True)
class CleanArchive:
    """A container that parsers may open, and what a person should know of the parts left out.

    `reaches_far`: a worksheet names cells so far out that a parser which makes room for all between needs gigabytes.
    """

    data: bytes
    notices: tuple[Notice, ...] = ()
    reaches_far: bool = False


def clean_archive(data: bytes) -> CleanArchive:
    """Check every part of an Office file and give a container with only what may be parsed.

    Parts are unpacked a megabyte at a time and never kept. Refuses what `read_index` refuses, and ARCHIVE (false
    sizes, false check sums), NESTED (an archive inside), MACRO (a workbook for macros), XML (a document type or
    entities in any part, an encoding other than UTF-8) and SIZE (numbers that no workbook has).
    """
    members = read_index(data)
    inside = _Inside(data, of_workbook=any(member.name.startswith("xl/") for member in members))
    data = pack(inside.part(member) for member in members)
    return CleanArchive(data, tuple(inside.notices.values()), inside.reaches_far)


@dataclass
class _Inside:
    """One walk through the parts of an archive."""

    data: bytes
    of_workbook: bool
    notices: dict[str, Notice] = field(default_factory=dict)
    reaches_far: bool = False

    def part(self, member: Member) -> Part:
        """Look through one member and give what the clean container holds of it."""
        whole = bytearray() if self._is_told(member.name) else None
        scan = PartScan(member.name, self.of_workbook)
        for chunk in unpacked(self.data, member):
            scan.take(chunk)
            if whole is not None:
                whole += chunk
        self.reaches_far = self.reaches_far or scan.reaches_far
        if whole is not None:
            self._tell(member.name, bytes(whole))
        if not scan.is_xml:
            return Part(member.name)
        packed = self.data[member.start : member.start + member.packed]
        return Part(member.name, packed, member.deflated, member.size, member.checksum)

    def _is_told(self, name: str) -> bool:
        return name.endswith(".rels") or name == "[Content_Types].xml" or "/externalLinks/" in name

    def _tell(self, name: str, text: bytes) -> None:
        """Note what the small parts say about the world outside the file."""
        if name == "[Content_Types].xml":
            if b"macroEnabled" in text or b"vbaProject" in text:
                raise macros()
            return
        relations = _RELATION.findall(text)
        far = any(_FAR_TARGET.search(entry) and not _SHOWN_ONLY.search(entry) for entry in relations)
        if far or b"ddeLink" in text:
            self._note("external-parts", "แฟ้มนี้อ้างถึงข้อมูลนอกแฟ้ม ระบบไม่ได้เปิดข้อมูลนั้น อ่านเฉพาะที่อยู่ในแฟ้ม")
        if any(_CHUNK in entry for entry in relations):
            self._note("parts-dropped", "แฟ้มนี้แทรกเอกสารอื่นไว้ภายใน ส่วนนั้นไม่ได้อ่าน โปรดเปิดด้วย Word แล้วบันทึกใหม่")

    def _note(self, rule: str, message: str) -> None:
        self.notices[rule] = Notice(rule, message)


def unpacked(data: bytes, member: Member) -> Iterator[bytes]:
    """Give the bytes of a member a megabyte at a time. Refuses ARCHIVE where they are not what the table declares."""
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
