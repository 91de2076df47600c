"""Findings of analysis sections, and the lists of problems and proposals."""

import pytest


def entries(reading):
    return [(row.questions, row.finding, row.recommendation) for row in reading.analysis]


def test_advice_below_several_blocks_belongs_to_the_last(prose):
    reading = prose(
        "ส่วนที่ ๑ การวิเคราะห์ผลการประเมิน",
        "ประเด็นข้อคำถาม i๗ บุคลากรไม่ทราบแผนการใช้จ่าย",
        "ประเด็นข้อคำถาม i๘ i๙ บุคลากรไม่มีส่วนร่วมในแผน",
        "ดังนั้น หน่วยงานควรประชุมชี้แจงแผน (อ้างอิงจาก ๐๑๑)",
        "นอกจากนี้ ควรปิดประกาศแผน (อ้างอิงจาก O12)",
    )
    assert entries(reading) == [
        (("I7",), "บุคลากรไม่ทราบแผนการใช้จ่าย", None),
        (
            ("I8", "I9"),
            "บุคลากรไม่มีส่วนร่วมในแผน",
            "ดังนั้น หน่วยงานควรประชุมชี้แจงแผน (อ้างอิงจาก ๐๑๑) นอกจากนี้ ควรปิดประกาศแผน (อ้างอิงจาก O12)",
        ),
    ]
    assert reading.analysis[1].oit == ("O11", "O12")
    assert [(w.found, w.expected, w.where) for w in reading.warnings if w.code == "code-repaired"] == [
        ("๐๑๑", "O11", "analysis[1].oit")
    ]


def test_advice_may_begin_inside_the_paragraph_of_the_finding(prose):
    reading = prose("การวิเคราะห์ผลการประเมิน", "ข้อคำถาม e๙ การตอบข้อซักถามยังไม่ชัดเจน ดังนั้น ควรมอบหมายผู้ตอบ")
    assert entries(reading) == [(("E9",), "การตอบข้อซักถามยังไม่ชัดเจน", "ดังนั้น ควรมอบหมายผู้ตอบ")]


def test_issue_and_instrument_are_those_of_the_heading_above(prose):
    reading = prose(
        "ประเด็นที่ ๒ การให้บริการและระบบ E-Service",
        "ข้อคำถาม e๑๓ ประชาชนไม่ทราบบริการออนไลน์",
        "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)",
        "ข้อคำถาม i๑๔ การประเมินผลยังไม่เป็นธรรม",
    )
    assert [(row.issue, row.instrument) for row in reading.analysis] == [(2, None), (2, "IIT")]


def test_findings_without_codes_stand_in_an_analysis_section_only(prose):
    reading = prose(
        "บุคลากรตอบแบบสำรวจครบถ้วนทุกกอง",
        "ผลการวิเคราะห์รายตัวชี้วัด",
        "จุดแข็ง",
        "บุคลากรให้บริการด้วยความสุภาพ",
        "จุดที่ควรพัฒนา",
        "๑) ตัวชี้วัดการใช้งบประมาณ บุคลากรไม่ทราบแผนการใช้จ่าย",
        "๒) ตัวชี้วัดการใช้อำนาจ การมอบหมายงานยังไม่ชัดเจน",
        "ข้อเสนอแนะ",
        "ควรทำคำสั่งมอบหมายงานเป็นลายลักษณ์อักษร",
    )
    assert [(row.indicator, row.finding, row.recommendation) for row in reading.analysis] == [
        (2, "บุคลากรไม่ทราบแผนการใช้จ่าย", None),
        (3, "การมอบหมายงานยังไม่ชัดเจน", "ควรทำคำสั่งมอบหมายงานเป็นลายลักษณ์อักษร"),
    ]
    assert reading.recommendations == ()


def test_sentences_that_tell_scores_are_no_findings(prose):
    reading = prose(
        "จุดที่ต้องพัฒนา",
        "ตัวชี้วัดที่ ๒ การใช้งบประมาณ ได้ ๖๔.๑๐ คะแนน",
        "ตัวชี้วัดที่ ๓ การใช้อำนาจ ได้ ๗๐.๑๐ คะแนน พบว่า บุคลากรเห็นว่าการมอบหมายงานยังไม่ชัดเจน",
    )
    assert [(row.indicator, row.finding) for row in reading.analysis] == [(3, "บุคลากรเห็นว่าการมอบหมายงานยังไม่ชัดเจน")]


def test_a_lost_item_is_a_finding_of_the_oit(prose):
    reading = prose("OIT ข้อ O๓๘ รายงานผลการป้องกันการทุจริต ไม่พบหัวข้อข้อเสนอแนะ")
    (row,) = reading.analysis
    assert (row.instrument, row.oit, row.finding) == ("OIT", ("O38",), "รายงานผลการป้องกันการทุจริต ไม่พบหัวข้อข้อเสนอแนะ")


