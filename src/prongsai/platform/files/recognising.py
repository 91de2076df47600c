"""What a file from outside is, by its content and its name together. No Django: the child process uses it."""

from __future__ import annotations

from prongsai.ita.reading.kinds import recognise
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.files.kinds import PICTURE_SUFFIXES, Kind, Purpose
from prongsai.platform.files.names import parted

HEIC = "heic"
_PROGRAMS = frozenset(
    (
        ".exe", ".com", ".bat", ".cmd", ".scr", ".pif", ".msi", ".msp", ".dll", ".cpl", ".js", ".jse", ".vbs", ".vbe",
        ".wsf", ".wsh", ".hta", ".ps1", ".psm1", ".jar", ".sh", ".py", ".lnk", ".url", ".reg", ".inf", ".chm", ".iso",
        ".img", ".vhd", ".apk", ".app", ".dmg", ".deb", ".rpm", ".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm",
        ".svg", ".swf",
    )
)  # fmt: skip
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def recognise_for(data: bytes, name: str, purpose: Purpose) -> str:
    """Give the kind of a file (a `Kind`, or HEIC), as far as the purpose takes it.

    Refuses KIND (a program, a kind that is not taken here, a content that the name does not say), EMPTY, ENCRYPTED,
    TRUNCATED. Pictures may have the name of another kind of picture, as phones and chat programs give them: they are
    drawn anew and named by what they are.
    """
    suffix = parted(name)[1].lower()
    if suffix in _PROGRAMS:
        raise Refused("KIND", "แนบแฟ้มโปรแกรม สคริปต์ หรือแฟ้มที่มีมาโครไม่ได้ โปรดแนบเฉพาะเอกสารหรือภาพ", value=suffix)
    if suffix not in purpose.suffixes:
        shown = " ".join(purpose.suffixes)
        raise Refused("KIND", f"ตรงนี้แนบได้เฉพาะแฟ้ม {shown} โปรดบันทึกเป็นชนิดเหล่านี้แล้วแนบใหม่", value=suffix)
    if suffix not in PICTURE_SUFFIXES:
        return Kind(recognise(data, f"a{suffix}").value)
    if len(data) < _SHORTEST:
        raise Refused("EMPTY", "แฟ้มภาพว่างหรือไม่ครบ โปรดถ่ายหรือบันทึกภาพใหม่")
    return _picture(data)


_SHORTEST = 12


def _picture(data: bytes) -> str:
    if data.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data[4:8] == b"ftyp" and _brands(data) & _HEIC_BRANDS and b"avif" not in _brands(data):
        return HEIC
    raise Refused("KIND", "ชื่อแฟ้มบอกว่าเป็นภาพ แต่เนื้อแฟ้มไม่ใช่ภาพ JPEG PNG WebP หรือ HEIC โปรดบันทึกภาพใหม่แล้วแนบอีกครั้ง")


def _brands(data: bytes) -> set[bytes]:
    """Give the brands that the first box of a HEIC file names (ISO/IEC 14496-12, `ftyp`)."""
    length = min(int.from_bytes(data[:4], "big"), 256)
    return {data[8:12], *(data[at : at + 4] for at in range(16, length, 4))}
