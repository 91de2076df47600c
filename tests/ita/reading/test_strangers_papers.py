"""Habits of offices that the reader met in papers it had not been made for."""

import pytest

from prongsai.ita.reading import read_text
from prongsai.ita.reading.agency import find_agency
from prongsai.ita.reading.codes import without_codes
from prongsai.ita.reading.layout import TextLine
from prongsai.ita.reading.numbering import list_items
from prongsai.ita.reading.vocabulary import standard_vocabulary

WORDS = standard_vocabulary()


def entries(reading):
    return [(row.questions, row.finding, row.recommendation) for row in reading.analysis]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาดาวใส เขต 9", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาดาวใส เขต 9"),
        ("สำนักงานเขตดาวใส", "สำนักงานเขตดาวใส"),
        ("ที่ว่าการอำเภอฟ้ากว้าง", "ที่ว่าการอำเภอฟ้ากว้าง"),
        ("ชื่อหน่วยงาน : เทศบาลตำบลดาวใส", "เทศบาลตำบลดาวใส"),
        ("เทศบาล ตำบล เกาะแก้ว จำลอง   อำเภอ ฟ้ากว้าง", "เทศบาลตำบลเกาะแก้วจำลอง"),
        ("มหาวิทยาลัยได้รับคะแนน ITA เท่ากับ 87.94", None),
        ("เทศบาลตำบลมีมาตรการดังนี้", None),
    ],
)
def test_a_name_is_more_than_the_kind_of_an_agency(line, name):
    assert find_agency((TextLine("รายงาน", 1), TextLine(line, 2)), 2).name == name


def test_a_label_parted_by_a_blank_heads_advice(prose):
    reading = prose("จุดที่ต้องพัฒนา", "(1) I21 การขอยืมยังไม่สะดวกเท่าที่ควร", "แนวทางการพัฒนา ควรลดขั้นตอนการขอยืม")
    assert entries(reading) == [(("I21",), "การขอยืมยังไม่สะดวกเท่าที่ควร", "ควรลดขั้นตอนการขอยืม")]


def test_advice_may_stand_behind_its_finding_on_one_line(prose):
    reading = prose("จุดอ่อน", "- E14 ประชาชนยังมีส่วนร่วมน้อย ควรเปิดรับฟังความคิดเห็น", "- E7 ข่าวที่ประชาชน ควรรับทราบยังไม่ทั่วถึง")
    assert entries(reading) == [
        (("E14",), "ประชาชนยังมีส่วนร่วมน้อย", "ควรเปิดรับฟังความคิดเห็น"),
        (("E7",), "ข่าวที่ประชาชน ควรรับทราบยังไม่ทั่วถึง", None),
    ]


def test_an_instrument_may_be_headed_with_its_english_name(prose):
    reading = prose(
        "การวิเคราะห์ผลการประเมิน",
        "2.1 แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (Internal Integrity and Transparency Assessment : IIT)",
        "I10 บุคลากรยังไม่เห็นความคุ้มค่าของการใช้จ่าย",
    )
    assert [(row.instrument, row.finding) for row in reading.analysis] == [("IIT", "บุคลากรยังไม่เห็นความคุ้มค่าของการใช้จ่าย")]


@pytest.mark.parametrize("printed", ["ข้อ l4", "ข้อ |4", "1๔"])
def test_a_look_alike_in_the_place_of_a_question_opens_a_block(prose, printed):
    reading = prose(
        "การวิเคราะห์ผลการประเมิน", "ข้อ i๒ การให้บริการไม่เท่าเทียม", "แนวทาง : ควรทบทวนคู่มือ", f"{printed} มีการรับของขวัญในเทศกาล"
    )
    assert [row.questions for row in reading.analysis] == [("I2",), ("I4",)]


