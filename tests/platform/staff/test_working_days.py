"""Working days: the nation's with their source, the agency's own."""

from __future__ import annotations

from datetime import date

import pytest

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.calendar.models import DayOff
from prongsai.platform.calendar.working import calendar_of_speaker

OWN = {"day": "2025-03-14", "name": "งานประจำปี", "closed": "1", "source": "ประกาศ ๑ มีนาคม ๒๕๖๘"}


def page(client, year: str = "2568") -> str:
    return client.get("/staff/days/", {"year": year}).content.decode()


def test_the_holidays_of_a_year_are_listed_with_their_source(inside):
    told = page(inside(Role.OFFICER))
    assert "วันทำการ พ.ศ. 2568" in told
    assert "สงกรานต์" in told
    assert "python-holidays" in told


def test_days_of_a_year_ahead_are_estimates(here, inside):
    here.agency.demo_today = date(2025, 3, 17)
    here.agency.save()
    client = inside()
    assert "ประมาณการ</span>" in page(client, "2569")
    assert "ประมาณการ</span>" not in page(client, "2568")


@pytest.mark.parametrize(
    ("typed", "shown"), [("2100", "2568"), ("ก", "2568"), ("", "2568"), ("๒๕๖๗", "2567"), ("2999", "2568")]
)
def test_a_year_that_is_none_shows_the_present_one(here, inside, typed, shown):
    here.agency.demo_today = date(2025, 3, 17)
    here.agency.save()
    assert f"วันทำการ พ.ศ. {shown}" in page(inside(), typed)


def test_an_own_day_is_added_and_counts(here, inside):
    assert inside().post("/staff/days/new/", OWN).status_code == 302
    with here.speaks():
        assert not calendar_of_speaker().is_working(date(2025, 3, 14))
    assert "งานประจำปี" in page(inside(Role.OFFICER))
    assert lines_of(here)[-1].action == "staff.day_added"


def test_a_holiday_on_which_the_office_works_counts_as_working(here, inside):
    inside().post("/staff/days/new/", {**OWN, "day": "2025-04-14", "closed": "0"})
    with here.speaks():
        assert calendar_of_speaker().is_working(date(2025, 4, 14))


def test_a_second_word_on_a_day_is_refused(here, inside):
    inside().post("/staff/days/new/", OWN)
    assert inside().post("/staff/days/new/", OWN).status_code == 409


@pytest.mark.parametrize("wrong", [{"day": "2025-02-30"}, {"source": ""}, {"name": ""}, {"closed": "perhaps"}])
def test_a_day_without_source_or_sense_is_refused(here, inside, wrong):
    assert inside().post("/staff/days/new/", {**OWN, **wrong}).status_code == 200
    with here.speaks():
        assert not DayOff.objects.exists()


def test_an_own_day_is_removed_after_a_question(here, inside):
    inside().post("/staff/days/new/", OWN)
    with here.speaks():
        day = DayOff.objects.get().pk
    assert "งานประจำปี" in inside().get(f"/staff/days/{day}/remove/").content.decode()
    inside().post(f"/staff/days/{day}/remove/")
    with here.speaks():
        assert not DayOff.objects.exists()
    assert lines_of(here)[-1].action == "staff.day_removed"
