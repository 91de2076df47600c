"""Tables of scores."""

from decimal import Decimal

D = Decimal


def figures(sheet):
    return {entry.number: entry.score for entry in sheet.indicators}


def test_two_years_and_their_change_stand_side_by_side(table):
    reading = table(
        """ตัวชี้วัดที่ | รายละเอียดตัวชี้วัด | ปี ๒๕๖๖ | ปี ๒๕๖๗ | เปลี่ยนแปลง
        | | คะแนน | คะแนน |
        ๑ | การปฏิบัติหน้าที่ | ๙๑.๙๐ | ๙๓.๔๐ | +๑.๕๐
        ๔ | การใช้ทรัพย์สินของราชการ | ๘๓.๐๕ | ๗๘.๑๖ | (๔.๘๙)
        คะแนนเฉลี่ย | | ๘๖.๔๖ | ๘๘.๗๕ | ๒.๒๙"""
    )
    older, newer = reading.score_sheets
    assert (older.year, older.overall, figures(older)) == (2566, D("86.46"), {1: D("91.90"), 4: D("83.05")})
    assert (newer.year, newer.overall, figures(newer)) == (2567, D("88.75"), {1: D("93.40"), 4: D("78.16")})
    assert [(c.indicator, c.stated) for c in reading.changes] == [(1, D("1.50")), (4, D("-4.89")), (None, D("2.29"))]


def test_indicators_may_be_columns_and_years_rows(table):
    reading = table(
        """ปี | ตัวชี้วัดที่ 1 | ตัวชี้วัดที่ 2 | ตัวชี้วัดที่ 3 | คะแนนรวม | ระดับ
        2565 | 80.10 | 81.20 | 82.30 | 81.00 | B
        ปี 2566 | 90.10 | 91.20 | 92.30 | 91.00 | ผ่านดี"""
    )
    assert [(sheet.year, sheet.overall, sheet.level) for sheet in reading.score_sheets] == [
        (2565, D("81.00"), "B"),
        (2566, D("91.00"), "ผ่านดี"),
    ]
    assert figures(reading.score_sheets[1]) == {1: D("90.10"), 2: D("91.20"), 3: D("92.30")}


def test_indicators_numbered_below_a_common_header_are_columns_too(table):
    reading = table(
        """หน่วยงาน | ตัวชี้วัดที่ | | | คะแนนรวม
        | 1 | 2 | 3 |
        เทศบาลตำบลท่าแจ่มจันทร์ ปี 2567 | 80.10 | 81.20 | 82.30 | 81.00"""
    )
    assert figures(reading.score_sheets[0]) == {1: D("80.10"), 2: D("81.20"), 3: D("82.30")}


def test_instruments_in_columns_are_parts_of_their_full_marks(table):
    reading = table(
        """หน่วยงาน | IIT (30) | EIT (30) | OIT (40) | คะแนนรวม | ระดับ
        เทศบาลตำบลท่าแจ่มจันทร์ | 27.84 | 25.50 | 40.00 | 93.34 | A""",
        above="ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564",
    )
    sheet = reading.score_sheets[0]
    assert sheet.instruments == {"IIT": D("92.80"), "EIT": D("85.00"), "OIT": D("100.00")}
    assert (sheet.year, sheet.overall, sheet.level) == (2564, D("93.34"), "A")


def test_full_marks_in_a_column_of_their_own_convert_only_parts(table):
    parts = table("เครื่องมือ | คะแนนเต็ม | คะแนนที่ได้\nIIT | 30 | 27.84\nOIT | 40 | 38.80", above="ผลการประเมิน ปี 2564")
    whole = table("เครื่องมือ | น้ำหนัก | คะแนนที่ได้\nIIT | 30 | 85.44\nOIT | 40 | 90.63", above="ผลการประเมิน ปี 2566")
    assert parts.score_sheets[0].instruments == {"IIT": D("92.80"), "OIT": D("97.00")}
    assert whole.score_sheets[0].instruments == {"IIT": D("85.44"), "OIT": D("90.63")}


def test_rows_of_instruments_are_no_indicators_and_totals_no_instruments(table):
    reading = table(
        """แบบวัด | ตัวชี้วัด | คะแนน
        IIT | การปฏิบัติหน้าที่ | 93.40
        | การใช้งบประมาณ | 87.92
        | รวม IIT | 90.66
        EIT ส่วนที่ 1 | | 90.02
        | คะแนนรวม | 88.75
        | ระดับ | ผ่าน""",
        above="ผลการประเมิน ปี 2567",
    )
    sheet = reading.score_sheets[0]
    assert figures(sheet) == {1: D("93.40"), 2: D("87.92")}
    assert sheet.instruments == {"IIT": D("90.66"), "EIT1": D("90.02")}
    assert (sheet.overall, sheet.level) == (D("88.75"), "ผ่าน")


def test_a_number_that_stands_twice_is_warned_of_and_the_first_score_stands(table):
    reading = table("ตัวชี้วัดที่ | ชื่อตัวชี้วัด | คะแนน\n3 | การใช้อำนาจ | 86.75\n3 | การใช้อำนาจ | 80.00", above="ปี 2567")
    assert figures(reading.score_sheets[0]) == {3: D("86.75")}
    assert [warning.found for warning in reading.warnings if warning.code == "duplicate-indicator"] == ["3"]


def test_a_score_over_a_hundred_is_kept_and_warned_of(table):
    reading = table("ตัวชี้วัด | คะแนน\nการใช้อำนาจ | 186.75\nการใช้งบประมาณ | 87.00", above="ผลการประเมิน ปี 2567")
    assert figures(reading.score_sheets[0])[3] == D("186.75")
    assert [(w.found, w.where) for w in reading.warnings if w.code == "score-out-of-range"] == [
        ("186.75", "score_sheets[0].indicators[1].score")
    ]


def test_figures_of_a_chart_are_no_scores(table):
    reading = table("การป้องกันการทุจริต 10000 | การอยู่ดี 99.44 | 50\nการใช้งาน 97.75 | 0 | 100")
    assert reading.score_sheets == ()
    assert "chart-skipped" in {warning.code for warning in reading.warnings}


def test_scores_of_questions_are_no_scores_of_indicators(table):
    reading = table(
        "ข้อ | ข้อคำถาม | คะแนน\ni7 | การใช้งบประมาณของหน่วยงาน | 71.20\ni8 | ร่วมจัดทำแผนโดยรวม | 70.00", above="ปี 2566"
    )
    (sheet,) = reading.score_sheets
    assert sheet.indicators == ()
    assert [(entry.code, entry.score) for entry in sheet.questions] == [("I7", D("71.20")), ("I8", D("70.00"))]
