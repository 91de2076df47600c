"""The table of contents of a ZIP archive, read strictly: anything that two programs could read in two ways is refused.

The layout of the records is that of PKWARE's APPNOTE 6.3 (sections 4.3 to 4.5).
"""

from __future__ import annotations

import re
import stat
import struct
from dataclasses import dataclass, replace

from prongsai.ita.reading.sizes import LARGEST_PART, LARGEST_SHEET, LARGEST_UNPACKED
from prongsai.ita.thai.refusal import Refused

MOST_MEMBERS = 2_000

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_DIRECTORY = 1_000_000
_LONGEST_COMMENT = 65_535
_BY_64 = 0xFFFFFFFF
_SEALED, _UTF8 = 0x1, 0x800
_STORED, _DEFLATED = 0, 8
_STEEPEST = 100
_SMALL = 1_000_000
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_MACROS = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the archive: its name, its declared sizes and check sum, and where its packed bytes stand."""

    name: str
    deflated: bool
    packed: int
    size: int
    checksum: int
    header: int
    """Where its own header begins."""
    start: int = 0
    """Where its packed bytes begin."""


def read_index(data: bytes) -> tuple[Member, ...]:
    """Give the members of an archive, in the order of their bytes. Nothing is unpacked.

    Refuses TRUNCATED (no table of contents), SIZE (more than 2,000 members, declared sizes over the limits, or packed
    tighter than any paper), MACRO (a part with macros), ENCRYPTED (a member is locked) and ARCHIVE: bytes before or
    after the archive, members that overlap or have one name, names that lead out of the folder, links, unknown ways of
    packing, headers that contradict the table.
    """
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - _LONGEST_COMMENT))
    if end < 0 or len(data) - end < _END.size:
        raise Refused("TRUNCATED", "แฟ้มไม่ครบ ส่วนท้ายขาดหายไป โปรดคัดลอกหรือดาวน์โหลดใหม่แล้วส่งอีกครั้ง")
    count, length, start, border = _directory(data, end)
    if count > MOST_MEMBERS or length > _LONGEST_DIRECTORY:
        raise Refused("SIZE", f"ในแฟ้มมีส่วนย่อยเกิน {MOST_MEMBERS:,} ส่วน")
    if start + length != border:
        raise broken("ตำแหน่งของสารบัญไม่ตรง")
    members = _entries(data, start, border)
    if len(members) != count:
        raise broken("จำนวนส่วนย่อยไม่ตรงกับสารบัญ")
    _check_sizes(members)
    return _placed(data, members, start)


def broken(reason: str) -> Refused:
    """Make the refusal of an archive whose structure is not as it must be."""
    return Refused("ARCHIVE", f"โครงสร้างแฟ้มผิดปกติ ({reason}) โปรดเปิดด้วยโปรแกรมเดิมแล้วบันทึกเป็นแฟ้มใหม่")


def macros() -> Refused:
    """Make the refusal of a file with macros."""
    return Refused("MACRO", "แฟ้มนี้มีมาโคร โปรดบันทึกเป็นแบบไม่มีมาโคร (.docx หรือ .xlsx) แล้วส่งใหม่")


def _check_sizes(members: list[Member]) -> None:
    for member in members:
        if member.name.casefold().rpartition("/")[2] in _MACROS:
            raise macros()
        limit = LARGEST_SHEET if _SHEET.fullmatch(member.name) else LARGEST_PART
        if member.size > limit or (member.size > _SMALL and member.size > member.packed * _STEEPEST):
            raise _too_large()
    if sum(member.size for member in members) > LARGEST_UNPACKED:
        raise _too_large()


def _too_large() -> Refused:
    limit = LARGEST_UNPACKED // 1_000_000
    return Refused("SIZE", f"เนื้อแฟ้มเมื่อคลายแล้วใหญ่เกินกำหนด (ทั้งแฟ้มไม่เกิน {limit} เมกะไบต์) โปรดแยกเป็นหลายแฟ้ม")


def _directory(data: bytes, end: int) -> tuple[int, int, int, int]:
    """Give count, length and place of the table of contents, and where it must end."""
    _, disk, first_disk, here, count, length, start, comment = _END.unpack_from(data, end)
    if end + _END.size + comment != len(data):
        raise broken("มีข้อมูลต่อท้าย")
    if disk or first_disk or here != count:
        raise broken("เป็นแฟ้มที่แบ่งเป็นหลายส่วน")
    locator = end - _LOCATOR_64.size
    if locator < 0 or data[locator : locator + 4] != b"PK\x06\x07":
        return count, length, start, end
    border = _LOCATOR_64.unpack_from(data, locator)[2]
    if border + _END_64.size != locator or data[border : border + 4] != b"PK\x06\x06":
        raise broken("ส่วนท้ายไม่ตรง")
    fields = _END_64.unpack_from(data, border)
    return fields[7], fields[8], fields[9], border


def _entries(data: bytes, at: int, border: int) -> list[Member]:
    members: list[Member] = []
    seen: set[str] = set()
    while at + _ENTRY.size <= border:
        fields = _ENTRY.unpack_from(data, at)
        name_end = at + _ENTRY.size + fields[10]
        at, extra_end = name_end + fields[11] + fields[12], name_end + fields[11]
        if fields[0] != b"PK\x01\x02" or at > border:
            raise broken("สารบัญเสียหาย")
        member = _member(fields, data[name_end - fields[10] : name_end], data[name_end:extra_end])
        if member.name.casefold() in seen:
            raise broken("มีส่วนย่อยชื่อซ้ำกัน")
        seen.add(member.name.casefold())
        members.append(member)
    if at != border:
        raise broken("สารบัญเสียหาย")
    return members


def _member(fields: tuple[int, ...], raw_name: bytes, extra: bytes) -> Member:
    flags, method, checksum, packed, size, mode, header = (fields[n] for n in (3, 4, 7, 8, 9, 15, 16))
    name = _name(raw_name, utf8=bool(flags & _UTF8))
    if flags & _SEALED:
        raise Refused("ENCRYPTED", "แฟ้มถูกใส่รหัสผ่าน โปรดเอารหัสผ่านออกแล้วส่งใหม่")
    if method not in (_STORED, _DEFLATED):
        raise broken("บีบอัดด้วยวิธีที่ไม่รู้จัก")
    if stat.S_ISLNK(mode >> 16):
        raise broken("มีทางลัดไปยังแฟ้มอื่น")
    packed, size, header = _widened(extra, size, packed, header)
    return Member(name, method == _DEFLATED, packed, size, checksum, header)


def _name(raw: bytes, *, utf8: bool) -> str:
    try:
        name = raw.decode("utf-8" if utf8 else "cp437")
    except UnicodeDecodeError:
        raise broken("ชื่อส่วนย่อยอ่านไม่ได้") from None
    outward = name.startswith("/") or ".." in name.split("/") or any(sign in name for sign in "\\:\0")
    if outward or not name:
        raise broken("ชื่อส่วนย่อยชี้ออกนอกแฟ้ม")
    return name


def _widened(extra: bytes, size: int, packed: int, header: int) -> tuple[int, int, int]:
    """Give packed size, size and place, from the field of long numbers where the short ones say so."""
    values = [size, packed, header]
    wide = _extra_field(extra, 1)
    for n, value in enumerate(values):
        if value == _BY_64:
            if len(wide) < 8:
                raise broken("ขนาดของส่วนย่อยไม่ชัดเจน")
            values[n], wide = int.from_bytes(wide[:8], "little"), wide[8:]
    return values[1], values[0], values[2]


def _extra_field(extra: bytes, wanted: int) -> bytes:
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind == wanted:
            return extra[4 : 4 + length]
        extra = extra[4 + length :]
    return b""


def _placed(data: bytes, members: list[Member], border: int) -> tuple[Member, ...]:
    """Find the packed bytes of every member; none may touch those of another or the table of contents."""
    placed: list[Member] = []
    free = 0
    for member in sorted(members, key=lambda member: member.header):
        start = _start(data, member)
        if member.header < free or (not placed and member.header):
            raise broken("ส่วนย่อยทับซ้อนกัน")
        free = start + member.packed
        placed.append(replace(member, start=start))
    if free > border:
        raise broken("ส่วนย่อยทับซ้อนกัน")
    return tuple(placed)


def _start(data: bytes, member: Member) -> int:
    """Give where the packed bytes begin, after the member's own header, which must agree with the table."""
    if member.header + _LOCAL.size > len(data):
        raise broken("ส่วนย่อยหายไป")
    fields = _LOCAL.unpack_from(data, member.header)
    name_end = member.header + _LOCAL.size + fields[9]
    own_name = data[member.header + _LOCAL.size : name_end]
    if fields[0] != b"PK\x03\x04" or fields[3] != (_DEFLATED if member.deflated else _STORED):
        raise broken("หัวของส่วนย่อยไม่ตรงกับสารบัญ")
    if _name(own_name, utf8=bool(fields[2] & _UTF8)) != member.name:
        raise broken("ชื่อส่วนย่อยไม่ตรงกับสารบัญ")
    return int(name_end) + int(fields[10])
