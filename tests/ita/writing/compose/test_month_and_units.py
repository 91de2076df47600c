"""The monthly memo, the page for the meeting, the data call, the briefing pack."""

import dataclasses
from datetime import date

import pytest

from prongsai.ita.catalogue import load_framework
from prongsai.ita.catalogue.model import Event
from prongsai.ita.papers.blocks import Heading, Items, PageBreak
from prongsai.ita.writing.compose import (
    Briefing,
    CalledItem,
    DataCall,
    DatedEvent,
    MeetingAgenda,
    MonthState,
    Progress,
    UnitTask,
    WaitingPaper,
    briefing_pack,
    called_items,
    data_call_memo,
    line_text,
    meeting_page,
    monthly_memo,
)
from prongsai.ita.writing.compose.briefing import FACTS
from prongsai.ita.writing.compose.briefing_text import load_briefing

DAY = date(2025, 3, 17)


def test_the_executive_reads_three_sentences_and_what_waits_for_a_signature(head, texts_of, gaps_of):
    state = MonthState(
        as_of=DAY,
        phase="เตรียมข้อมูล",
        next_event=DatedEvent("สิ้นไตรมาส", date(2025, 3, 31)),
        ready=20,
        total=28,
        open_matters=["เว็บไซต์ 3 หน้า", "ข้อเสนอแนะในรายงาน"],
        to_sign=[WaitingPaper("ประกาศมาตรการ", "สำนักปลัด")],
    )
    paper = monthly_memo(head(unit="สำนักปลัด", number="1", day=DAY), state, to="นายก")
    told = " ".join(texts_of(paper))
    for part in ("เตรียมข้อมูล", "31 มีนาคม 2568", "20", "28", "(1) เว็บไซต์ 3 หน้า (2) ข้อเสนอแนะในรายงาน", "ประกาศมาตรการ"):
        assert part in told
    assert [gap for gap in gaps_of(paper) if "ผู้เสนอ" not in gap and gap != "ชื่อ-สกุล"] == []


def test_what_nobody_counted_is_asked_for(head, gaps_of):
    gaps = gaps_of(monthly_memo(head(), MonthState(as_of=DAY)))
    for asked in ("ช่วงของการประเมิน", "กำหนดถัดไปและวันที่", "จำนวนข้อที่พร้อม", "จำนวนข้อทั้งหมด", "เอกสารที่รอลงนาม"):
        assert asked in gaps
    assert "วันที่ของกำหนด" in gaps_of(monthly_memo(head(), MonthState(as_of=DAY, next_event=DatedEvent("ปิดระบบ"))))


def test_nothing_to_sign_and_nothing_open_is_said(head, texts_of):
    texts = texts_of(monthly_memo(head(), MonthState(as_of=DAY, open_matters=(), to_sign=())))
    assert texts.count("ไม่มี") == 2
    assert not any("ลงนามในเอกสาร" in text for text in texts)


def test_the_resolution_of_a_meeting_is_always_left_to_the_meeting(head, gaps_of, texts_of):
    agenda = MeetingAgenda(
        held_on=DAY,
        place="ห้องประชุม",
        agenda_item="4.1",
        progress=[Progress("คู่มือประชาชน", "สำนักปลัด", "แล้วเสร็จ"), Progress("ทะเบียนยืม", "กองคลัง")],
        tasks=[UnitTask("กองช่าง", "ภาพถ่าย", date(2025, 4, 8)), UnitTask("กองคลัง", "รายงาน")],
        to_decide=["กำหนดวันตรวจ"],
    )
    paper = meeting_page(head(), agenda)
    assert gaps_of(paper) == ["สถานะ", "วันกำหนดส่ง", "มติที่ประชุม"]
    assert {"17 มีนาคม 2568", "8 เม.ย. 68", "กำหนดวันตรวจ"} <= set(texts_of(paper))


def test_an_empty_agenda_says_none_in_each_part(head, texts_of, gaps_of):
    paper = meeting_page(head(), MeetingAgenda())
    assert texts_of(paper).count("ไม่มี") == 3
    assert gaps_of(paper) == ["วันที่ประชุม", "สถานที่ประชุม", "เลขระเบียบวาระ", "มติที่ประชุม"]


def test_a_called_item_carries_its_elements_and_how_sure_they_are():
    items = {item.code: item for item in called_items(load_framework(2568), ("O1", "O6", "O9"))}
    assert (items["O1"].confirmed, "ผังการแบ่งส่วนราชการ" in items["O1"].elements) == (True, True)
    assert (items["O6"].confirmed, items["O6"].elements) == (False, ())
    with pytest.raises(KeyError):
        called_items(load_framework(2568), ("O99",))


def test_an_item_whose_title_is_not_established_says_so():
    unnamed = [item.code for item in load_framework(2567).items if item.title is None]
    assert called_items(load_framework(2567), unnamed[:1])[0].title == "(ยังไม่ยืนยันชื่อข้อ)"


