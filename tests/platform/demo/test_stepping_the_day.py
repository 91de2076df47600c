"""The day of the example is stepped to any month of the year, in a demonstration and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from cast import Office, make_office
from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.demo.stepping import days_of_months
from prongsai.platform.tenancy.speaker import speaking

PAGE = "/demo/day/"


@pytest.fixture
def story(db) -> Agency:
    load_demo()
    return Agency.objects.get(code="nongkrachang")


@pytest.fixture
def pimjai(story) -> Client:
    client = Client()
    client.force_login(User.objects.get(login_name="pimjai", agency=story))
    return client


def test_a_month_is_stepped_to(pimjai, story):
    answer = pimjai.post(PAGE, {"day": "2025-06-17"}, follow=True)
    assert "วันนี้ในตัวอย่าง: 17 มิถุนายน 2568" in answer.content.decode()
    story.refresh_from_db()
    assert today(story) == date(2025, 6, 17)
    assert lines_of(Office(story))[-1].action == "demo.stepped"


def test_every_month_of_the_year_is_offered_on_a_working_day(pimjai, story):
    with speaking(story.pk, actor="test"):
        days = list(days_of_months())
    assert [(day.year, day.month) for day in days] == [
        *((2024, month) for month in (10, 11, 12)),
        *((2025, month) for month in range(1, 10)),
    ]
    assert all(day.weekday() < 5 for day in days)
    told = pimjai.get(PAGE).content.decode()
    assert all(f'value="{day}"' in told for day in days)


def test_another_day_is_typed(pimjai, story):
    pimjai.post(PAGE, {"day_day": "๑", "day_month": "8", "day_year": "๒๕๖๘"})
    story.refresh_from_db()
    assert story.demo_today == date(2025, 8, 1)


@pytest.mark.parametrize("day", ["2024-09-30", "2025-10-01", "2025-02-30", "", "next week"])
def test_days_outside_the_year_of_the_story_are_refused(pimjai, story, day):
    answer = pimjai.post(PAGE, {"day": day})
    assert answer.status_code == 200
    assert "error" in answer.content.decode()
    story.refresh_from_db()
    assert story.demo_today == date(2025, 3, 17)


def test_the_strip_of_every_page_leads_here(pimjai):
    assert f'href="{reverse("demo-day")}"' in pimjai.get("/account/").content.decode()


def test_only_the_own_example_steps(pimjai):
    pimjai.post(PAGE, {"day": "2025-06-17"})
    assert Agency.objects.get(code="thachaemchan").demo_today == date(2025, 3, 17)


def test_the_days_of_a_real_agency_are_the_real_ones(db):
    office = make_office("nongkrachang", "อบต.จริง")
    client = Client()
    office.enters(client, Role.COORDINATOR)
    for answer in (client.get(PAGE), client.post(PAGE, {"day": "2025-06-17"})):
        assert answer.status_code == 409
        assert "เปลี่ยนวันได้เฉพาะหน่วยงานตัวอย่าง" in answer.content.decode()
    office.agency.refresh_from_db()
    assert office.agency.demo_today is None
