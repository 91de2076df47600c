"""Takes the metadata out of pictures that stand inside papers, without touching a pixel."""

from __future__ import annotations

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_SHOWN = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs", b"bKGD"})
_SOI, _SOS, _EOI = b"\xff\xd8", 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_KEPT_APPS = frozenset({0xE0, 0xEE})
"""JFIF, and Adobe's mark that says how the colours are meant."""
_COMMENT = 0xFE


def without_metadata(data: bytes) -> bytes:
    """Give a JPEG or PNG without anything but what draws it; other contents, and broken ones, as they are."""
    if data.startswith(_SOI):
        return _jpeg(data)
    return _png(data) if data.startswith(_PNG) else data


def _jpeg(data: bytes) -> bytes:
    """Walk over the segments up to the picture itself, which runs to the end mark (ITU-T T.81, annex B)."""
    kept = bytearray(_SOI)
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return data
        mark = data[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark in _ALONE:
            kept += data[at : at + 2]
            at += 2
            continue
        if mark == _SOS:
            end = data.rfind(bytes((0xFF, _EOI)))
            return bytes(kept + data[at : end + 2 if end > at else len(data)])
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        is_app = 0xE0 <= mark <= 0xEF
        if (not is_app or mark in _KEPT_APPS) and mark != _COMMENT:
            kept += data[at : at + 2 + length]
        at += 2 + length
    return data


def _png(data: bytes) -> bytes:
    kept = bytearray(_PNG)
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">L4s", data, at)
        end = at + 12 + length
        if end > len(data):
            return data
        if kind in _SHOWN:
            kept += data[at:end]
        at = end
        if kind == b"IEND":
            return bytes(kept)
    return data
