"""Tables whose columns are indicators or instruments."""

from decimal import Decimal

D = Decimal
NAMES = "การปฏิบัติหน้าที่ | การใช้งบประมาณ | การใช้อำนาจ | รวม"


def changes(reading):
    return [(c.indicator, c.from_year, c.to_year, c.stated) for c in reading.changes]


def test_a_row_of_differences_holds_changes_between_the_years_it_names(table):
    reading = table(
        f"""ปีงบประมาณ | {NAMES}
        2565 | 90.10 | 85.20 | 88.30 | 87.80
        2566 | 91.50 | 86.10 | 87.20 | 88.10
        2567 | 93.00 | 88.40 | 90.10 | 90.50
        ผลต่าง (66-67) | 1.50 | 2.30 | -2.90 | 2.40"""
    )
    assert changes(reading) == [
        (1, 2566, 2567, D("1.50")),
        (2, 2566, 2567, D("2.30")),
        (3, 2566, 2567, D("-2.90")),
        (None, 2566, 2567, D("2.40")),
    ]
    assert [sheet.overall for sheet in reading.score_sheets] == [D("87.80"), D("88.10"), D("90.50")]


def test_a_row_of_falls_is_negative_and_between_the_last_two_years_above(table):
    reading = table(
        f"""ปี | {NAMES}
        ปี 2566 | 91.50 | 86.10 | 87.20 | 88.10
        ปี 2567 | 90.50 | 85.10 | 86.20 | 87.10
        ลดลง | 1.00 | 1.00 | 1.00 | 1.00"""
    )
    assert {change[3] for change in changes(reading)} == {D("-1.00")}


def test_differences_of_one_year_alone_are_no_changes(table):
    assert (
        changes(table(f"ปี | {NAMES}\nปี 2566 | 91.50 | 86.10 | 87.20 | 88.10\nผลต่าง | 1.00 | 1.00 | 1.00 | 1.00")) == []
    )


def test_parts_are_brought_to_a_hundred_by_the_row_of_weights(table):
    above = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567"
    parts = table("เครื่องมือ | IIT | EIT | OIT\nน้ำหนัก | 30 | 30 | 40\nคะแนนที่ได้ | 27.00 | 24.00 | 38.00", above=above)
    whole = table(
        """เครื่องมือ | IIT | EIT | OIT
        น้ำหนัก | 30 | 30 | 40
        คะแนนที่ได้ | 90.00 | 80.00 | 95.00
        คะแนนถ่วงน้ำหนัก | 27 | 24 | 38""",
        above=above,
    )
    assert parts.score_sheets == whole.score_sheets
    assert parts.score_sheets[0].instruments == {"IIT": D(90), "EIT": D(80), "OIT": D(95)}


def test_a_row_of_levels_gives_the_level_of_the_overall(table):
    reading = table(f"ปี | {NAMES}\nปี 2567 | 91.50 | 86.10 | 87.20 | 88.10\nระดับ ปี 2567 | | | | ผ่าน")
    assert [(sheet.year, sheet.level) for sheet in reading.score_sheets] == [(2567, "ผ่าน")]


def test_years_down_the_table_have_the_overall_beside_them(table):
    reading = table("ปีงบประมาณ | คะแนน | ระดับ | พัฒนาการ\n๒๕๖๔ | ๘๕.๙๐ | A |\n๒๕๖๕ | ๙๕.๐๕ | AA | +๙.๑๕")
    assert [(s.year, s.overall, s.level) for s in reading.score_sheets] == [
        (2564, D("85.90"), "A"),
        (2565, D("95.05"), "AA"),
    ]
    assert changes(reading) == [(None, 2564, 2565, D("9.15"))]


def test_the_mean_of_some_indicators_is_no_overall(table):
    reading = table(
        """ตัวชี้วัดที่ | ชื่อตัวชี้วัด | ร้อยละที่ได้
        1 | การปฏิบัติหน้าที่ | 90.00
        2 | การใช้งบประมาณ | 80.00
        คะแนนเฉลี่ยตัวชี้วัดที่ 1 - 2 | | 85.00
        สรุปคะแนนเฉลี่ยทุกตัวชี้วัด | | 80.60
        เกรด | | B"""
    )
    assert [(s.overall, s.level) for s in reading.score_sheets] == [(D("80.60"), "B")]
