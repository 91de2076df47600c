"""One list from all rooms: whose it is, in which order, and what happens when a room breaks."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import HomeLine, HomePart, Module, Registry
from prongsai.platform.modules import Task as OpenTask
from prongsai.registers.tasks.gathering import end_of_week, gather_tasks, own_tasks, seen_tasks
from prongsai.registers.tasks.home import home_of
from prongsai.registers.tasks.task_source import GivenTasks

TODAY = date(2025, 3, 17)


class Room:
    """A room with tasks of its own."""

    def __init__(self, key, *tasks):
        self.key, self.tasks = key, tasks

    def open_tasks(self, today, *, person=None, units=frozenset()):
        wanted = [t for t in self.tasks if t.person == person or t.unit in units]
        return wanted if person is not None or units else self.tasks


class Broken:
    key = "broken"
    part = HomePart.LACKING

    def open_tasks(self, today, *, person=None, units=frozenset()):
        with connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")

    lines = open_tasks


def rooms(*sources) -> Registry:
    found = Registry()
    for number, source in enumerate(sources):
        found.register(Module(key=f"room{number}", title=f"Room {number}", tasks=(source,)))
    return found


def ask(key: str, due: date | None = None, **told) -> OpenTask:
    return OpenTask(key=key, title=key, url_name="tasks", due=due, **told)


def test_late_comes_first_then_by_day_and_what_has_no_day_last(here):
    unit = here.units["กองคลัง"].pk
    source = Room(
        "a", ask("none", unit=unit), ask("far", date(2025, 6, 1), unit=unit), ask("late", date(2025, 3, 1), unit=unit)
    )
    with here.speaks():
        found = gather_tasks(TODAY, modules=rooms(source))
    assert [(each.task.key, each.is_late) for each in found.tasks] == [("late", True), ("far", False), ("none", False)]
    assert {each.owner for each in found.tasks} == {"กองคลัง"}


def test_a_room_that_breaks_even_in_the_database_is_named_and_silences_nobody(here, given):
    with here.speaks():
        task = given()
        found = gather_tasks(TODAY, modules=rooms(Broken(), GivenTasks()))
        assert found.silent == ("Room 0",)
        assert [each.task.title for each in found.tasks] == [task.title]


def test_a_task_that_leads_to_no_page_names_its_room(here):
    broken = OpenTask(key="x", title="x", url_name="no-such-page", unit=1)
    with here.speaks():
        assert gather_tasks(TODAY, modules=rooms(Room("a", broken))).silent == ("Room 0",)


def test_ones_own_are_those_of_the_person_and_of_the_unit(here, acting, given, employ):
    with here.speaks():
        own, of_unit = given("ของตนเอง"), given("ของส่วนราชการ", here.units["สำนักปลัด"])
        given("ของหัวหน้า", here.people[Role.UNIT_HEAD])
        given("ของกองอื่น", here.units["กองคลัง"])
        found = own_tasks(acting(Role.OFFICER))
        assert {each.task.title for each in found.tasks} == {own.title, of_unit.title}


def test_a_head_sees_the_people_of_the_unit_and_the_coordinator_everybody(here, acting, given, employ):
    with here.speaks():
        given("หนึ่ง")
        given("สอง", employ("วิทยา"))
        seen = {
            role: {e.task.title for e in seen_tasks(acting(role)).tasks}
            for role in (Role.UNIT_HEAD, Role.COORDINATOR, Role.OFFICER)
        }
    assert seen == {Role.UNIT_HEAD: {"หนึ่ง"}, Role.COORDINATOR: {"หนึ่ง", "สอง"}, Role.OFFICER: {"หนึ่ง"}}


@pytest.mark.parametrize("role", [Role.OVERSEER, Role.SYSTEM_ADMIN, Role.KIOSK])
def test_an_account_without_a_person_owes_nothing(here, acting, given, role):
    with here.speaks():
        given()
        assert own_tasks(acting(role)).tasks == ()


def test_the_week_ends_on_sunday():
    assert [end_of_week(date(2025, 3, day)).day for day in (17, 22, 23)] == [23, 23, 23]
    assert end_of_week(date(2025, 3, 24)) == date(2025, 3, 30)


def test_the_home_page_hears_every_room_and_names_the_broken_one(here):
    class Told:
        key, part = "told", HomePart.FIGURE

        def lines(self, today, *, units=None):
            return [HomeLine("later", order=200), HomeLine("พร้อม 20 จาก 28 ข้อ", "tasks")]

    modules = Registry()
    modules.register(Module(key="a", title="Room A", home=(Broken(),)))
    modules.register(Module(key="b", title="Room B", home=(Told(),)))
    with here.speaks():
        home = home_of(TODAY, units=None, modules=modules)
    assert home.silent == ("Room A",)
    assert [(line.words, line.address) for line in home.parts["figure"]] == [
        ("พร้อม 20 จาก 28 ข้อ", reverse("tasks")),
        ("later", ""),
    ]
    assert home.parts["lacking"] == []
