"""Bytes of a text file to text: by a mark, by strict UTF-8, or by the code pages old Thai spreadsheets still write."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.ita.thai.refusal import Notice, Refused

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_KNOWN = {
    "utf-8": "utf-8", "utf8": "utf-8", "utf-16": "utf-16", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be",
    "tis-620": "cp874", "tis620": "cp874", "windows-874": "cp874", "cp874": "cp874", "iso-8859-11": "cp874",
}  # fmt: skip
_THAI = re.compile(r"[ก-๛]")
_FEWEST_THAI = 8
_MISTAKEN = re.compile(r"[\u00a1-\u00da\u00df-\u00fb]")
_FEWEST_MISTAKEN = 20
# A mark without a letter below it, or a leading vowel without a letter after it, is written in no Thai word.
_NO_THAI_WORD = re.compile(r"(?:^|[^ก-ฮะ-ฺ็-๎])[ัิ-ฺ็-๎]|[เ-ไ](?![ก-ฮ])")
_NOT_PLAIN = re.compile(r"[^\t\n\r -~ก-๛\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read by; a notice where that encoding was concluded and should be looked at."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Decode a file strictly: by its byte-order mark, by what the sender declares, as UTF-8, UTF-16 or Windows-874.

    Nothing is replaced or skipped. Refuses ENCODING where no way gives a clean text (invalid or overlong UTF-8, lone
    surrogates, NUL), and where `declared` is unknown or does not fit.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding), encoding)
    if declared is not None:
        codec = _KNOWN.get(declared.strip().lower())
        if codec is None:
            raise Refused("ENCODING", f"ไม่รู้จักการเข้ารหัสอักษร “{declared}”", value=declared)
        return Decoded(_strict(data, codec), codec)
    if _looks_like_utf16(data):
        encoding = "utf-16-le" if data[1] in (0, 0x0E) else "utf-16-be"
        return Decoded(_strict(data, encoding), encoding, (_concluded("UTF-16"),))
    try:
        return Decoded(_strict(data, "utf-8"), "utf-8")
    except Refused:
        return Decoded(_old_thai(data), "cp874", (_concluded("Windows-874 (TIS-620)"),))


def looks_mistaken_for_latin(text: str) -> bool:
    """Whether a text is Thai of an old code page that a program took for Latin letters (`¡ÒÃ»ÃÐàÁÔ¹` is การประเมิน)."""
    mistaken = len(_MISTAKEN.findall(text))
    return mistaken >= _FEWEST_MISTAKEN and mistaken > 3 * len(_THAI.findall(text))


def from_mistaken_latin(text: str) -> str:
    """Give the Thai letters that were taken for Latin ones; other characters stay."""
    return _MISTAKEN.sub(lambda match: match.group().encode("latin-1").decode("cp874"), text)


def _strict(data: bytes, codec: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise _refusal(f"ไบต์ที่ {error.start + 1} ไม่ถูกต้อง") from None
    if "\x00" in text:
        raise _refusal("มีอักขระว่าง (NUL)")
    return text


def _old_thai(data: bytes) -> str:
    """Read Windows-874, only where the result is nothing but well-formed Thai and plain Latin, with some Thai in it."""
    text = _strict(data, "cp874")
    if len(_THAI.findall(text)) < _FEWEST_THAI or _NOT_PLAIN.search(text) or _NO_THAI_WORD.search(text):
        raise _refusal("ไม่ใช่ UTF-8 และไม่ใช่อักษรไทยแบบเดิม")
    return text


def _looks_like_utf16(data: bytes) -> bool:
    """Whether every second byte is 0 (Latin) or 0x0E (Thai) in nearly all places, as only UTF-16 has."""
    sample = data[:4096]
    if len(data) % 2 or len(sample) < 4:
        return False
    return any(sum(byte in (0, 0x0E) for byte in sample[first::2]) >= 0.9 * (len(sample) // 2) for first in (0, 1))


def _concluded(name: str) -> Notice:
    return Notice("ENCODING", f"อ่านแฟ้มเป็น {name} โปรดตรวจว่าตัวอักษรถูกต้อง", name)


def _refusal(reason: str) -> Refused:
    return Refused("ENCODING", f"อ่านตัวอักษรในแฟ้มไม่ได้ ({reason}) โปรดบันทึกเป็น UTF-8 แล้วส่งใหม่")
