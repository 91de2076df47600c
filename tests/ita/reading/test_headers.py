"""Header rows and what their columns hold."""

import pytest

from prongsai.ita.reading.columns import Role, role_of
from prongsai.ita.reading.headers import read_header, same_layout
from prongsai.ita.reading.layout import Cell, Row
from prongsai.ita.reading.vocabulary import standard_vocabulary

WORDS = standard_vocabulary()


def rows(*texts):
    return [Row(tuple(Cell((cell.strip(),) if cell.strip() else ()) for cell in text.split("|"))) for text in texts]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ (แนวทาง/มาตรการ)", Role.MEASURES),
        ("แนวทางการพัฒนา", Role.MEASURES),
        ("ขั้นตอน / วิธีการปฏิบัติ", Role.STEPS),
        ("วิธีการดำเนินการ", Role.STEPS),
        ("โครงการ/กิจกรรม", Role.STEPS),
        ("หน่วยงาน ผู้รับผิดชอบ", Role.UNITS),
        ("ผู้รับผิด ชอบ", Role.UNITS),
        ("ระยะเวลา ดำเนินการ", Role.PERIOD),
        ("ระยะเวลาดาเนินการ", Role.PERIOD),
        ("ข้อความ ITA", Role.QUESTION),
        ("ข้อค้นพบ ปี ๒๕๖๖", Role.FINDING),
        ("ประเด็นต้องแก้ไข", Role.FINDING),
        ("ประเด็นที่ต้องพัฒนา", Role.FINDING),
        ("การกำกับติดตาม", Role.FOLLOW_UP),
        ("การรายงานผล", Role.FOLLOW_UP),
        ("รายงานผลการดำเนินการ", Role.RESULTS),
        ("สรุปผล", Role.RESULTS),
        ("ผลลัพธ์หรือความสำเร็จ", Role.OUTCOMES),
        ("ตัวชี้วัดความสำเร็จ", Role.OTHER),
        ("ตัวชี้วัด", Role.INDICATOR),
        ("ปี ๒๕๖๖", Role.SCORE),
        ("คะแนนถ่วงน้ำหนัก", Role.WEIGHTED),
        ("เพิ่มขึ้น/ลดลง", Role.CHANGE),
        ("ผู้รบผิดชอบ", Role.UNITS),
        ("ดอกไม้", None),
        ("", None),
    ],
)
def test_the_words_of_a_header_say_what_its_column_holds(header, role):
    assert role_of(header) is role


def test_a_header_in_two_rows_is_read_as_one():
    found = read_header(
        rows("ประเด็น|วิเคราะห์ผล||มาตรการ", "|ข้อคำถาม|ข้อค้นพบ ปี 2566|", "1. การบริการ|E2 เป็นธรรม|มีคิว|จัดคิว"), 0, WORDS
    )
    assert found is not None
    columns, taken = found
    assert taken == 2
    assert [column.role for column in columns] == [Role.ISSUE, Role.QUESTION, Role.FINDING, Role.MEASURES]
    assert columns[2].year == 2566


def test_a_year_above_and_the_score_below_head_one_column():
    found = read_header(rows("ที่|ตัวชี้วัด|ปี ๒๕๖๖|ปี ๒๕๖๗|เปลี่ยนแปลง", "||คะแนน|คะแนน|"), 0, WORDS)
    assert found is not None
    assert [(column.role, column.year) for column in found[0][2:]] == [
        (Role.SCORE, 2566),
        (Role.SCORE, 2567),
        (Role.CHANGE, None),
    ]


def test_a_row_that_counts_the_columns_belongs_to_the_header():
    found = read_header(rows("มาตรการ|ขั้นตอน|ผู้รับผิดชอบ", "(1)|(2)|(3)", "ก|ข|ค"), 0, WORDS)
    assert found is not None
    assert found[1] == 2


@pytest.mark.parametrize(
    "row",
    [
        "มาตรการกำกับดูแลการใช้รถยนต์ส่วนกลาง|ทุกหน่วยงาน|๑. กำหนดแนวทาง",
        "IIT|๑|การปฏิบัติหน้าที่|๙๙.๔๔",
        "คะแนนเฉลี่ย||94.22|90.65|-3.57",
        "๑. การให้บริการ|จัดทำคู่มือ|กองคลัง|ม.ค. 67",
        "มาตรการ",
    ],
)
def test_a_row_of_data_is_no_header(row):
    assert read_header(rows(row), 0, WORDS) is None


def test_a_header_that_comes_again_with_other_blanks_is_the_same():
    first = read_header(rows("ข้อคำถาม ITA|มาตรการ|ระยะเวลาดำเนินการ"), 0, WORDS)
    again = read_header(rows("ข้อความ ITA|มาตรการ|ระยะเวลา ดำเนินการ"), 0, WORDS)
    other = read_header(rows("ตัวชี้วัด|คะแนน|ระดับ"), 0, WORDS)
    assert first is not None
    assert again is not None
    assert other is not None
    assert same_layout(first[0], again[0])
    assert not same_layout(first[0], other[0])
