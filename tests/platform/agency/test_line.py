"""Who approves whose work: acting holders, vacant posts, double posts, one's own work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pytest

from prongsai.platform.agency.line import (
    RUNGS,
    approver,
    executive,
    head_of,
    holder_of,
    leader_from,
    leaders_of_units,
    line_above,
    next_higher,
    posts_of,
    stands_above,
)
from prongsai.platform.agency.models import Holding, Person, Post, Standing, Unit
from small_office import DAY, SmallOffice

EVE = DAY - timedelta(days=1)
A_DAY = timedelta(days=1)


@dataclass
class Line:
    """A head, an approver, an executive and a clerk, each in a post."""

    unit: Unit
    posts: dict[str, Post]
    people: dict[str, Person]


@pytest.fixture
def line(small: SmallOffice) -> Line:
    top, unit = small.unit("ผู้บริหาร", 0), small.unit("กองคลัง", 1)
    posts = {
        "clerk": small.post(unit, "เจ้าพนักงานพัสดุ", order=9),
        "head": small.post(unit, "ผู้อำนวยการกองคลัง", Standing.HEAD),
        "approver": small.post(top, "ปลัด", Standing.APPROVER),
        "executive": small.post(top, "นายก", Standing.EXECUTIVE),
    }
    people = {name: small.person(name, post.unit) for name, post in posts.items()}
    for name, post in posts.items():
        small.holds(people[name], post)
    return Line(unit, posts, people)


def names(steps) -> list[str]:
    return [step.person.given_name for step in steps]


def test_each_height_has_its_holder(line):
    assert names([head_of(line.unit, DAY), approver(DAY), executive(DAY)]) == ["head", "approver", "executive"]


def test_work_goes_up_step_by_step(line):
    assert names(line_above(line.people["clerk"], DAY)) == ["head", "approver", "executive"]
    assert next_higher(line.people["head"], DAY).person == line.people["approver"]
    assert next_higher(line.people["approver"], DAY).person == line.people["executive"]


def test_nobody_stands_above_the_executive(line):
    assert next_higher(line.people["executive"], DAY) is None


def test_somebody_without_a_post_is_below_the_head(small, line):
    newcomer = small.person("new", line.unit)
    assert next_higher(newcomer, DAY).person == line.people["head"]


def test_who_acts_comes_before_the_one_in_whose_place(small, line):
    small.holds(line.people["head"], line.posts["approver"], acting=True, order="คำสั่งที่ 45/2568")
    found = approver(DAY)
    assert (found.person, found.acting, found.order_reference) == (line.people["head"], True, "คำสั่งที่ 45/2568")


def test_of_two_acting_orders_the_later_one_counts(small, line):
    other = small.person("other", line.unit)
    small.holds(line.people["head"], line.posts["approver"], acting=True, since=DAY - timedelta(days=9))
    small.holds(other, line.posts["approver"], acting=True, since=EVE)
    assert approver(DAY).person == other


def test_acting_begins_and_ends_with_its_days(small, line):
    small.holds(line.people["clerk"], line.posts["head"], acting=True, since=DAY, until=DAY)
    assert names(head_of(line.unit, day) for day in (EVE, DAY, DAY + A_DAY)) == ["head", "clerk", "head"]


def test_a_vacant_post_is_passed_over_upwards(small, line):
    empty = small.unit("กองช่าง", 2)
    small.post(empty, "ผู้อำนวยการกองช่าง", Standing.HEAD)
    engineer = small.person("engineer", empty)
    assert head_of(empty, DAY) is None
    assert next_higher(engineer, DAY).person == line.people["approver"]


def test_a_deputy_does_not_decide_without_an_order(small, line):
    deputy = small.person("deputy", line.posts["executive"].unit)
    small.holds(deputy, small.post(deputy.unit, "รองนายก", Standing.EXECUTIVE, order=1))
    line.people["executive"].holdings.update(until=EVE)
    assert executive(DAY) is None
    small.holds(deputy, line.posts["executive"], acting=True, since=DAY)
    assert executive(DAY).person == deputy


def test_above_a_deputy_stands_the_one_who_leads(small, line):
    deputy = small.person("deputy", line.posts["executive"].unit)
    small.holds(deputy, small.post(deputy.unit, "รองนายก", Standing.EXECUTIVE, order=1))
    assert names(line_above(deputy, DAY)) == ["executive"]


def test_who_holds_two_posts_of_the_line_is_asked_once(small, line):
    small.holds(line.people["approver"], line.posts["head"], acting=True)
    assert names(line_above(line.people["clerk"], DAY)) == ["approver", "executive"]


def test_who_acts_in_the_higher_post_looks_up_from_there(small, line):
    small.holds(line.people["head"], line.posts["approver"], acting=True)
    assert next_higher(line.people["head"], DAY).person == line.people["executive"]
    assert next_higher(line.posts["head"], DAY).person == line.people["executive"]


def test_nobody_stands_above_oneself(small, line):
    small.holds(line.people["clerk"], line.posts["head"], acting=True)
    assert not stands_above(line.people["clerk"], line.people["clerk"], DAY)
    assert stands_above(line.people["approver"], line.people["clerk"], DAY)


def test_the_head_of_one_unit_is_no_head_in_another(small, line):
    other = small.unit("กองช่าง", 2)
    chief = small.person("chief", other)
    small.holds(chief, small.post(other, "ผู้อำนวยการกองช่าง", Standing.HEAD))
    assert next_higher(chief, DAY, unit=line.unit).person == line.people["head"]
    assert next_higher(chief, DAY).person == line.people["approver"]


def test_who_left_holds_nothing_from_that_day_on(small, line):
    Person.objects.filter(given_name="head").update(left=DAY)
    assert head_of(line.unit, EVE).person.given_name == "head"
    assert head_of(line.unit, DAY) is None


def test_a_closed_post_is_held_by_nobody(line):
    post = line.posts["head"]
    post.closed = DAY
    post.save()
    assert holder_of(post, EVE).person.given_name == "head"
    assert holder_of(post, DAY) is None
    assert head_of(line.unit, DAY) is None
    assert names(line_above(line.people["clerk"], DAY)) == ["approver", "executive"]


def test_posts_of_a_closed_unit_are_closed_with_it(line):
    line.unit.closed = DAY
    line.unit.save()
    assert posts_of(line.people["head"], DAY) == []


def test_posts_of_a_person_are_told_highest_first(small, line):
    small.holds(line.people["clerk"], line.posts["head"], acting=True)
    assert [held.title for held in posts_of(line.people["clerk"], DAY)] == ["ผู้อำนวยการกองคลัง", "เจ้าพนักงานพัสดุ"]


@pytest.mark.parametrize("seed", range(25))
def test_whatever_the_orders_say_a_line_rises_and_never_meets_its_author(small, line, seed):
    chance = Random(seed)
    people = [*line.people.values(), small.person("spare", line.unit)]
    for post in line.posts.values():
        if chance.random() < 0.3:
            post.holdings.update(until=EVE)
        if chance.random() < 0.6:
            small.holds(chance.choice(people), post, acting=True, since=date(2025, 1, chance.randint(1, 28)))
    for person in people:
        above = line_above(person, DAY)
        ranks = [step.post.rank for step in above]
        asked = [step.person.pk for step in above]
        assert ranks == sorted(set(ranks))
        assert len(asked) == len({*asked, person.pk}) - 1
        highest = max((held.post.rank for held in posts_of(person, DAY)), default=0)
        assert all(rank > highest for rank in ranks)


@pytest.mark.parametrize("seed", range(12))
def test_the_leaders_of_many_units_are_those_of_each_asked_alone(small, line, seed):
    chance = Random(seed)
    other = small.unit("กองช่าง", 2)
    head = small.post(other, "ผู้อำนวยการกองช่าง", Standing.HEAD)
    deputy = small.post(line.unit, "รองผู้อำนวยการ", Standing.HEAD, order=5)
    people = [*line.people.values(), small.person("spare", other)]
    for post in (*line.posts.values(), head, deputy):
        if chance.random() < 0.3:
            post.holdings.update(until=EVE)
        if chance.random() < 0.2:
            Post.objects.filter(pk=post.pk).update(closed=EVE)
        if chance.random() < 0.6:
            small.holds(chance.choice(people), post, acting=chance.random() < 0.5)
    found = leaders_of_units([line.unit.pk, other.pk], DAY)
    for unit in (line.unit, other):
        alone = zip(RUNGS, (head_of(unit, DAY), approver(DAY), executive(DAY)), strict=True)
        assert found[unit.pk] == {standing: leader for standing, leader in alone if leader}


def test_leaders_are_found_in_two_questions_however_many_units(line, django_assert_num_queries):
    with django_assert_num_queries(2):
        leaders_of_units(range(1, 50), DAY)


def test_for_a_vacant_height_the_next_higher_leads(small, line):
    from_head = [leader_from(rung, line.unit, DAY) for rung in RUNGS]
    assert names(from_head) == ["head", "approver", "executive"]
    Holding.objects.filter(person=line.people["head"]).update(until=EVE)
    assert names([leader_from(Standing.HEAD, line.unit, DAY)]) == ["approver"]
    Holding.objects.exclude(person=line.people["head"]).update(until=EVE)
    assert leader_from(Standing.HEAD, line.unit, DAY) is None
