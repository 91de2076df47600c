"""Bank accounts, and plates of private vehicles: numbers that mean nothing without the words before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.ita.privacy.finders import PersonalData, mask_figures
from prongsai.ita.thai.digits import to_arabic

_TEN = r"[0-9]{3}[ -]?[0-9][ -]?[0-9]{5}[ -]?[0-9]"
_TWELVE = r"[0-9]{12}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}[ -][0-9]{3}|[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}"
_DASHED = re.compile(r"(?<![0-9-])[0-9]{3}-[0-9]-[0-9]{5}-[0-9](?![0-9-])")
_LED = re.compile(
    rf"(?:บัญชี|ธนาคาร|ธ\.ก\.ส\.|ออมสิน|พร้อมเพย์)[^0-9\n]{{0,60}}?(?<![0-9-])(?P<number>{_TWELVE}|{_TEN})(?![0-9-])"
)
_OTHER_NUMBER = re.compile(r"โทร|เลขประจำตัว|เอกสาร|รหัส|แยกประเภท|ใบเสร็จ|โครงการ|ผู้เสียภาษี|เช็ค|ฎีกา|สัญญา")

_PLATE = re.compile(
    r"ทะเบียน(?:รถ(?:ยนต์|จักรยานยนต์)?)?(?:ส่วนบุคคล)?(?:เลขที่|เลข|หมายเลข|คัน)?[ \t]{0,3}:?[ \t]{0,3}"
    r"(?P<plate>[0-9]?[ก-ฮ]{1,3}[ \t-]{0,2}[0-9]{1,4})(?![0-9/])"
)
_OF_THE_OFFICE = re.compile(
    r"ส่วนกลาง|ราชการ|ครุภัณฑ์|กู้ชีพ|บรรทุกน้ำ|ดับเพลิง|ขยะ|ของ ?(?:อบต|เทศบาล|หน่วยงาน|องค์การ)|ประจำตำแหน่ง|กระเช้า|รับส่งนักเรียน"
)


def bank_accounts(text: str) -> Iterator[PersonalData]:
    """Find accounts: in the form of the banks (000-0-00000-0), or 10 or 12 digits after the word for an account."""
    plain = to_arabic(text)
    spans = {match.span() for match in _DASHED.finditer(plain)}
    if "บัญชี" in plain or "ธนาคาร" in plain or "พร้อมเพย์" in plain or "ออมสิน" in plain or "ธ.ก.ส." in plain:
        spans |= {match.span("number") for match in _LED.finditer(plain) if not _OTHER_NUMBER.search(match.group()[6:])}
    for start, end in sorted(spans):
        yield PersonalData("bank-account", start, end, mask_figures(text[start:end], shown=3))


def vehicle_plates(text: str) -> Iterator[PersonalData]:
    """Find plates that are called so; those of the office's own vehicles are passed over."""
    if "ทะเบียน" not in text:
        return
    plain = to_arabic(text)
    for match in _PLATE.finditer(plain):
        line_start = plain.rfind("\n", 0, match.start()) + 1
        if not _OF_THE_OFFICE.search(plain, max(line_start, match.start() - 80), match.start()):
            start, end = match.span("plate")
            yield PersonalData("vehicle-plate", start, end, mask_figures(text[start:end], shown=0))
