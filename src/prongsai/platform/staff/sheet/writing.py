"""Writes the staff list as a workbook: empty as a form to fill in, or with everybody who is here."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter.workbook import Workbook

from prongsai.ita.thai import format_date
from prongsai.platform.staff.sheet.comparing import Known
from prongsai.platform.staff.sheet.words import column_words

COLUMNS = ("prefix", "given", "family", "post", "unit", "employment", "email", "since")
_WIDTHS = (14, 20, 22, 40, 36, 24, 28, 22)
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
SHEET, HELP = "บุคลากร", "คำอธิบาย"
WORDS = (
    "กรอกหนึ่งคนต่อหนึ่งบรรทัด ต้องมีชื่อ นามสกุล และส่วนราชการ คอลัมน์อื่นเว้นว่างได้",
    "ไม่ต้องใส่เลขประจำตัวประชาชน เงินเดือน หรือข้อมูลส่วนตัวอื่น หากมี ระบบไม่อ่านและไม่เก็บ",
    "วันที่พิมพ์ได้ เช่น 1 ตุลาคม 2567",
    "การรักษาราชการแทนไม่กรอกในแฟ้มนี้ โปรดบันทึกที่หน้าของบุคลากรพร้อมเลขที่คำสั่ง",
)


def staff_workbook(people: Sequence[Known] = ()) -> bytes:
    """Write the list; every text stays a text, whatever it begins with."""
    target = BytesIO()
    with Workbook(target, _PLAIN) as book:
        sheet = book.add_worksheet(SHEET)
        bold, text = book.add_format({"bold": True, "bottom": 1}), book.add_format({"quote_prefix": True})
        for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, column_words()[name][0], bold)
        for row, person in enumerate(people, start=1):
            for column, value in enumerate(_values(person)):
                if value:
                    sheet.write_string(row, column, value, text)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        words = book.add_worksheet(HELP)
        words.set_column(0, 0, 100)
        for row, sentence in enumerate(WORDS):
            words.write_string(row, 0, sentence)
    return target.getvalue()


def _values(person: Known) -> tuple[str, ...]:
    since = format_date(person.since, digits="arabic") if person.since else ""
    return (
        person.prefix,
        person.given_name,
        person.family_name,
        person.post,
        person.unit,
        person.employment,
        person.email,
        since,
    )
