"""Ways to spoil a file: bytes anywhere, the parts inside an archive, the tags and numbers inside markup."""

from __future__ import annotations

import io
import re
import zipfile
from random import Random

NUMBERS = [
    b"0",
    b"-1",
    b"1",
    b"255",
    b"65536",
    b"2147483648",
    b"99999999999999999999",
    b"1e308",
    b"NaN",
    "๙๙๙".encode(),
]
PIECES = [
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"&", b"&#x0;", b"&#1114112;", b'"', b"\t", b"\r\n", b"<!--",
    b"<![CDATA[", b"<!DOCTYPE a [", b"<table><tr><td colspan=9999 rowspan=9999>", b"<div>" * 300, b"%PDF-1.7",
    b"PK\3\4", b"1;2,3\t4", b'"', b"sep=;",
    "ำ".encode() * 40, "ก่้๊๋".encode() * 20, b"endstream", b"endobj", b"<</Length 99999999>>", b"1e999 ", b"\xc0\xaf",
    "ตัวชี้วัดที่ ๑๐".encode(), "พ.ศ. ๙๙๙๙".encode(), "๓๑ ก.พ. ๖๗".encode(), b"100.00.00", b"<w:tbl><w:tr/></w:tbl>",
    b'<w:gridSpan w:val="99999999"/>', b"<w:vMerge/>", b'<c r="XFD1048576"><v>1</v></c>',
    b'<c r="A0" t="s"><v>-5</v></c>',
]  # fmt: skip
_NUMBER = re.compile(rb"[0-9]+")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_MOST_CHANGES = 12


def spoilt(data: bytes, others: list[bytes], chance: Random) -> bytes:
    """Give a spoilt copy of a file; of an archive mostly the inside, so that it still opens."""
    if data.startswith(b"PK") and chance.random() < 0.85:
        return _spoilt_archive(data, chance)
    spoilt_bytes = _spoilt_bytes(data, others, chance)
    if data.startswith((b"PK", b"%PDF")) or chance.random() < 0.15:
        return spoilt_bytes
    return spoilt_bytes.decode("utf-8", "ignore").encode()  # else nearly every text file ends as ENCODING


def _spoilt_archive(data: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in chance.sample(sorted(parts), k=min(len(parts), chance.choice((1, 1, 1, 2, 3)))):
        if chance.random() < 0.05:
            del parts[name]
        elif chance.random() < 0.05:
            parts[name] = parts[chance.choice(sorted(parts))]
        else:
            parts[name] = _spoilt_bytes(parts[name], list(parts.values()), chance)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _spoilt_bytes(data: bytes, others: list[bytes], chance: Random) -> bytes:
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        way = chance.choice((_flip, _cut, _double, _insert, _number, _number, _tag, _tag, _splice))
        data = way(data, others, chance)
        if chance.random() < 0.02:
            data = data[: chance.randint(0, len(data))]
    return data


def _flip(data: bytes, _others: list[bytes], chance: Random) -> bytes:
    at = chance.randint(0, max(len(data) - 1, 0))
    return data[:at] + chance.randbytes(1) + data[at + 1 :]


def _cut(data: bytes, _others: list[bytes], chance: Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.choice((1, 4, 30, 300)) :]


def _double(data: bytes, _others: list[bytes], chance: Random) -> bytes:
    start = chance.randint(0, len(data))
    piece = data[start : start + chance.choice((1, 20, 200, 2_000))]
    return data[:start] + piece * chance.choice((2, 3, 30)) + data[start:]


def _insert(data: bytes, _others: list[bytes], chance: Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(PIECES) + data[at:]


def _number(data: bytes, _others: list[bytes], chance: Random) -> bytes:
    return _replaced(data, _NUMBER, chance.choice(NUMBERS), chance)


def _tag(data: bytes, others: list[bytes], chance: Random) -> bytes:
    tags = _TAG.findall(data[:200_000]) or [b"<a>"]
    return _replaced(data, _TAG, chance.choice([b"", chance.choice(tags), chance.choice(tags) * 2]), chance)


def _replaced(data: bytes, pattern: re.Pattern[bytes], piece: bytes, chance: Random) -> bytes:
    """Replace one of the places of a pattern near a random point."""
    found = pattern.search(data, chance.randint(0, max(len(data) - 1, 0)))
    return data if found is None else data[: found.start()] + piece + data[found.end() :]


def _splice(data: bytes, others: list[bytes], chance: Random) -> bytes:
    other = chance.choice(others) if others else data
    at, start = chance.randint(0, len(data)), chance.randint(0, len(other))
    return data[:at] + other[start : start + chance.choice((50, 500, 5_000))] + data[at:]
