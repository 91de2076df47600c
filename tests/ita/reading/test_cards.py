"""Tables that put a measure on a card, label beside text."""

from prongsai.ita.reading.cards import unfolded
from prongsai.ita.reading.layout import Cell, Row, Table

CARD = ("ประเด็น | การบริการ", "มาตรการ | จัดทำผัง", "ขั้นตอน | 1. ทบทวน 2. ติดผัง", "ผู้รับผิดชอบ | สำนักปลัด", "ระยะเวลา | ม.ค. 67")


def table_of(*lines):
    return Table(tuple(Row(tuple(Cell((cell.strip(),)) for cell in line.split("|"))) for line in lines))


def texts(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_labels_of_a_card_become_a_header():
    header, row = texts(unfolded(table_of("หัวข้อ | รายละเอียด", *CARD)))
    assert header == ["ประเด็น", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"]
    assert row == ["การบริการ", "จัดทำผัง", "1. ทบทวน 2. ติดผัง", "สำนักปลัด", "ม.ค. 67"]


def test_labels_may_stand_in_two_columns():
    wide = table_of("มาตรการ | จัดทำผัง | ผู้รับผิดชอบ | สำนักปลัด", "ขั้นตอน | ติดผัง | ระยะเวลา | ม.ค. 67")
    assert texts(unfolded(wide))[0] == ["มาตรการ", "ผู้รับผิดชอบ", "ขั้นตอน", "ระยะเวลา"]


def test_other_tables_of_two_columns_stay_as_they_are():
    for table in (
        table_of("มาตรการ | ผู้รับผิดชอบ", "จัดทำผัง | สำนักปลัด", "จัดระบบคิว | กองช่าง"),
        table_of("ตัวชี้วัด | คะแนน", "การใช้งบประมาณ | 80.00"),
        table_of(*CARD[:3]),
        table_of(*CARD, "มาตรการ | จัดระบบคิว"),
    ):
        assert unfolded(table) is table


def test_cards_that_follow_each_other_are_rows_of_one_table(table):
    rows = "\n".join(CARD)
    reading = table(rows + "\n\nมาตรการที่ 2\n\n" + rows.replace("จัดทำผัง", "จัดระบบคิว"))
    assert [(row.measures, row.steps, row.units) for row in reading.measures] == [
        (("จัดทำผัง",), ("ทบทวน", "ติดผัง"), ("สำนักปลัด",)),
        (("จัดระบบคิว",), ("ทบทวน", "ติดผัง"), ("สำนักปลัด",)),
    ]
