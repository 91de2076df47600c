"""An agency's own days count for nobody else."""

from datetime import date

import pytest

from cast import make_twins
from prongsai.platform.calendar.models import DayOff
from prongsai.platform.calendar.today import today
from prongsai.platform.calendar.working import calendar_of_speaker

pytestmark = pytest.mark.django_db
FLOOD = date(2025, 3, 18)


def test_a_day_off_of_one_agency_is_a_working_day_of_the_other():
    here, there = make_twins()
    with here.speaks():
        DayOff.objects.create(agency=here.agency, day=FLOOD, name="น้ำท่วม", source="ประกาศจังหวัด")
        assert not calendar_of_speaker().is_working(FLOOD)
    with there.speaks():
        assert calendar_of_speaker().is_working(FLOOD)


def test_today_is_the_day_of_the_demonstration_in_a_demo_agency():
    here, there = make_twins()
    here.agency.demo_today = date(2025, 3, 17)
    assert today(here.agency) == date(2025, 3, 17)
    assert today(there.agency) == today()
    assert today().year >= 2025