def test_labelled_findings_below_told_scores_belong_to_their_indicator(prose):
    reading = prose(
        "ตัวชี้วัดที่ 2 การใช้งบประมาณ โดยรวมได้คะแนนเท่ากับร้อยละ 79.40 เป็นคะแนนจากการประเมินการรับรู้ของบุคลากร",
        "จุดที่ต้องพัฒนา : บุคลากรบางส่วนไม่ทราบแผนการใช้จ่าย",
        "แนวทางแก้ไข : ควรแจ้งแผนในที่ประชุม",
        "ตัวชี้วัดที่ 3 การใช้อำนาจ โดยรวมได้คะแนนเท่ากับร้อยละ 84.22",
        "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ โดยรวมได้คะแนนเท่ากับร้อยละ 77.15",
        "จุดที่ต้องพัฒนา : ขั้นตอนการยืมยังไม่ชัดเจน",
    )
    assert [(row.indicator, row.finding, row.recommendation) for row in reading.analysis] == [
        (2, "บุคลากรบางส่วนไม่ทราบแผนการใช้จ่าย", "ควรแจ้งแผนในที่ประชุม"),
        (4, "ขั้นตอนการยืมยังไม่ชัดเจน", None),
    ]


def test_codes_in_front_of_a_finding_in_a_table_are_left_out(table):
    reading = table("ข้อค้นพบ | มาตรการ | ผู้รับผิดชอบ\nE6, E8: ผู้รับบริการหาช่องทางไม่พบ | รวมช่องทางถามตอบ | กองกลาง")
    assert [(row.questions, row.finding) for row in reading.measures] == [(("E6", "E8"), "ผู้รับบริการหาช่องทางไม่พบ")]
    assert without_codes("ช่องทางไม่พบ (E8)", WORDS.is_code) == "ช่องทางไม่พบ (E8)"
    assert without_codes("E8", WORDS.is_code) == "E8"


def test_a_measure_that_resembles_the_name_of_an_indicator_heads_nothing(table):
    reading = table("มาตรการ | ผู้รับผิดชอบ\nมาตรการเปิดเผยข้อมูล | สำนักปลัด\nการเปิดเผยข้อมูล | สำนักปลัด")
    assert [row.indicator for row in reading.measures] == [None, 9]


def test_lines_of_cells_without_a_number_go_on_with_the_numbered_one_above(table):
    reading = table(
        """มาตรการ | วิธีการปฏิบัติ | ผู้รับผิดชอบ | ระยะเวลา
        ๑. มาตรการเผยแพร่ | (๑) จัดหมวดหมู่ข้อมูลบน | สำนักปลัด | ต.ค. ๖๕ -
        ข้อมูลข่าวสาร | เว็บไซต์ (๒) ปรับปรุงข้อมูล | | ก.ย. ๖๖
        ๒. มาตรการป้องกัน | ประกาศงดรับของขวัญ | กองคลัง | ม.ค. ๖๖
        การรับสินบน | | |"""
    )
    assert [(row.measures, len(row.steps), row.period is not None) for row in reading.measures] == [
        (("มาตรการเผยแพร่ ข้อมูลข่าวสาร",), 2, True),
        (("มาตรการป้องกัน การรับสินบน",), 1, True),
    ]


def test_a_whole_row_without_a_number_stays_a_row(table):
    reading = table(
        """มาตรการ | ผู้รับผิดชอบ | ระยะเวลา
        ๑. จัดระบบคิว | สำนักปลัด | ม.ค. ๖๖
        ติดป้ายขั้นตอน | กองช่าง | ก.พ. ๖๖
        ๒. ตรวจนับพัสดุ | กองคลัง | มี.ค. ๖๖"""
    )
    assert len(reading.measures) == 3


def test_a_line_that_names_an_issue_inside_a_table_is_a_band():
    rows = [
        "มาตรการ\tผู้รับผิดชอบ\tผลการดำเนินงาน",
        "ประเด็นที่ ๑",
        "จัดระบบคิว\tสำนักปลัด\tติดตั้งแล้ว",
        "ประเด็นที่ ๗",
        "ติดป้าย\tกองช่าง\t-",
    ]
    reading = read_text("รายงานผลการดำเนินการ\n\n" + "\n".join(rows))
    assert [(row.issue, row.measures) for row in reading.measures] == [(1, ("จัดระบบคิว",)), (7, ("ติดป้าย",))]


