"""A list of tasks comes in: each person hears of it once, with the count."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.files.waiting_lists import keep_list
from prongsai.platform.notices.models import Copy, FollowUp, Notice
from prongsai.registers.tasks.models import ImportedTasks
from prongsai.registers.tasks.services import accept_import
from prongsai.registers.tasks.services.telling import NAMED
from prongsai.registers.tasks.sheet import TaskRow

TODAY = date(2025, 3, 17)


@pytest.fixture
def comes_in(here, acting):
    """Take a list in: titles with whose they are. Called while the office speaks."""

    def take(*asked: tuple[str, str, date | None]) -> None:
        people = {f"person-{person.pk}": person for person in Person.objects.all()}
        owners = people | {f"unit-{unit.pk}": unit for unit in here.units.values()}
        rows = [TaskRow(str(n), title=title, asked=to, due=due) for n, (title, to, due) in enumerate(asked)]
        coordinator, agency = acting(Role.COORDINATOR), here.agency.pk
        kept = keep_list(ImportedTasks, acting=coordinator, agency=agency, file_name="ก", rows=rows)
        accept_import(acting=coordinator, waiting=kept, owners=owners)

    return take


def notices_of(person) -> list[Notice]:
    return [copy.notice for copy in Copy.objects.filter(person=person).select_related("notice")]


def test_many_tasks_of_one_person_are_one_notice_with_the_count(here, comes_in):
    with here.speaks():
        officer = here.people[Role.OFFICER]
        days = (date(2025, 3, 28), date(2025, 3, 21), None)
        comes_in(*((f"งานที่ {n}", f"person-{officer.pk}", day) for n, day in enumerate(days)))
        (notice,) = notices_of(officer)
        assert "3" in notice.subject
        assert notice.words == "งานที่ 0\nงานที่ 1\nงานที่ 2"
        assert (notice.url_name, notice.due, notice.thing) == ("my-tasks", date(2025, 3, 21), None)


def test_own_tasks_and_those_of_the_unit_are_counted_together(here, comes_in, employ):
    with here.speaks():
        somebody, other = employ("วิทยา"), employ("จิราพร")
        unit = f"unit-{here.units['กองคลัง'].pk}"
        comes_in(("ของส่วน", unit, None), ("ของส่วนอีก", unit, None), ("ของตน", f"person-{somebody.pk}", None))
        assert ["3" in notice.subject for notice in notices_of(somebody)] == [True]
        assert ["2" in notice.subject for notice in notices_of(other)] == [True]
        assert notices_of(here.people[Role.OFFICER]) == []


def test_those_who_owe_the_same_share_one_notice(here, comes_in, employ):
    with here.speaks():
        for name in ("วิทยา", "จิราพร", "เมธาวี"):
            employ(name)
        unit = f"unit-{here.units['กองคลัง'].pk}"
        comes_in(("ก", unit, None), ("ข", unit, None))
        assert (Notice.objects.count(), Copy.objects.count()) == (1, 3)


def test_a_single_task_is_told_by_its_name_and_ends_with_it(here, comes_in):
    with here.speaks():
        officer = here.people[Role.OFFICER]
        comes_in(("ส่งภาพถ่าย", f"person-{officer.pk}", None))
        (notice,) = notices_of(officer)
        assert "ส่งภาพถ่าย" in notice.subject
        assert notice.url_name == "task"
        assert notice.thing is not None


def test_of_very_many_the_first_are_named(here, comes_in):
    with here.speaks():
        officer = here.people[Role.OFFICER]
        comes_in(*((f"งานที่ {n}", f"person-{officer.pk}", None) for n in range(NAMED + 15)))
        (notice,) = notices_of(officer)
        assert str(NAMED + 15) in notice.subject
        assert len(notice.words.splitlines()) == NAMED


def test_each_task_with_a_day_is_still_followed_up_by_itself(here, comes_in):
    with here.speaks():
        officer = here.people[Role.OFFICER]
        days = (date(2025, 3, 28), date(2025, 3, 21), None)
        comes_in(*((f"งานที่ {n}", f"person-{officer.pk}", day) for n, day in enumerate(days)))
        assert FollowUp.objects.running().count() == 2


def test_who_works_there_no_more_hears_nothing(here, comes_in, employ):
    with here.speaks():
        gone = employ("ลาออก")
        gone.left = TODAY
        gone.save()
        unit = f"unit-{here.units['กองคลัง'].pk}"
        comes_in(("ก", unit, None), ("ข", unit, None))
        assert notices_of(gone) == []
