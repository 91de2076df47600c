"""Papers that draw measures from a result, and the year for which an order appoints its group."""

import pytest

from prongsai.ita.reading import read_text

RESULT = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {} ได้คะแนนภาพรวม ๘๘.๗๕ คะแนน ยังมีตัวชี้วัดที่ไม่ถึงเกณฑ์"
MEASURES = "จึงได้จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {} ขึ้น"
TABLE = "มาตรการ\tขั้นตอน\tผู้รับผิดชอบ\nจัดทำคู่มือ\tปรับคู่มือทุกงานบริการ\tสำนักปลัด"


def warned(*lines):
    reading = read_text("\n\n".join(["รายงานของเทศบาลตำบลท่าแจ่มจันทร์", *lines]))
    return [(w.where, w.found) for w in reading.warnings if w.code == "cause-after-effect"]


def test_measures_drawn_from_the_result_of_their_own_year_are_doubted():
    assert warned(RESULT.format(2567), MEASURES.format(2567), TABLE) == [("document.assessed_year", "2567")]


def test_result_and_measures_may_stand_in_one_sentence():
    assert warned(f"{RESULT.format(2567)} {MEASURES.format(2567)}", TABLE) == [("document.assessed_year", "2567")]


@pytest.mark.parametrize(
    "lines",
    [
        (RESULT.format(2566), MEASURES.format(2567), TABLE),
        (MEASURES.format(2567), TABLE, RESULT.format(2567)),
        (RESULT.format(2567), "จึงขอรายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2567", TABLE),
        (RESULT.format(2567), "จึงได้จัดทำมาตรการขึ้น", TABLE),
        (RESULT.format(2567), MEASURES.format(2567)),
    ],
)
def test_an_earlier_result_a_later_mention_or_a_mere_report_is_no_doubt(lines):
    assert warned(*lines) == []


ORDER = """คำสั่งเทศบาลตำบลท่าแจ่มจันทร์
ที่ {number}
เรื่อง แต่งตั้งคณะทำงานขับเคลื่อนการประเมิน ITA{year}

ด้วยเทศบาลจะเข้ารับการประเมิน ประจำปีงบประมาณ พ.ศ. ๒๕๗๐ จึงแต่งตั้งคณะทำงาน มีหน้าที่ดังนี้

๑. รวบรวมข้อมูล
๒. ติดตามผล

สั่ง ณ วันที่ ๕ ตุลาคม ๒๕๖๗
"""


@pytest.mark.parametrize(("year", "read"), [(" ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", 2568), (" ปี 2568", 2568), ("", None)])
def test_an_order_tells_the_year_it_is_for_in_its_subject(year, read):
    group = read_text(ORDER.format(number="๒๑๔/๒๕๖๗", year=year)).working_group
    assert (group.order_number, group.order_date, group.year) == ("214/2567", "2024-10-05", read)
