"""Which year is that of the result and which that of the plan, and to which year a told score belongs."""

from decimal import Decimal

import pytest

from prongsai.ita.reading import read_text

D = Decimal


def years(*lines):
    document = read_text("\n".join(lines)).document
    return document.assessed_year, document.plan_year


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["มาตรการยกระดับผลการประเมิน (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๕"], (None, 2565)),
        (["แบบฟอร์มการกำหนดมาตรการ ITA ปี 2568 (จากผลการประเมิน ปี 2567)"], (2567, 2568)),
        (["มาตรการ ส่งเสริม คุณธรรม และ ความโปร่งใส ปีงบประมาณ พ. ศ. ๒ ๕ ๖ ๗"], (None, 2567)),
        (["แผนการดำเนินงานเพื่อยกระดับคุณธรรมและความโปร่งใส ประจำปีงบประมาณ 2569"], (None, 2569)),
        (["แผนปฏิบัติการขับเคลื่อนผลการประเมิน ITA ปีงบประมาณ 2568"], (None, 2568)),
        (["มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "เทศบาลตำบลดาวใส", "ประจำปีงบประมาณ พ.ศ. 2568"], (None, 2568)),
        (["มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "", "ประจำปีงบประมาณ พ.ศ. 2568"], (None, 2568)),
        (["คำสั่งเทศบาลตำบลดาวใส", "เรื่อง แต่งตั้งคณะทำงานขับเคลื่อนการประเมินคุณธรรม (ITA) ปีงบประมาณ 2567"], (None, None)),
        (
            ["ผลการวิเคราะห์การประเมิน ITA และแนวทางการพัฒนา ประจำปี ๒๕๖๗", "", "แนวทางการพัฒนาในปีงบประมาณ ๒๕๖๘"],
            (2567, 2568),
        ),
        (
            ["การวิเคราะห์ผลการประเมิน ITA และมาตรการส่งเสริมคุณธรรม ปี 2568", "", "จากผลการประเมินปีงบประมาณ พ.ศ. 2567"],
            (2567, 2568),
        ),
    ],
)
def test_the_words_before_a_year_say_what_it_is_a_year_of(lines, expected):
    assert years(*lines) == expected


OF_2567 = "ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency: ITA) ปีงบประมาณ 2567"


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("ได้ 89.30 คะแนน เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2566 (87.15 คะแนน ระดับ “ผ่าน”) 2.15 คะแนน", "2.15"),
        ("ได้ 89.30 คะแนน ลดลงจากปี 2566 (87.15 คะแนน) จำนวน 2.15 คะแนน", "-2.15"),
        ("ได้ 89.30 คะแนน สูงกว่าปี 2566 ซึ่งได้ 87.15 คะแนน อยู่ 2.15 คะแนน", "2.15"),
    ],
)
def test_the_year_compared_with_takes_only_what_stands_behind_it(sentence, change):
    reading = read_text(f"{OF_2567}\n\n{sentence}\n\nแบบวัด OIT ได้ 92.00 คะแนน")
    assert {sheet.year: sheet.overall for sheet in reading.score_sheets} == {2566: D("87.15"), 2567: D("89.30")}
    assert [(c.from_year, c.to_year, c.stated) for c in reading.changes] == [(2566, 2567, D(change))]
    assert reading.score_sheets[1].instruments == {"OIT": D("92.00")}
