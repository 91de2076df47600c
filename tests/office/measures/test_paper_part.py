"""The briefing pack tells the decided plan: measures, who does them, when. Drafts are not told to staff."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from django.urls import reverse

from plans_of_an_office import add, plan_for
from prongsai.office.measures import services
from prongsai.office.measures.paper_part import for_briefing

TODAY = date(2025, 3, 17)


def words_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as book:
        text = "".join(page.get_textpage().get_text_range() for page in book)
    return "".join(text.split())


@pytest.fixture
def plan(here):
    with here.speaks():
        made = plan_for(here)
        add(here, made)
        return made


def test_staff_are_told_no_drafts(here, plan):
    with here.speaks():
        assert for_briefing(plan.round, TODAY) == {}


def test_a_plan_is_told_from_the_day_it_was_decided(here, plan, acting):
    with here.speaks():
        services.decide(acting=acting(), plan=plan, day=date(2024, 10, 15), decided_in="ประชุม")
        assert for_briefing(plan.round, date(2024, 10, 14)) == {}
        (row,) = for_briefing(plan.round, TODAY)["plan"].measures
    assert "จัดระบบบัตรคิว" in row.title


def test_the_pack_prints_the_measures_with_unit_and_period_and_asks_for_them_no_more(here, plan, acting, asks):
    pack = reverse("round-paper", args=[plan.round_id, "briefing"])
    assert "มาตรการที่อนุมัติแล้ว" in words_of(asks().get(pack, {"as": "pdf"}).content)
    with here.speaks():
        services.decide(acting=acting(), plan=plan, day=date(2024, 10, 15), decided_in="ประชุม")
    said = words_of(asks().get(pack, {"as": "pdf"}).content)
    assert "มาตรการที่อนุมัติแล้ว" not in said
    for words in ("จัดระบบบัตรคิว", "ระยะเวลา", "สำนักปลัด"):
        assert words in said