def test_the_next_section_and_the_next_table_end_the_duties_of_a_working_group():
    order = [
        "คำสั่งเทศบาลตำบลดาวใส ที่ 5/2567 แต่งตั้งคณะทำงาน ลงวันที่ 2 มกราคม 2567 มีหน้าที่ดังนี้",
        "(๑) รวบรวมข้อมูล",
        "(๒) รายงานผล",
    ]
    section = read_text("\n".join([*order, "๓. ผลการดำเนินการ", "๔. ปัญหา/อุปสรรค", "- งบประมาณจำกัด"]))
    beside = read_text("\n".join([*order, "มาตรการ\tผู้รับผิดชอบ", "จัดระบบคิว\tสำนักปลัด", "- งบประมาณจำกัด"]))
    assert [reading.working_group.duties for reading in (section, beside)] == [("รวบรวมข้อมูล", "รายงานผล")] * 2
    assert section.limitations == ("งบประมาณจำกัด",)


def test_a_number_behind_each_item_is_the_number_of_the_next_one():
    assert list_items(["๑.มอบหมายผู้รับผิดชอบรายข้อ ๒.ตรวจทาน"]) == ("มอบหมายผู้รับผิดชอบรายข้อ", "ตรวจทาน")
    assert list_items(["๑.ปฏิบัติตามข้อ ๒.ของระเบียบ"]) == ("ปฏิบัติตามข้อ ๒.ของระเบียบ",)


def test_problems_and_proposals_may_stand_behind_their_headings_on_one_line():
    lines = ("ปัญหาและอุปสรรคในการดำเนินการ บุคลากรโอนย้าย ๓ ราย", "ข้อเสนอแนะ ควรมีระบบส่งมอบงาน")
    reading = read_text("\n".join(("รายงานผลการดำเนินการ", "", "จึงขอรายงานดังนี้", "", *lines)))
    assert reading.limitations == ("บุคลากรโอนย้าย ๓ ราย",)
    assert reading.recommendations == ("ควรมีระบบส่งมอบงาน",)


def test_items_cited_in_a_column_of_their_own_belong_to_the_finding(table):
    reading = table(
        """ข้อคำถามที่ได้คะแนนต่ำ | ข้อค้นพบ | ข้อเสนอแนะ | ข้อ OIT ที่เกี่ยวข้อง
        E1 | ผู้รับบริการเห็นว่าใช้เวลานาน | ควรลดขั้นตอน | ๐๑๒, O13""",
        above="การวิเคราะห์ผลการประเมิน",
    )
    assert [row.oit for row in reading.analysis] == [("O12", "O13")]


def test_the_place_may_stand_behind_a_colon():
    found = find_agency(
        tuple(TextLine(line, n) for n, line in enumerate(("แบบฟอร์ม", "อำเภอ : ฟ้ากว้าง", "จังหวัด : ดาวใส"))), 3
    )
    assert (found.district, found.province) == ("ฟ้ากว้าง", "ดาวใส")


def test_the_first_issue_ends_the_head_of_a_paper(prose):
    reading = prose(
        "(๑) กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ", "ผลการวิเคราะห์ : ผู้รับบริการบางรายรอนาน", "วิธีแก้ไข : จัดช่องทางด่วน"
    )
    assert [(row.issue, row.finding, row.recommendation) for row in reading.analysis] == [
        (1, "ผู้รับบริการบางรายรอนาน", "จัดช่องทางด่วน")
    ]


def test_a_level_may_be_framed_by_leaders():
    reading = read_text("มาตรการ\n\nผลการประเมิน ปี ๒๕๖๔ มีคะแนนเฉลี่ย......๖๖.๙๐.....คะแนน ระดับ ......C......")
    assert [(sheet.year, sheet.level) for sheet in reading.score_sheets] == [(2564, "C")]


def test_the_tail_of_a_cut_row_may_bring_who_and_when(table):
    reading = table(
        """ตัวชี้วัด | ข้อค้นพบ | มาตรการ | ระยะเวลา | ผู้รับผิดชอบ
        (๗) ประสิทธิภาพการสื่อสาร | ช่องทางน้อย | ๑) จัดทำเพจ | |
        ตัวชี้วัด | ข้อค้นพบ | มาตรการ | ระยะเวลา | ผู้รับผิดชอบ
        | | ๒) ตอบคำถามในเพจ | มี.ค. ๖๕ | สำนักปลัด"""
    )
    assert [(row.measures, row.units) for row in reading.measures] == [(("จัดทำเพจ", "ตอบคำถามในเพจ"), ("สำนักปลัด",))]
