"""The home page asks every room once, hears the months, and is silenced by nobody."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import Headline, HomeLine, HomePart, Module, Registry, Task
from prongsai.registers.tasks.gathering import Listed
from prongsai.registers.tasks.hearing import hear
from prongsai.registers.tasks.home import home_of

MARCH, APRIL = date(2025, 3, 17), date(2025, 4, 17)


class InMarch:
    key, months = "in-march", frozenset({3})

    def lines(self, today, *, units=None):
        return [HomeLine("second", order=20), HomeLine("first", "tasks", order=10)] if units is None else []


class Title:
    key = "title"

    def headline(self, today):
        return Headline(f"month {today.month}", "tasks", busy=(("custom", ""),))


class Broken:
    key, part = "broken", HomePart.LACKING

    def lines(self, today, *, units=None):
        with connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")


def rooms(**told) -> Registry:
    found = Registry()
    found.register(Module(key="a", title="Room A", **told))
    return found


def test_a_month_has_the_lines_of_the_rooms_that_have_some_for_it(here):
    modules = rooms(month=(InMarch(),), headline=Title())
    with here.speaks():
        march, april = (home_of(day, units=None, modules=modules).month for day in (MARCH, APRIL))
    assert (march.title, [line.words for line in march.lines]) == ("month 3", ["first", "second"])
    assert march.lines[0].address == reverse("tasks")
    assert (april.title, april.lines, april.busy) == ("month 4", (), (("custom", ""),))


def test_an_installation_without_a_room_for_months_has_no_head(here):
    with here.speaks():
        assert home_of(MARCH, units=None, modules=rooms()).month is None
        assert home_of(MARCH, units=None, modules=rooms(month=(InMarch(),))).month.title == ""


def test_a_broken_room_takes_no_month_and_no_part_with_it(here):
    modules = rooms(month=(InMarch(),), home=(Broken(),))
    with here.speaks():
        home = home_of(MARCH, units=None, modules=modules)
    assert home.silent == ("Room A",)
    assert len(home.month.lines) == 2


def test_rooms_that_answer_are_asked_once_inside_one_savepoint(here):
    asked = []
    with here.speaks(), CaptureQueriesContext(connection) as queries:
        heard = hear([("A", 1), ("B", 2)], lambda number: asked.append(number) or number)
    assert asked == [1, 2]
    assert [answer for _title, _source, answer in heard.answers] == [1, 2]
    assert sum(query["sql"].startswith("SAVEPOINT") for query in queries) <= 2  # that of the test, and the one


def test_two_rooms_that_say_what_a_month_is_about_are_refused():
    modules = rooms(headline=Title())
    with pytest.raises(ValueError, match="both say"):
        modules.register(Module(key="b", title="Room B", headline=Title()))


def test_an_officer_reads_the_own_tasks_and_a_head_those_of_the_unit(here, asks, given):
    with here.speaks():
        given("ของสุดา", due=MARCH)
        given("ของกองคลัง", here.units["กองคลัง"], due=MARCH)
        given("ของหัวหน้า", here.people[Role.UNIT_HEAD], due=MARCH)
    pages = {role: asks(role).get(reverse("office-home")).content.decode() for role in (Role.OFFICER, Role.UNIT_HEAD)}
    assert "ของสุดา" in pages[Role.OFFICER]
    assert "ของหัวหน้า" not in pages[Role.OFFICER]
    assert all(words in pages[Role.UNIT_HEAD] for words in ("ของสุดา", "ของหัวหน้า"))
    assert not any("ของกองคลัง" in page for page in pages.values())


class Awaited:
    key, part = "awaited-data", HomePart.AWAITED

    def __init__(self, unit: int) -> None:
        self.unit = unit

    def lines(self, today, *, units=None):
        return [HomeLine("สำนักปลัด: ข้อมูล 3 เรื่อง", unit=self.unit, order=500)]


def listed(unit: int, name: str, *, late: bool = False, told: bool = False) -> Listed:
    task = Task(key=f"a:{unit}:{late}:{told}", title="x", url_name="tasks", unit=unit, told_at_home=told)
    return Listed(task, "A", "/", name, unit, name, late)


def test_a_unit_of_which_a_room_tells_stands_in_one_line_with_its_other_tasks(here):
    tasks = [listed(1, "สำนักปลัด"), listed(1, "สำนักปลัด", told=True), listed(2, "กองคลัง", late=True)]
    with here.speaks():
        awaited = home_of(MARCH, units=None, tasks=tasks, modules=rooms(home=(Awaited(1),))).parts["awaited"]
    assert [line.words for line in awaited] == [
        "สำนักปลัด: ข้อมูล 3 เรื่อง งานอื่น 1 เรื่อง",
        "กองคลัง: 1 เรื่อง (เกินกำหนด 1 เรื่อง)",
    ]


def test_what_a_room_counts_itself_is_not_counted_again(here):
    tasks = [listed(1, "สำนักปลัด", told=True)]
    with here.speaks():
        awaited = home_of(MARCH, units=None, tasks=tasks, modules=rooms(home=(Awaited(1),))).parts["awaited"]
    assert [line.words for line in awaited] == ["สำนักปลัด: ข้อมูล 3 เรื่อง"]


def test_a_head_is_told_of_the_own_unit_alone(here):
    tasks = [listed(1, "สำนักปลัด"), listed(2, "กองคลัง")]
    with here.speaks():
        awaited = home_of(MARCH, units=frozenset({2}), tasks=tasks, modules=rooms()).parts["awaited"]
    assert [line.words for line in awaited] == ["กองคลัง: 1 เรื่อง"]