CALL = DataCall(
    unit="กองคลัง",
    items=(CalledItem("O12", "รายการจัดซื้อ", ("ครบทุกเดือน",), confirmed=True), CalledItem("O6", "แผน", ("ก", "ข"))),
    due=date(2025, 4, 8),
    contact="สำนักปลัด",
)


def test_the_call_names_unit_items_day_and_what_is_not_confirmed(head, texts_of):
    texts = texts_of(data_call_memo(head(), CALL))
    assert {"กองคลัง", "O12", "8 เมษายน 2568", "ครบทุกเดือน", "สำนักปลัด"} <= set(texts)
    assert texts.count("(ยังไม่ยืนยัน เป็นตัวอย่าง)") == 1


def test_a_reminder_counts_from_the_second_call(head):
    assert "ติดตาม" not in data_call_memo(head(), CALL).subject
    assert "(ติดตามครั้งที่ 2)" in data_call_memo(head(), dataclasses.replace(CALL, time=3)).subject
    assert "(ติดตามครั้งที่ 2)" in line_text(dataclasses.replace(CALL, time=3), 2568)


def test_the_text_for_the_group_is_short_and_asks_for_a_day_that_is_missing():
    text = line_text(CALL, 2568)
    assert text.splitlines()[0] == "เรียน กองคลัง"
    assert "• ข้อ O12 รายการจัดซื้อ" in text
    assert "8 เม.ย. 68" in text
    assert len(text) < 300
    bare = line_text(dataclasses.replace(CALL, due=None, contact=None), 2568)
    assert "(โปรดระบุวันกำหนดส่ง)" in bare
    assert "สอบถาม" not in bare


def test_the_pack_has_ten_pages_ten_questions_their_answers_and_a_sheet(head, framework):
    paper = briefing_pack(head(), Briefing(framework=framework))
    titles = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert [title.split(".")[0] for title in titles[:10]] == [str(n) for n in range(1, 11)]
    assert titles[10:] == ["คำถามทบทวนความเข้าใจ", "เฉลยสำหรับผู้ชี้แจง", "ใบลงลายมือชื่อผู้เข้ารับการชี้แจง"]
    lists = [block for block in paper.blocks if isinstance(block, Items) and block.numbered]
    assert [len(block.entries) for block in lists[-2:]] == [10, 10]
    assert sum(isinstance(block, PageBreak) for block in paper.blocks) == 12


def test_the_pack_shows_the_office_its_own_result_and_asks_where_it_has_none(
    head, framework, result, weak, plan, texts_of, gaps_of
):
    bare = gaps_of(briefing_pack(head(), Briefing(framework=framework)))
    assert {"คะแนนและระดับของปีล่าสุด", "มาตรการที่อนุมัติแล้ว", "วันที่ชี้แจง", "ผู้ประสานงาน ITA และช่องทางติดต่อ"} <= set(bare)
    full = Briefing(framework=framework, result=result, weak_points=weak, plan=plan, contact="สำนักปลัด")
    texts = texts_of(briefing_pack(head(), full))
    assert {"88.75", "“ผ่าน”", "สำนักปลัด"} <= set(texts)
    assert any(text.startswith("ตัวชี้วัดที่ 4 การใช้ทรัพย์สิน") for text in texts)


def test_the_pack_of_a_draft_year_says_where_its_indicators_come_from(head, framework, texts_of):
    draft = framework.model_copy(update={"year": 2570, "drafted_from": 2569, "calendar": ()})
    texts = texts_of(briefing_pack(head(year=2570), Briefing(framework=draft)))
    assert "ร่าง รอประกาศของปี 2570 ตัวชี้วัดนี้นำมาจากปี 2569" in texts


def test_the_sheet_has_as_many_lines_as_there_are_seats(head, framework, tables_of):
    assert len(tables_of(briefing_pack(head(), Briefing(framework=framework, seats=44)))[-1].rows) == 44


def test_the_standing_text_is_whole_and_tells_nobody_what_to_answer_in_the_surveys():
    text = load_briefing()
    assert len(text.pages) == len(text.questions) == 10
    assert {page.facts for page in text.pages} - {None} == set(FACTS)
    assert len({entry.ask for entry in text.questions}) == 10
    everything = " ".join(line for page in text.pages for line in page.lines)
    assert not any(word in everything for word in ("ให้คะแนนเต็ม", "ควรตอบ", "เลือกตอบ"))
    assert "ตอบตามความเป็นจริง" in everything


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, "ยังไม่ยืนยัน"),
        (date(2025, 8, 15), None, "15 สิงหาคม 2568"),
        (date(2025, 8, 15), date(2025, 8, 15), "15 สิงหาคม 2568"),
        (None, date(2025, 4, 30), "ภายใน 30 เมษายน 2568"),
        (date(2025, 1, 1), date(2025, 4, 30), "1 มกราคม 2568 ถึง 30 เมษายน 2568"),
    ],
)
def test_the_days_of_the_year_are_said_as_far_as_they_are_known(head, framework, texts_of, start, end, shown):
    announced = framework.model_copy(update={"calendar": (Event(name="ช่วงหนึ่ง", start=start, end=end),)})
    assert shown in texts_of(briefing_pack(head(), Briefing(framework=announced)))