def test_a_table_of_findings_beside_a_table_of_measures_is_analysis(table):
    reading = table(
        """ข้อคำถาม | ข้อค้นพบ | ข้อเสนอแนะ
        I7 ท่านทราบแผนหรือไม่ | บุคลากรไม่ทราบแผน | ควรชี้แจง (อ้างอิง O11)

        มาตรการ | ผู้รับผิดชอบ | ระยะเวลา
        ชี้แจงแผน | กองคลัง | ม.ค. 67"""
    )
    assert entries(reading) == [(("I7",), "บุคลากรไม่ทราบแผน", "ควรชี้แจง (อ้างอิง O11)")]
    assert reading.analysis[0].oit == ("O11",)
    assert reading.document.kind == "analysis_and_measures"


@pytest.mark.parametrize(
    "heading", ["ปัญหา / อุปสรรค", "ส่วนที่ ๓ วิเคราะห์ข้อจำกัดของหน่วยงาน", "๔. ปัญหาและอุปสรรคในการดำเนินงาน"]
)
def test_a_section_of_problems_is_a_list(prose, heading):
    reading = prose(heading, "(ในการประเมิน ITA ๒๕๖๖)", "๑. ขาดบุคลากร", "ด้านเทคโนโลยี", "๒. งบประมาณจำกัด", "", "ข้อมูลสมมุติ")
    assert reading.limitations == ("ขาดบุคลากร ด้านเทคโนโลยี", "งบประมาณจำกัด")


def test_problems_and_proposals_told_on_the_line_of_their_heading(prose):
    reading = prose("ปัญหา/อุปสรรค : ไม่มี", "ข้อเสนอแนะ : ควรจัดอบรมผู้ดูแลเว็บไซต์")
    assert (reading.limitations, reading.recommendations) == ((), ("ควรจัดอบรมผู้ดูแลเว็บไซต์",))


def test_problems_and_proposals_under_one_heading_are_told_apart(prose):
    reading = prose("ปัญหา อุปสรรค และข้อเสนอแนะ", "๑. ขาดบุคลากร", "๒. ขอให้จัดอบรมทุกปี")
    assert (reading.limitations, reading.recommendations) == (("ขาดบุคลากร",), ("ขอให้จัดอบรมทุกปี",))


def test_a_section_that_leads_to_the_table_of_measures_has_no_entries(table):
    rows = "มาตรการ | ผู้รับผิดชอบ | ระยะเวลา\nก | กองคลัง | ม.ค. 67"
    reading = table(rows, above="มาตรการ\n\nข้อเสนอแนะและแนวทาง\nหน่วยงานกำหนดไว้ตามตารางต่อไปนี้")
    assert (reading.limitations, reading.recommendations) == ((), ())
    assert reading.analysis == ()


def test_a_table_of_problems_and_proposals_fills_both_lists(table):
    reading = table("ปัญหา/อุปสรรค | ข้อเสนอแนะ\n1. ขาดบุคลากร 2. งบจำกัด | จัดอบรม")
    assert (reading.limitations, reading.recommendations) == (("ขาดบุคลากร", "งบจำกัด"), ("จัดอบรม",))


def test_what_is_still_to_be_checked_is_neither_finding_nor_proposal(prose):
    read = prose(
        "จุดที่ควรพัฒนา",
        "ข้อ i๑๔ บุคลากรบางรายยังไม่ทราบเกณฑ์การประเมิน",
        "ข้อมูลที่ยังไม่ยืนยัน",
        "๑. ข้อ o๓๓ ปี ๒๕๖๗ ยังไม่ทราบองค์ประกอบที่ใช้ตรวจ",
        "๒. ข้อ i๘ ควรตรวจกับคู่มือของปี",
        "ข้อเสนอแนะ",
        "๑. ขอให้แจ้งกรอบการประเมินก่อนเริ่มปี",
    )
    assert [row.questions for row in read.analysis] == [("I14",)]
    assert read.recommendations == ("ขอให้แจ้งกรอบการประเมินก่อนเริ่มปี",)


def test_no_finding_stands_behind_the_closing_sentence(prose):
    read = prose(
        "จุดที่ควรพัฒนา",
        "ข้อ i๑๔ บุคลากรบางรายยังไม่ทราบเกณฑ์การประเมิน",
        "จึงเรียนมาเพื่อโปรดทราบ และใช้ประกอบการกำหนดมาตรการ",
        "นางสาวพิมพ์ใจ ตัวอย่างดี นักวิเคราะห์นโยบายและแผนชำนาญการ",
    )
    assert [row.finding for row in read.analysis] == ["บุคลากรบางรายยังไม่ทราบเกณฑ์การประเมิน"]
