"""Writes a ZIP archive from parts that are already packed: plain headers, one after another, nothing else."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UTF8, _FIRST_DAY = 20, 0x800, 0x21
_DEFLATED = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its packed bytes, and what they unpack to. A part of a name alone is empty."""

    name: str
    packed: bytes = b""
    deflated: bool = False
    size: int = 0
    checksum: int = 0


def pack(parts: Iterable[Part]) -> bytes:
    """Give the archive. The sizes of all parts together must be under 4 GB."""
    body = bytearray()
    directory = bytearray()
    count = 0
    for part in parts:
        name = part.name.encode()
        told = (_UTF8, _DEFLATED if part.deflated else 0, 0, _FIRST_DAY, part.checksum, len(part.packed), part.size)
        directory += _ENTRY.pack(b"PK\x01\x02", _VERSION, _VERSION, *told, len(name), 0, 0, 0, 0, 0, len(body)) + name
        body += _LOCAL.pack(b"PK\x03\x04", _VERSION, *told, len(name), 0) + name + part.packed
        count += 1
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)
