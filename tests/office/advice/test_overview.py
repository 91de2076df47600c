"""An adviser sees agencies by name, with plain reasons for help, and groups of five or more."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from advised_agencies import late_work, reckon, short_survey, told_of
from log_of_deeds import lines_of
from prongsai.office.advice.models import GroupYear
from prongsai.office.advice.reckoning import Group
from prongsai.office.advice.tasks import refresh_groups
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency

HELP, LIST = "/office/advised/help/?year=2567", "/office/advised/?year=2567"


@pytest.fixture
def client(asks, there):
    return asks(Role.OVERSEER, there)


@pytest.fixture
def province(submits, there):
    """Six agencies: one asks, one is late, one is short of answers, one submitted nothing, two need nothing."""
    submits(1, told=told_of(score="95.00"))
    submits(2, told=told_of(score="60.00", wishes="ขอคำแนะนำเรื่องแบบสำรวจ"))
    submits(3, told=told_of(score="70.00", work=late_work(4)), district="ท่าแจ่ม")
    submits(4, told=told_of(score="80.00", surveys=short_survey()), kind="subdistrict-municipality")
    submits(5)
    submits(6, told=told_of(score="90.00", phase="during"))
    reckon(there)


def names(page) -> list[str]:
    return [row.advised.name.rpartition(" ")[2] for row in page.context["rows"]]


def test_agencies_stand_by_name_never_by_score(client, province):
    page = client.get(LIST)
    assert names(page) == ["1", "2", "3", "4", "5", "6"]
    said = page.content.decode()
    assert not any(score in said for score in ("95.00", "60.00", "70.00", "80.00", "90.00"))


def test_the_help_list_gives_plain_reasons_and_leaves_out_who_needs_none(client, province):
    page = client.get(HELP)
    assert {name: row.reasons for name, row in zip(names(page), page.context["rows"], strict=True)} == {
        "2": ["ขอความช่วยเหลือ: ขอคำแนะนำเรื่องแบบสำรวจ"],
        "3": ["Work of a test: เกินกำหนดตามแผนของหน่วยงานเอง 4 เรื่อง"],
        "4": ["IIT: ตอบแล้ว 12 คน จากอย่างน้อย 30 คน"],
        "5": ["ยังไม่ได้ส่งข้อมูลของปีนี้"],
    }


@pytest.mark.parametrize(("why", "found"), [("asks", "2"), ("late", "3"), ("short", "4"), ("missing", "5")])
def test_the_help_list_is_narrowed_to_one_reason(client, province, why, found):
    assert names(client.get(f"{HELP}&why={why}")) == [found]


def test_a_low_score_alone_puts_nobody_on_the_help_list(client, submits, there):
    submits(1, told=told_of(score="10.00"))
    reckon(there)
    assert names(client.get(HELP)) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=ตัวอย่าง+3", ["3"]),
        ("q=ท่าแจ่ม", ["3"]),
        ("kind=subdistrict-municipality", ["4"]),
        ("district=ท่าแจ่ม", ["3"]),
        ("phase=during", ["6"]),
        ("phase=none", ["5"]),
        ("phase=after&kind=sao", ["1", "2", "3"]),
        ("kind=nothing-of-the-kind", []),
        ("phase=during&phase=after", None),
    ],
)
def test_the_list_is_narrowed(client, province, asked, found):
    page = client.get(f"{LIST}&{asked}")
    if found is None:
        assert page.status_code == 400
    elif asked.startswith("kind=nothing"):
        assert names(page) == ["1", "2", "3", "4", "5", "6"]  # what cannot be read narrows nothing
    else:
        assert names(page) == found


def test_counts_are_those_of_the_job(client, province, there):
    counts = client.get(LIST).context["counts"]
    assert (counts.advised, counts.submitted, counts.asking, counts.late, counts.short) == (6, 5, 1, 1, 1)
    with there.speaks():
        refresh_groups.func(there.agency.pk, 2567)
        assert GroupYear.objects.filter(fiscal_year=2567).count() == 3  # all, and two kinds


def test_a_page_asks_for_no_more_the_more_agencies_there_are(client, submits, there):
    submits(1, told=told_of())
    reckon(there)
    client.get(LIST)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    for number in range(2, 30):
        submits(number, told=told_of())
    reckon(there)
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)
    assert len(many) == len(few)


def test_medians_are_told_of_five_or_more_and_of_no_smaller_group(client, province):
    everybody, saos, municipalities = client.get("/office/advised/medians/?year=2567").context["groups"]
    assert str(everybody.rows[0].median) == "80.00"
    assert everybody.rows[0].of == 5
    assert (saos.rows, municipalities.rows) == ((), ())
    assert "น้อยกว่า 5 หน่วยงาน ไม่แสดง" in client.get("/office/advised/medians/?year=2567").content.decode()


def test_a_small_group_leaves_no_figure_in_the_table(province, there):
    with there.speaks():
        assert GroupYear.objects.get(group="sao").medians == {}
        assert set(GroupYear.objects.get(group="").medians["4"]) == {"of", "median"}


def test_scores_of_a_draft_year_are_in_no_median(submits, there):
    for number in range(5):
        submits(number, told=told_of(2570, codes_year=2569))
    reckon(there)
    with there.speaks():
        group = GroupYear.objects.get(group="")
        assert (group.submitted, group.medians) == (5, {})


def test_an_indicator_without_a_score_is_not_counted_as_nought():
    group = Group()
    told = told_of(overall=None, scores=({"number": 1, "name": "ก", "instrument": "IIT", "score": None},))

    class Row:
        asks = is_short = False
        late = 0
        content = told.model_dump(mode="json")

    for _ in range(5):
        group.count(Row())
    assert (group.submitted, group.medians) == (5, {})


def test_the_page_of_an_agency_shows_what_it_submitted_and_nothing_more(client, province, there):
    second = client.get(LIST).context["rows"][1].advised
    page = client.get(second.get_absolute_url()).content.decode()
    assert "60.00" in page
    assert "ขอคำแนะนำเรื่องแบบสำรวจ" in page
    assert "95.00" not in page
    fifth = client.get(LIST).context["rows"][4].advised
    assert "หน่วยงานนี้ยังไม่ได้ส่งข้อมูล" in client.get(fifth.get_absolute_url()).content.decode()


def test_the_workbook_holds_what_the_list_shows_and_no_score_of_an_agency(client, province, there):
    answer = client.post("/office/advised/export/?year=2567")
    book = load_workbook(BytesIO(answer.content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert [row[1].rpartition(" ")[2] for row in rows[1:]] == ["1", "2", "3", "4", "5", "6"]
    assert not any(cell in (95, 60, 70, 90) or cell in ("95.00", "60.00") for row in rows for cell in row)
    assert rows[5][5] == "ยังไม่ได้ส่ง"
    assert rows[5][7] is None  # not known is empty, never 0
    words = [cell for (cell,) in book.worksheets[1].iter_rows(values_only=True)]
    assert any("80.00 (5 หน่วยงาน)" in cell for cell in words)
    assert any("น้อยกว่า 5 หน่วยงาน" in cell for cell in words)
    assert "advice.exported" in [line.action for line in lines_of(there)]


def test_words_that_an_agency_wrote_become_no_formula(client, submits, there):
    submits(1, told=told_of(wishes='=HYPERLINK("http://bad.example")'))
    reckon(there)
    book = load_workbook(BytesIO(client.post("/office/advised/export/?year=2567").content))
    assert all(cell.data_type != "f" for row in book.worksheets[0].iter_rows() for cell in row)


def test_the_export_is_narrowed_as_the_list_is(client, province):
    book = load_workbook(BytesIO(client.post("/office/advised/export/?year=2567&district=ท่าแจ่ม").content))
    assert book.worksheets[0].max_row == 2


def test_what_an_agency_wrote_is_shown_as_words(client, submits, there):
    submits(1, told=told_of(wishes="<script>alert(1)</script>"))
    reckon(there)
    page = client.get(HELP).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("asked", ["year=1", "year=ก", "why=all", "page=99999", "page=x", "q=%00"])
def test_an_address_made_by_hand_breaks_nothing(client, province, asked):
    assert client.get(f"/office/advised/help/?{asked}").status_code in (200, 400)


def test_an_agency_that_was_closed_is_not_waited_for(client, province):
    Agency.objects.filter(code="small5").update(closed=date(2025, 1, 1))
    assert names(client.get(f"{HELP}&why=missing")) == []


def test_an_adviser_of_nobody_is_told_how_to_begin(client):
    page = client.get("/office/advised/").content.decode()
    assert "หน่วยงานจะอยู่ในรายการนี้เมื่อรับคำเชิญของท่านแล้ว" in page
