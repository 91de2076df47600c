"""Memo, order, announcement: the form of official papers, and gaps where nobody typed a fact."""

from datetime import date

import pytest

from prongsai.ita.papers.blocks import FormLine, Heading, SignatureBlock
from prongsai.ita.reading import read_bytes
from prongsai.ita.writing import write_docx
from prongsai.ita.writing.compose import (
    OPINIONS,
    Duties,
    Member,
    MemoText,
    measures_announcement,
    measures_memo,
    memo,
    report_memo,
    result_announcement,
    signer,
    working_group_order,
)

DUTIES = Duties(("จัดทำปฏิทิน",), ("ตรวจข้อมูลก่อนส่ง", "ติดตามจำนวนผู้ตอบ"), ("วิเคราะห์ผลเป็นรายข้อ",))
MEMBERS = (Member("ปลัดองค์การบริหารส่วนตำบล", "ประธานคณะทำงาน"), Member("หัวหน้าสำนักปลัด", "เลขานุการ"))
TEXT = MemoText(
    to="นายก", subject="ขอความเห็นชอบ", cause=("ตามที่ได้ประชุม นั้น",), purpose=("จึงเสนอ",), conclusion=("จึงเรียนมา",)
)


def test_a_memo_has_the_four_labels_then_the_addressee_and_three_paragraphs(head, texts_of):
    paper = memo(head(unit="สำนักปลัด", number="ตย 71001/12", day=date(2025, 3, 17)), TEXT)
    assert (paper.form, paper.title) == ("memo", ("บันทึกข้อความ",))
    labels = [one.label for block in paper.blocks if isinstance(block, FormLine) for one in block.fields]
    assert labels == ["ส่วนราชการ", "ที่", "วันที่", "เรื่อง"]
    texts = texts_of(paper)
    assert [texts[texts.index(label) + 1] for label in ("ที่", "วันที่")] == ["ตย 71001/12", "17 มีนาคม 2568"]
    order = [texts.index(text) for text in ("เรียน ", "ตามที่ได้ประชุม นั้น", "จึงเสนอ", "จึงเรียนมา")]
    assert order == sorted(order)


def test_a_memo_without_number_day_unit_and_addressee_asks_for_each(head, gaps_of):
    paper = memo(head(), MemoText(to=None, subject="ก", cause=("ข",), purpose=("ค",), conclusion=("ง",)))
    assert gaps_of(paper)[:4] == ["ส่วนราชการเจ้าของเรื่อง", "เลขที่หนังสือ", "วันที่ของหนังสือ", "ผู้รับ"]


def test_blank_typing_is_no_fact(head, gaps_of):
    assert "เลขที่หนังสือ" in gaps_of(memo(head(number="  "), TEXT))


def test_superiors_get_room_for_an_opinion_and_a_signature_each(head, gaps_of):
    paper = memo(head(), TEXT, opinions=OPINIONS)
    assert gaps_of(paper).count("ความเห็นหรือคำสั่ง") == len(OPINIONS)
    assert len([block for block in paper.blocks if isinstance(block, SignatureBlock)]) == 1 + len(OPINIONS)


@pytest.mark.parametrize(
    ("what", "shown"),
    [((), []), (("มาตรการ",), ["สิ่งที่ส่งมาด้วย มาตรการ"]), (("ก", "ข"), ["สิ่งที่ส่งมาด้วย 1. ก", "สิ่งที่ส่งมาด้วย 2. ข"])],
)
def test_enclosures_are_numbered_only_when_there_are_several(head, texts_of, what, shown):
    text = MemoText(to="นายก", subject="ก", cause=("ข",), purpose=("ค",), conclusion=("ง",), enclosures=what)
    assert [found for found in texts_of(memo(head(), text)) if found.startswith("สิ่งที่ส่ง")] == shown


def test_the_covering_memos_say_what_they_carry(head, plan, texts_of):
    assert f"จำนวน {len(plan.measures)} เรื่อง" in " ".join(texts_of(measures_memo(head(), plan)))
    assert "รอบ 6 เดือน" in report_memo(head(), 6).subject


def test_an_order_without_facts_is_all_gaps(head, gaps_of):
    gaps = gaps_of(working_group_order(head(), (), Duties()))
    assert gaps[:2] == ["เลขที่คำสั่ง", "กฎหมายหรือระเบียบที่ให้อำนาจ"]
    assert {"ตำแหน่งของกรรมการ", "หน้าที่ก่อนการประเมิน", "หน้าที่หลังการประเมิน", "วันที่ของคำสั่ง"} <= set(gaps)


def test_an_order_numbers_its_duties_by_phase_and_ends_with_the_day(head, texts_of):
    texts = texts_of(working_group_order(head(day=date(2024, 10, 7)), MEMBERS, DUTIES))
    wanted = ["1. ก่อนการประเมิน", "1.1 จัดทำปฏิทิน", "2. ระหว่างการประเมิน", "2.1 ตรวจข้อมูลก่อนส่ง", "2.2 ติดตามจำนวนผู้ตอบ"]
    assert [text for text in texts if text in wanted] == wanted
    assert "7 ตุลาคม พ.ศ. 2567" in texts


def test_an_order_read_back_from_word_tells_the_same_number_day_and_duties(head, day):
    given = head(number="312/2567", day=date(2024, 10, 7), place="อำเภอฟ้ากว้าง จังหวัดตัวอย่างธานี")
    read = read_bytes(write_docx(working_group_order(given, MEMBERS, DUTIES), day), name="order.docx")
    group = read.working_group
    assert (group.order_number, group.order_date, group.year) == ("312/2567", "2024-10-07", 2568)
    assert [duty for duty in group.duties if "การประเมิน" not in duty] == [
        *DUTIES.before,
        *DUTIES.during,
        *DUTIES.after,
    ]
    assert read.agency.province == "ตัวอย่างธานี"


def test_an_announcement_of_measures_names_every_issue_and_says_none_where_there_is_none(
    head, plan, framework, texts_of
):
    paper = measures_announcement(head(), plan, framework, framework)
    titles = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert [title.split()[0] + title.split()[1] for title in titles] == [f"ประเด็นที่{n}" for n in range(1, 8)]
    empty = [issue.number for issue in framework.issues if not plan.of_group(issue.number)]
    assert texts_of(paper).count("ไม่มี") == len(empty) > 0
    assert paper.form == "order"


def test_an_announced_result_has_the_overall_the_level_and_every_indicator(head, result, texts_of):
    texts = texts_of(result_announcement(head(), result))
    assert {"88.75", "“ผ่าน”", "ตัวชี้วัดที่ 10 การป้องกันการทุจริต 87.50 คะแนน"} <= set(texts)


def test_a_typed_signer_leaves_no_gap_and_an_untyped_one_two():
    assert (signer("ผู้เสนอ", "ตำแหน่ง", "นิติกร", "ก").post, signer("", "ตำแหน่ง").post.asks_for) == ("นิติกร", "ตำแหน่ง")
