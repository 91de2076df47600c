"""The home page of each month: the demo day stepped to it, and what the page must say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.office.rounds import services
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.models.surveys import Survey
from prongsai.office.rounds.months import month_told
from prongsai.platform.accounts.models import Role
from years_of_an_office import confirmed, kept

ANEW = 66
"""So many questions the page of a coordinator may ask after a deed; with nothing new it is a dozen."""
WHERE, WEEK = "ขณะนี้อยู่ช่วงใด", "ต้องทำสัปดาห์นี้"


@dataclass(frozen=True)
class MonthCase:
    """A day, the title of its month, and what must stand at the head of the page."""

    day: date
    title: str
    lines: tuple[str, ...]


CASES = [
    MonthCase(date(2024, 10, 17), "ปิดปีเก่า เปิดปีใหม่", ("แต่งตั้งคณะทำงานของปี 2568 แล้ว: ๓๑๒/๒๕๖๗", "เอกสารของปี 2567: ")),
    MonthCase(date(2024, 11, 18), "มาตรการของปีอนุมัติและแจ้งให้ทราบแล้วหรือยัง", ("กำหนดวันของปียังเป็นประมาณการ 8 รายการ",)),
    MonthCase(date(2024, 12, 17), "กรอบการประเมินของปี", ("ใช้กรอบการประเมินของปี 2568 แล้ว: ข้อ OIT 28 ข้อ",)),
    MonthCase(date(2025, 1, 17), "ขอข้อมูลจากส่วนราชการ", ("เหลือ 42 วัน: ลงทะเบียน", "เอกสารชี้แจงพร้อมพิมพ์", "ไตรมาสที่ 1")),
    MonthCase(date(2025, 2, 17), "แบบสำรวจ: ตอบแล้วเท่าใด", ("IIT ตอบแล้ว 9 จากอย่างน้อย 30", "ขาดอีก 21", "EIT ยังไม่ได้บันทึก")),
    MonthCase(date(2025, 3, 17), "ตรวจก่อนส่งทุกข้อ", ("เหลือ 44 วัน: ตอบแบบวัด OIT", "IIT ตอบแล้ว 22", "ขาดอีก 8 คน")),
    MonthCase(date(2025, 4, 17), "อนุมัติและส่งคำตอบ OIT", ("เหลือ 13 วัน: ตอบแบบวัด OIT",)),
    MonthCase(date(2025, 5, 19), "เว็บไซต์ต้องเปิดได้ทุกวัน", ("เหลือ 12 วัน: ตรวจให้คะแนน OIT", "IIT ตอบแล้ว 31", "ครบแล้ว")),
    MonthCase(date(2025, 6, 10), "ชี้แจงข้อที่เสียคะแนน", ("เหลือ 5 วัน", "ยังไม่ได้นำผลรายข้อ OIT ของปี 2568 เข้า")),
    MonthCase(date(2025, 7, 17), "ข้อสังเกตของผู้ตรวจประเมินสอนอะไร", ("อีก 29 วัน: ประกาศผล", "ไตรมาสที่ 3")),
    MonthCase(date(2025, 8, 18), "นำผลเข้า ดูคะแนนที่เสีย", ("ยังไม่ได้นำผลการประเมินปี 2568 เข้า",)),
    MonthCase(date(2025, 9, 17), "หลักฐานสุดท้ายของปี", ("ในอีก 13 วัน", "ยังไม่ได้เปิดปี 2569")),
]  # fmt: skip


@pytest.fixture
def year(here, acting) -> Round:
    """A year that runs: the one before closed with its result and its report, a group, answers counted."""
    coordinator = acting()
    with here.speaks():
        before = confirmed(here, "P4.pdf").round
        kept(here, "P5.docx")
        services.close_round(acting=coordinator, found=before)
        found = services.open_round(acting=coordinator, agency=here.agency, fiscal_year=2568)
        services.set_working_group(acting=coordinator, found=found, number="๓๑๒/๒๕๖๗", members="ปลัด ประธาน")
        told = {"link": "https://survey.example/iit", "least": 30}
        window = services.set_survey(acting=coordinator, found=found, survey=Survey.IIT, told=told)
        for day, answers in ((date(2025, 2, 10), 9), (date(2025, 3, 17), 22)):
            services.count_answers(acting=coordinator, window=window, day=day, answers=answers)
        window.counts.create(agency=here.agency, day=date(2025, 5, 12), answers=31, made_by="test")
    return found


def step(office, day: date) -> None:
    office.agency.demo_today = day
    office.agency.save()


def home(asks, role: Role = Role.COORDINATOR) -> str:
    answer = asks(role).get(reverse("office-home"))
    assert answer.status_code == 200
    main = re.search(r"<main.*?</main>", answer.content.decode(), re.S)
    return re.sub(r"<[^>]+>", "", main[0])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.day:%Y-%m}")
def test_each_month_begins_with_what_it_is_about(here, asks, year, case):
    step(here, case.day)
    page = home(asks)
    head, _, rest = page.partition(WHERE)
    assert f"เดือนนี้: {case.title}" in head
    told = page.partition(WEEK)[0]
    assert [words for words in case.lines if words not in told] == [], told
    assert WEEK in rest


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.day:%Y-%m}")
def test_how_many_days_are_left_is_said_once_with_where_it_is_known_from(here, asks, year, case):
    step(here, case.day)
    page = home(asks)
    said = re.findall(r"(?:เหลือ|อีก) \d+ วัน: [^,(\n]{5,20}", page)
    assert len({words[:30] for words in said}) == len(said), said
    for words in said:
        assert re.search(rf"{re.escape(words)}.*\((?:ที่มา|ประมาณการ|ยังไม่ยืนยัน|จากกรอบ)", page), words


def test_all_twelve_months_of_the_year_have_their_own_case_and_their_own_title():
    assert {case.day.month for case in CASES} == set(range(1, 13))
    assert len({month_told(month).title.th for month in range(1, 13)}) == 12


@pytest.mark.parametrize("month", range(1, 13))
def test_what_is_only_custom_is_marked_as_not_confirmed(here, asks, year, month):
    case = next(case for case in CASES if case.day.month == month)
    step(here, case.day)
    page = home(asks).partition(WHERE)[0]
    told = month_told(month)
    assert page.count("ยังไม่ยืนยัน") >= sum(not busy.source for busy in told.busy)
    assert all(f"(ที่มา: {busy.source})" in page for busy in told.busy if busy.source)


def test_a_year_of_which_nothing_is_written_down_says_so(here, asks, acting):
    with here.speaks():
        services.open_round(acting=acting(), agency=here.agency, fiscal_year=2568)
    step(here, date(2024, 10, 17))
    assert "ยังไม่มีคำสั่งแต่งตั้งคณะทำงานของปี 2568" in home(asks)
    step(here, date(2025, 2, 17))
    assert "IIT ยังไม่ได้บันทึกที่อยู่เว็บ" in home(asks)


def test_an_office_that_opened_no_year_is_asked_to(here, asks):
    page = home(asks)
    assert "ยังไม่ได้เปิดปี 2568" in page
    assert "ตรวจก่อนส่งทุกข้อ" in page


def test_december_counts_what_waits_for_a_yes(here, asks, year):
    with here.speaks():
        Round.objects.filter(pk=year.pk).update(codes_year=2567)
    step(here, date(2024, 12, 17))
    page = home(asks)
    assert re.search(r"กรอบการประเมินของปี 2568 ออกแล้ว: ใหม่ \d+ เปลี่ยน \d+ ตัดออก \d+ รอการยืนยัน", page)


def test_december_of_a_year_without_a_framework_leads_to_where_one_is_taken_in(here, asks, acting, settings):
    with here.speaks():
        services.open_round(acting=acting(), agency=here.agency, fiscal_year=2570)
    step(here, date(2026, 12, 17))
    answer = asks().get(reverse("office-home")).content.decode()
    assert "ยังไม่ได้นำเข้ากรอบการประเมินของปี 2570" in answer
    assert reverse("frameworks") in answer


def test_august_names_what_cost_most_once_the_result_is_confirmed(here, asks, acting):
    with here.speaks():
        cycle = confirmed(here, "P4.pdf").round
    step(here, date(2024, 8, 19))
    page = home(asks)
    assert cycle.fiscal_year == 2567
    assert "เสียคะแนนมากที่สุด: O33" in page
    assert "2.50 คะแนนในภาพรวม" in page
    assert "ข้อที่เสียคะแนน 2 ข้อ" in page


def test_a_head_reads_the_title_of_the_month_and_not_the_work_of_the_coordinator(here, asks, year):
    page = home(asks, Role.UNIT_HEAD)
    assert "ตรวจก่อนส่งทุกข้อ" in page
    assert "IIT ตอบแล้ว" not in page
    assert "งานของสำนักงานในเดือนนี้" not in page


def test_the_executive_reads_three_sentences_and_what_waits_for_a_signature(here, asks, year):
    page = asks(Role.EXECUTIVE).get(reverse("office-home")).content.decode()
    main = re.search(r"<main.*?</main>", page, re.S)[0]
    after_title = main.partition("</h1>")[2].partition("<h2>")[0]
    day, *sentences = re.findall(r"<p>(.*?)</p>", after_title, re.S)
    assert "17 มีนาคม 2568" in day
    assert len(sentences) == 3
    for words, sentence in zip(("ระหว่างการประเมิน", "ตรวจก่อนส่งทุกข้อ", "งานที่ต้องทำ 1 เรื่อง"), sentences, strict=True):
        assert words in sentence
    assert "เอกสารรอลงนาม" in main


def test_a_page_that_is_asked_anew_asks_no_more_than_its_share(here, asks, year):
    client = asks()
    client.get(reverse("office-home"))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("office-home"))
    assert len(queries) <= ANEW, "\n".join(query["sql"][:150] for query in queries)
