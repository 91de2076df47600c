"""Title, years, round, agency, and orders of working groups."""

import pytest

from prongsai.ita.papers.reading import AgencyHead, WorkingGroup
from prongsai.ita.reading import read_text


def head(*lines):
    return read_text("\n".join(lines)).document


def test_the_title_is_the_first_line_of_the_heading_without_markup():
    assert head("", "- ๑ -", "![](ตรา.png)", "**แผนส่งเสริมคุณธรรม**", "ของหน่วยงาน").title == "แผนส่งเสริมคุณธรรม"


@pytest.mark.parametrize(
    ("lines", "assessed", "planned"),
    [
        (["มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"], None, 2567),
        (
            ["การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน", "ของหน่วยงานภาครัฐ ประจำปีงบประมาณ พ.ศ. 2566"],
            2566,
            None,
        ),
        (
            ["การวิเคราะห์ผลการประเมิน ITA ปี 2565", "", "การกำหนดวิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ ในปีงบประมาณ พ.ศ. 2566"],
            2565,
            2566,
        ),
        (["รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปี พ.ศ. 2567"], None, 2567),
        (["รายงาน", "", "เพื่อยกระดับผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568"], None, None),
        (["คำสั่ง", "", "แต่งตั้งคณะทำงานสนับสนุนการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ 2566"], None, None),
        (["ปัญหา/อุปสรรค การประเมิน ITA ๒๕๖๖"], 2566, None),
        (["รายงาน", "", "จัดประชุมวันที่ 15 พฤศจิกายน พ.ศ. 2565 และ 3 ก.พ. 2566"], None, None),
    ],
)
def test_each_year_is_told_by_the_words_before_it(lines, assessed, planned):
    found = head(*lines)
    assert (found.assessed_year, found.plan_year) == (assessed, planned)


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("รายงานผล รอบ ๖ เดือน", 6),
        ("รายงานผล (รอบ 12 เดือน)", 12),
        ("ตรวจพัสดุทุก 6 เดือน", None),
        ("รอบ 6 เดือน และรอบ 12 เดือน", None),
    ],
)
def test_a_round_is_read_where_the_paper_names_one(line, months):
    assert head("รายงาน", line).round_months == months


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (
            ["รายงาน", "เทศบาลตำบลในเมือง อำเภอฟ้ากว้าง จังหวัดตัวอย่างธานี"],
            AgencyHead("เทศบาลตำบลในเมือง", "เทศบาลตำบล", "ฟ้ากว้าง", "ตัวอย่างธานี"),
        ),
        (
            ["รายงานของ อบต.หนองกระจ่าง อ.ฟ้ากว้าง จ.ตัวอย่างธานี", "องค์การบริหารส่วนตำบลหนองกระจ่างจึงได้จัดทำมาตรการ"],
            AgencyHead("องค์การบริหารส่วนตำบลหนองกระจ่าง", "องค์การบริหารส่วนตำบล", "ฟ้ากว้าง", "ตัวอย่างธานี"),
        ),
        (["ประกาศเทศบาลเมืองดาวใส", "เรื่อง ผลการประเมิน"], AgencyHead("เทศบาลเมืองดาวใส", "เทศบาลเมือง", None, None)),
        (
            ["รายงาน", "สำนักงานเขตดาวใส เขตดาวใส กรุงเทพมหานคร"],
            AgencyHead("สำนักงานเขตดาวใส", "สำนักงานเขต", "ดาวใส", "กรุงเทพมหานคร"),
        ),
        (["รายงาน", "โรงเรียนดาวใสวิทยา"], AgencyHead("โรงเรียนดาวใสวิทยา", "โรงเรียน", None, None)),
        (["มาตรการ", "อำเภอฟ้ากว้าง จังหวัดตัวอย่างธานี"], AgencyHead(None, None, "ฟ้ากว้าง", "ตัวอย่างธานี")),
    ],
)
def test_the_agency_is_read_in_its_longest_printed_form(lines, agency):
    assert read_text("\n".join(lines)).agency == agency


def test_an_order_appoints_a_working_group_with_duties(prose):
    reading = prose(
        "คำสั่งเทศบาลตำบลท่าแจ่มจันทร์",
        "ที่ ๓๑๒ / ๒๕๖๗",
        "เรื่อง แต่งตั้งคณะทำงาน",
        "ให้คณะทำงานมีหน้าที่ ดังนี้",
        "๑. วิเคราะห์ผลการประเมิน",
        "๒. กำหนดมาตรการ",
        "สั่ง ณ วันที่ ๗ ตุลาคม พ.ศ. ๒๕๖๗",
    )
    assert reading.working_group == WorkingGroup("312/2567", "2024-10-07", ("วิเคราะห์ผลการประเมิน", "กำหนดมาตรการ"))
    assert reading.analysis == ()


def test_an_order_named_in_a_cell_is_read_but_set_no_measures(table):
    reading = table(
        """มาตรการ | ผู้รับผิดชอบ | ระยะเวลา | ผลการดำเนินการ
        ตั้งคณะทำงาน | สำนักปลัด | 1 ต.ค. 65 - 30 ก.ย. 66 | มีคำสั่ง ที่ 45/2565 แต่งตั้งคณะทำงาน ลงวันที่ 1 ธันวาคม 2565"""
    )
    assert reading.working_group == WorkingGroup("45/2565", "2022-12-01", ())
    assert "period-before-decision" not in {warning.code for warning in reading.warnings}


def test_an_order_that_appoints_nobody_is_no_working_group(prose):
    assert prose("ตามคำสั่งมอบอำนาจ ที่ 9/2565 ลงวันที่ 1 ตุลาคม 2565 ให้ลงนามแทน").working_group is None


def test_measures_that_begin_before_the_meeting_that_set_them_are_warned_of(table):
    rows = "มาตรการ | ผู้รับผิดชอบ | ระยะเวลา\nก | กองคลัง | ก.พ. 67\nข | กองช่าง | 1 ต.ค. 66 - 30 ก.ย. 67"
    reading = table(rows, above="มาตรการ\n\nที่ประชุมเมื่อวันที่ 10 มกราคม 2567 มีมติเห็นชอบมาตรการ")
    found = [(w.where, w.found, w.expected) for w in reading.warnings if w.code == "period-before-decision"]
    assert found == [("measures[1].period", "2023-10-01", "2024-01-10")]
