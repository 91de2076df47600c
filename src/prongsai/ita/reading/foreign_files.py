"""Files that cannot be read: what each is in plain words, and what to do with it."""

from __future__ import annotations

from collections.abc import Collection

from prongsai.ita.thai.refusal import Refused

_OTHER_SUFFIXES = {
    ".doc": "บันทึกเป็น .docx", ".rtf": "บันทึกเป็น .docx", ".odt": "บันทึกเป็น .docx", ".pages": "ส่งออกเป็น .docx",
    ".hwp": "ส่งออกเป็น .docx", ".hwpx": "ส่งออกเป็น .docx", ".docm": "บันทึกเป็น .docx (ไม่มีมาโคร)",
    ".xls": "บันทึกเป็น .xlsx", ".ods": "บันทึกเป็น .xlsx", ".xlsm": "บันทึกเป็น .xlsx (ไม่มีมาโคร)",
    ".xlsb": "บันทึกเป็น .xlsx", ".numbers": "ส่งออกเป็น .xlsx", ".md": "บันทึกเป็น .txt",
    ".jpg": "แปลงภาพเป็นข้อความก่อน", ".jpeg": "แปลงภาพเป็นข้อความก่อน", ".png": "แปลงภาพเป็นข้อความก่อน",
    ".zip": "แตกแฟ้มแล้วส่งเอกสารทีละฉบับ", ".rar": "แตกแฟ้มแล้วส่งเอกสารทีละฉบับ", ".7z": "แตกแฟ้มแล้วส่งเอกสารทีละฉบับ",
}  # fmt: skip

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGICS = (
    (b"{\\rtf", "เอกสาร RTF", "เปิดด้วย Word แล้วบันทึกเป็น .docx"),
    (b"\xff\xd8\xff", "ภาพ JPEG", "แปลงภาพเป็นข้อความก่อน"),
    (b"\x89PNG\r\n", "ภาพ PNG", "แปลงภาพเป็นข้อความก่อน"),
    (b"GIF8", "ภาพ GIF", "แปลงภาพเป็นข้อความก่อน"),
    (b"II*\x00", "ภาพ TIFF", "แปลงภาพเป็นข้อความก่อน"),
    (b"MM\x00*", "ภาพ TIFF", "แปลงภาพเป็นข้อความก่อน"),
    (b"RIFF", "ภาพหรือสื่อ", "แปลงเป็นข้อความก่อน"),
    (b"\x1f\x8b", "แฟ้มบีบอัด", "แตกแฟ้มแล้วส่งเอกสารทีละฉบับ"),
    (b"7z\xbc\xaf", "แฟ้มบีบอัด", "แตกแฟ้มแล้วส่งเอกสารทีละฉบับ"),
    (b"Rar!", "แฟ้มบีบอัด", "แตกแฟ้มแล้วส่งเอกสารทีละฉบับ"),
    (b"MZ", "โปรแกรม", "ส่งเฉพาะเอกสาร"),
    (b"\x7fELF", "โปรแกรม", "ส่งเฉพาะเอกสาร"),
    (b"HWP Document File", "เอกสาร HWP", "ส่งออกเป็น .docx"),
)
_OLE_STREAMS = (
    ("WordDocument", "Word รุ่นเก่า (.doc)", "เปิดด้วย Word แล้วบันทึกเป็น .docx"),
    ("Workbook", "Excel รุ่นเก่า (.xls)", "เปิดด้วย Excel แล้วบันทึกเป็น .xlsx"),
    ("HwpSummaryInformation", "เอกสาร HWP", "ส่งออกเป็น .docx"),
    ("PowerPoint Document", "PowerPoint รุ่นเก่า", "ส่งเอกสารเป็น .docx หรือ .pdf"),
)
_SEALED = ("EncryptedPackage", "DataSpaces", "DRMEncrypted")
_OTHER_ARCHIVES = (
    ("Index/Document.iwa", "เอกสาร Pages หรือ Numbers", "ส่งออกเป็น .docx หรือ .xlsx"),
    ("Contents/header.xml", "เอกสาร HWP", "ส่งออกเป็น .docx"),
    ("ppt/presentation.xml", "PowerPoint", "ส่งเอกสารเป็น .docx หรือ .pdf"),
    ("content.xml", "เอกสารของ LibreOffice", "บันทึกเป็น .docx หรือ .xlsx"),
    ("xl/workbook.bin", "Excel แบบไบนารี (.xlsb)", "บันทึกเป็น .xlsx"),
)
_START = 1024


def refuse_foreign_contents(data: bytes) -> None:
    """Refuse what can never be read, whatever it is called: KIND, or ENCRYPTED for a locked Office file."""
    if data.startswith(_OLE):
        raise _compound(data)
    for magic, told, advice in _MAGICS:
        binary = len(magic) > 4 or b"\0" in data[:_START]  # a text may begin with MZ or RIFF
        if data.startswith(magic) and (binary or not magic.isalpha()):
            raise _unread(told, advice)


def foreign_suffix(suffix: str) -> Refused:
    """Make the refusal of a file by its suffix (`.doc`, or nothing)."""
    advice = _OTHER_SUFFIXES.get(suffix, "บันทึกเป็น .docx .xlsx .pdf .html .csv หรือ .txt")
    shown = f"ชนิด {suffix} " if suffix else "ที่ไม่มีนามสกุล"
    return Refused("KIND", f"อ่านแฟ้ม{shown}ไม่ได้ โปรด{advice} แล้วส่งใหม่", value=suffix)


def foreign_archive(names: Collection[str]) -> Refused:
    """Make the refusal of an archive that is neither Word nor Excel, by the names of its members."""
    for name, told, advice in _OTHER_ARCHIVES:
        if name in names:
            return _unread(told, advice)
    return _unread("แฟ้มบีบอัด (ZIP)", "แตกแฟ้มแล้วส่งเอกสารทีละฉบับ")


def _unread(told: str, advice: str) -> Refused:
    return Refused("KIND", f"เนื้อแฟ้มเป็น{told} โปรด{advice} แล้วส่งใหม่")


def _compound(data: bytes) -> Refused:
    """Say what a compound file is by the names of its streams, which it writes in UTF-16."""
    if any(name.encode("utf-16-le") in data for name in _SEALED):
        return Refused("ENCRYPTED", "แฟ้มถูกใส่รหัสผ่านหรือจำกัดสิทธิ์ โปรดเอารหัสผ่านออก บันทึกใหม่ แล้วส่งอีกครั้ง")
    for name, told, advice in _OLE_STREAMS:
        if name.encode("utf-16-le") in data:
            return _unread(f" {told}", advice)
    return _unread("เอกสารรุ่นเก่า", "เปิดด้วยโปรแกรมเดิมแล้วบันทึกเป็น .docx หรือ .xlsx")
