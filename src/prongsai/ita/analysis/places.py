"""Where a finding stands and what was found, said as a person would look for it in the paper."""

from __future__ import annotations

import re
from datetime import date

from prongsai.ita.thai import format_date

_PARTS = {
    "measures": "มาตรการแถวที่ {}",
    "analysis": "ข้อค้นพบที่ {} ของส่วนวิเคราะห์",
    "score_sheets": "ตารางคะแนนที่ {}",
    "changes": "การเปลี่ยนแปลงรายการที่ {}",
    "limitations": "ข้อจำกัดที่ {}",
    "recommendations": "ข้อเสนอแนะที่ {}",
}
_WHOLE = {
    "measures": "ตารางมาตรการ",
    "analysis": "ส่วนวิเคราะห์",
    "score_sheets": "ตารางคะแนน",
    "changes": "การเปลี่ยนแปลงคะแนน",
    "agency": "ส่วนหัวของเอกสาร",
    "document": "ส่วนหัวของเอกสาร",
    "working_group": "คำสั่งแต่งตั้งคณะทำงาน",
    "text": "ทั้งเอกสาร",
    "file": "แฟ้ม",
}
_FIELDS = {
    "questions": "ข้อคำถาม",
    "items": "ข้อ OIT",
    "instruments": "แบบวัด",
    "oit": "ข้อ OIT",
    "finding": "ข้อค้นพบ",
    "recommendation": "ข้อเสนอแนะ",
    "measures": "มาตรการ",
    "steps": "ขั้นตอน",
    "units": "ผู้รับผิดชอบ",
    "period": "ระยะเวลา",
    "follow_up": "การติดตามผล",
    "status": "สถานะ",
    "results": "ผลการดำเนินงาน",
    "outcomes": "ผลลัพธ์",
    "overall": "คะแนนภาพรวม",
    "level": "ระดับ",
    "indicators": "ตัวชี้วัด",
}
_ISO_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_PATH = re.compile(r"(?P<part>[a-z_]+)(?:\[(?P<row>[0-9]+)\])?(?:\.(?P<field>[a-z_]+))?")


def place_in_words(where: str) -> str:
    """Say a path of the reading (`measures[4].results`, counted from 0) in Thai, counted from 1.

    What has no Thai name is given back as it is.
    """
    match = _PATH.match(where)
    if match is None or match["part"] not in _PARTS | _WHOLE:
        return where
    part = match["part"]
    row = match["row"]
    said = _PARTS[part].format(int(row) + 1) if row is not None and part in _PARTS else _WHOLE.get(part, part)
    field = _FIELDS.get(match["field"] or "")
    return f"{said} ช่อง{field}" if field else said


def value_in_words(value: str) -> str:
    """Write the ISO day of a finding as a Thai one; anything else stays."""
    try:
        return format_date(date.fromisoformat(value), digits="arabic") if _ISO_DAY.fullmatch(value) else value
    except ValueError:
        return value
