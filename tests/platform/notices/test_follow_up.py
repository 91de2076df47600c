"""Following up: who owes it three times, then up the line of posts; it stops at once when it is done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from log_of_deeds import lines_of
from prongsai.desks.example.models import Talk
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Holding, HoldingKind, Person, Post, Standing
from prongsai.platform.calendar.models import DayOff
from prongsai.platform.notices.kinds import Kind, kinds
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.models import Copy, FollowUp, FollowUpDays, FollowUpStep, Notice, Sending
from prongsai.platform.notices.services import (
    follow_up,
    follow_up_now,
    followed_up,
    notify,
    settle,
    withdraw_follow_up,
)
from prongsai.platform.notices.services.following import take_due_steps

KIND = "example.count_listeners"
DUE = date(2025, 3, 17)


class Work:
    """Something กองคลัง owes, and the office as days pass in its demonstration."""

    def __init__(self, office) -> None:
        self.office, self.unit = office, office.units["กองคลัง"]
        top = office.units["สำนักปลัด"]
        self.clerk = self.person("วิทยา", self.unit)
        self.head = self.holds("รัตนา", self.unit, "ผู้อำนวยการกองคลัง", Standing.HEAD)
        self.approver = self.holds("ธีรวัฒน์", top, "ปลัด อบต.", Standing.APPROVER)
        self.executive = office.people[Role.EXECUTIVE]
        self.talk = Talk.objects.create(agency=office.agency, village="บ้านโนนงาม", happened=DUE, listeners=0)

    def person(self, name: str, unit) -> Person:
        return Person.objects.create(agency=self.office.agency, given_name=name, family_name="ตัวอย่างคง", unit=unit)

    def holds(self, name: str, unit, title: str, standing: str) -> Person:
        person = self.person(name, unit)
        post = Post.objects.create(agency=self.office.agency, unit=unit, title=title, standing=standing)
        Holding.objects.create(agency=self.office.agency, person=person, post=post, since=date(2024, 10, 1))
        return person

    def acts(self, person: Person, standing: str) -> None:
        post = Post.objects.get(standing=standing, unit=self.unit) if standing == "head" else None
        post = post or Post.objects.get(standing=standing)
        told = {"person": person, "post": post, "kind": HoldingKind.ACTING, "since": date(2025, 1, 1)}
        Holding.objects.create(agency=self.office.agency, **told)

    def leaves(self, person: Person) -> None:
        Holding.objects.filter(person=person).update(until=date(2025, 1, 1))

    def is_followed_up(self, **told: object) -> FollowUp:
        told = {"unit": self.unit, "subject": "จำนวนผู้เข้าร่วมการให้ความรู้", "due": DUE, **told}
        return follow_up(kind=KIND, thing=self.talk.pk, by="user:1", **told)

    def passes(self, *days: date) -> None:
        for day in days:
            self.office.agency.demo_today = day
            self.office.agency.save()
            take_due_steps(by="job:1")

    def goes_on(self, until: date, since: date = date(2025, 3, 10)) -> None:
        self.passes(*(since + timedelta(days=n) for n in range((until - since).days + 1)))

    @property
    def told(self) -> list[tuple[str, set[Person]]]:
        """Which step told whom, in order."""
        steps = FollowUpStep.objects.order_by("day", "pk")
        return [(one.step, {copy.person for copy in Copy.objects.filter(notice=one.notice)}) for one in steps]


@pytest.fixture
def work(post, here):
    return Work(here)


def test_the_unit_hears_three_times_then_its_head_then_the_approver_then_the_executive(work):
    work.is_followed_up()
    work.goes_on(date(2025, 4, 2))
    unit = {work.clerk, work.head}
    assert work.told == [
        ("first", unit),
        ("second", unit),
        ("third", unit),
        ("head", {work.head}),
        ("approver", {work.approver}),
        ("executive", {work.executive}),
    ]
    days = list(FollowUpStep.objects.order_by("day").values_list("day", flat=True))
    assert [day.day for day in days] == [12, 18, 20, 24, 26, 31]


def test_it_asks_and_never_blames(work):
    begun = work.is_followed_up(link=Link("example-talks"))
    work.goes_on(date(2025, 4, 2))
    first, second, third, head, *_rest = Notice.objects.order_by("made", "pk")
    assert first.subject == "ติดตามครั้งที่ 1: จำนวนผู้เข้าร่วมการให้ความรู้"
    assert first.words == "ครบกำหนดวันที่ 17 มีนาคม 2568 หากดำเนินการแล้ว โปรดบันทึกในระบบ"
    assert second.subject.startswith("ติดตามครั้งที่ 2: ")
    assert second.words.startswith("ครบกำหนดเมื่อวันที่ 17 มีนาคม 2568 ขอความร่วมมือ")
    assert third.subject.startswith("ติดตามครั้งที่ 3: ")
    assert head.subject.startswith("เพื่อโปรดทราบ: ")
    assert head.words == (
        "เรียน ผู้อำนวยการกองคลัง เรื่องนี้ของกองคลัง ครบกำหนดเมื่อวันที่ 17 มีนาคม 2568 ล่วงมาแล้ว 5 วันทำการ"
        " ได้ติดตามแล้ว 3 ครั้ง จึงเรียนมาเพื่อโปรดทราบและพิจารณาให้การสนับสนุน"
    )
    assert {notice.path for notice in Notice.objects.all()} == {begun.path}
    assert not Notice.objects.filter(words__contains="ทวง").exists()


def test_a_person_who_owes_it_is_asked_alone(work):
    work.is_followed_up(unit=None, person=work.clerk)
    work.goes_on(date(2025, 3, 24))
    assert work.told[0] == ("first", {work.clerk})
    assert work.told[3] == ("head", {work.head})


def test_many_runs_on_one_day_take_one_step(work):
    work.is_followed_up()
    work.passes(*[date(2025, 3, 20)] * 4)
    assert [step for step, _ in work.told] == ["first"]


@pytest.mark.faults
def test_after_days_off_one_step_comes_and_not_a_heap(work):
    work.is_followed_up()
    work.passes(date(2025, 3, 12), date(2025, 4, 1))
    assert [step for step, _ in work.told] == ["first", "second"]


def test_on_days_off_of_the_office_nobody_is_asked(work, here):
    DayOff.objects.create(agency=here.agency, day=date(2025, 3, 12), name="ทำบุญ", source="ประกาศ")
    work.is_followed_up()
    work.passes(date(2025, 3, 12))
    assert work.told == []


def test_done_stops_it_before_the_next_step_and_takes_back_what_waits(work, post, settings):
    post.wishes()
    work.is_followed_up(unit=work.office.units["สำนักปลัด"])
    work.office.agency.demo_today = date(2025, 3, 12)
    take_due_steps(by="job:1")
    work.passes(date(2025, 3, 12))
    settle(kind=KIND, thing=work.talk.pk, by="user:1")
    work.goes_on(date(2025, 4, 2), since=date(2025, 3, 13))
    assert [step for step, _ in work.told] == ["first"]
    assert FollowUp.objects.get().ending == "done"
    assert not Copy.objects.filter(done=None).exists()
    assert not Sending.objects.filter(state="waiting").exists()


def test_what_the_room_says_is_done_ends_by_itself(work):
    work.is_followed_up()
    work.passes(date(2025, 3, 12))
    work.talk.listeners = 31
    work.talk.save()
    work.passes(date(2025, 3, 18))
    assert [step for step, _ in work.told] == ["first"]
    assert FollowUp.objects.get().ending == "done"
    assert not Copy.objects.filter(done=None).exists()


def test_withdrawn_is_not_asked_for_any_more(work):
    work.is_followed_up()
    work.passes(date(2025, 3, 12))
    withdraw_follow_up(kind=KIND, thing=work.talk.pk, by="user:1")
    work.goes_on(date(2025, 4, 2), since=date(2025, 3, 13))
    assert [step for step, _ in work.told] == ["first"]
    assert FollowUp.objects.get().ending == "withdrawn"


def test_a_new_day_counts_anew_and_the_follow_ups_are_numbered_on(work):
    work.is_followed_up()
    work.passes(date(2025, 3, 12), date(2025, 3, 18))
    work.is_followed_up(due=date(2025, 3, 31))
    work.passes(date(2025, 3, 20), date(2025, 3, 27))
    assert [step for step, _ in work.told] == ["first", "second", "first"]
    assert Notice.objects.latest("pk").subject.startswith("ติดตามครั้งที่ 3: ")
    assert FollowUp.objects.count() == 1


def test_what_ended_can_be_followed_up_again(work):
    work.is_followed_up()
    settle(kind=KIND, thing=work.talk.pk, by="user:1")
    work.is_followed_up(due=date(2025, 3, 20))
    work.passes(date(2025, 3, 17))
    assert [step for step, _ in work.told] == ["first"]


def test_who_acts_for_the_head_hears_and_is_addressed_so(work):
    work.acts(work.clerk, Standing.HEAD)
    work.is_followed_up()
    work.goes_on(date(2025, 3, 24))
    assert work.told[3] == ("head", {work.clerk})
    assert "เรียน ผู้รักษาราชการแทนผู้อำนวยการกองคลัง " in Notice.objects.latest("pk").words


def test_a_vacant_post_is_passed_over_and_its_stand_in_hears_once(work):
    work.leaves(work.head)
    work.is_followed_up()
    work.goes_on(date(2025, 4, 2))
    assert work.told[3:] == [("head", {work.approver}), ("approver", set()), ("executive", {work.executive})]


def test_one_person_in_two_posts_hears_once(work):
    work.acts(work.head, Standing.APPROVER)
    work.is_followed_up()
    work.goes_on(date(2025, 4, 2))
    assert work.told[3:] == [("head", {work.head}), ("approver", set()), ("executive", {work.executive})]


def test_a_head_who_owes_it_is_not_told_on_oneself(work):
    work.is_followed_up(unit=None, person=work.head)
    work.goes_on(date(2025, 4, 2))
    assert work.told[3:] == [("head", set()), ("approver", {work.approver}), ("executive", {work.executive})]


def test_where_every_post_is_vacant_nobody_hears_and_it_ends_there(work):
    for person in (work.head, work.approver, work.executive):
        work.leaves(person)
    work.is_followed_up()
    work.goes_on(date(2025, 4, 2))
    assert [told for _, told in work.told[3:]] == [set(), set(), set()]


def test_an_office_sets_its_own_days(work, here):
    FollowUpDays.objects.create(agency=here.agency, first=None, second=2, third=None, head=None, executive=4)
    work.is_followed_up()
    work.goes_on(date(2025, 4, 2))
    assert [step for step, _ in work.told] == ["second", "executive"]


def test_each_step_is_recorded_without_words(work, here):
    work.is_followed_up()
    work.goes_on(date(2025, 3, 24))
    settle(kind=KIND, thing=work.talk.pk, by="user:1")
    lines = [line for line in lines_of(here) if line.action.startswith("follow_up.")]
    assert [line.action for line in lines] == ["follow_up.begun", *["follow_up.step_taken"] * 4, "follow_up.ended"]
    assert lines[1].told == {"due": "2025-03-17", "step": "first", "told": 2}
    assert lines[1].actor == "job:1"
    assert lines[-1].told == {"why": "done"}


def breaks(thing: int) -> bool:
    raise KeyError(thing)


@pytest.fixture
def other_kinds(monkeypatch):
    extra = {
        "example.broken": Kind("example.broken", "Broken", is_done=breaks),
        "example.sealed_work": Kind("example.sealed_work", "Sealed", sensitive=True, is_done=lambda thing: False),
    }
    monkeypatch.setattr(kinds, "_kinds", kinds._kinds | extra)


def test_a_room_that_breaks_silences_nobody_else_and_nobody_is_asked_for_what_may_be_done(work, other_kinds):
    follow_up(kind="example.broken", thing=1, due=DUE, by="user:1", unit=work.unit, subject="เรื่อง")
    work.is_followed_up()
    work.passes(date(2025, 3, 12))
    assert [step for step, _ in work.told] == ["first"]
    assert FollowUpStep.objects.get().follow_up.kind == KIND


def test_what_belongs_to_a_room_that_is_gone_is_left_alone(work):
    work.is_followed_up()
    FollowUp.objects.update(kind="gone.thing")
    work.passes(date(2025, 3, 12))
    assert work.told == []


def test_a_sensitive_matter_is_followed_up_without_a_word_of_it(work, other_kinds):
    follow_up(kind="example.sealed_work", thing=1, due=DUE, by="user:1", person=work.clerk)
    work.goes_on(date(2025, 4, 2))
    assert len(work.told) == 6
    assert set(Notice.objects.values_list("subject", "words")) == {("มีเรื่องใหม่", "")}


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"kind": "example.news"}, "what is done"),
        ({"kind": "nobody.knows"}, "No room"),
        ({"unit": None}, "somebody owes"),
        ({"link": Link("nowhere")}, "no page of ours"),
        ({"subject": ""}, "subject"),
    ],
)
def test_what_could_not_end_or_be_explained_is_refused(work, told, why):
    whole = {"kind": KIND, "thing": 1, "due": DUE, "by": "user:1", "unit": work.unit, "subject": "เรื่อง", **told}
    with pytest.raises(ValueError, match=why):
        follow_up(**whole)
    assert not FollowUp.objects.exists()


def test_the_notices_of_other_things_stay_open(work, here):
    other = notify(to=work.clerk, kind=KIND, thing=work.talk.pk + 1, subject="อีกเรื่อง", by="test")
    settle(kind=KIND, thing=work.talk.pk, by="user:1")
    assert other.copies.get().done is None


def test_the_other_agency_is_not_followed_up_with_us(work, twins):
    work.is_followed_up()
    with twins[1].speaks():
        twins[1].agency.demo_today = date(2025, 3, 20)
        twins[1].agency.save()
        assert take_due_steps(by="job:1") == 0


def lives_on(work: Work, day: date) -> None:
    work.office.agency.demo_today = day
    work.office.agency.save()


def pressed(work: Work, day: date) -> int | None:
    lives_on(work, day)
    return follow_up_now(kind=KIND, thing=work.talk.pk, by="user:1")


def test_a_press_is_the_next_step_and_tells_who_owes_it(work):
    work.is_followed_up()
    assert pressed(work, date(2025, 3, 3)) == 1
    assert work.told == [("first", {work.clerk, work.head})]
    assert Notice.objects.get().subject == "ติดตามครั้งที่ 1: จำนวนผู้เข้าร่วมการให้ความรู้"


def test_what_was_pressed_does_not_come_again_by_itself(work):
    work.is_followed_up()
    pressed(work, date(2025, 3, 12))
    work.passes(date(2025, 3, 13), date(2025, 3, 14))  # the day on which the first would have come
    assert [step for step, _people in work.told] == ["first"]
    work.goes_on(date(2025, 4, 30), since=date(2025, 3, 17))
    assert [step for step, _people in work.told] == ["first", "second", "third", "head", "approver", "executive"]


def test_once_a_day_and_three_times_at_most(work):
    work.is_followed_up()
    days = [date(2025, 3, 18), date(2025, 3, 18), date(2025, 3, 19), date(2025, 3, 20), date(2025, 3, 21)]
    assert [pressed(work, day) for day in days] == [1, None, 2, 3, None]
    assert {step for step, _people in work.told} == {"first", "second", "third"}


def test_what_is_done_or_was_never_followed_up_is_left_alone(work):
    assert pressed(work, DUE) is None
    work.is_followed_up()
    settle(kind=KIND, thing=work.talk.pk, by="user:1")
    assert pressed(work, DUE) is None
    assert not Notice.objects.exists()


def test_how_far_it_is_can_be_asked_for_many_things_at_once(work, django_assert_num_queries):
    work.is_followed_up()
    assert followed_up(KIND, [work.talk.pk]) == {}
    pressed(work, date(2025, 3, 18))
    work.goes_on(date(2025, 3, 31), since=date(2025, 3, 19))
    with django_assert_num_queries(1):
        told = followed_up(KIND, [work.talk.pk, work.talk.pk + 1])
    assert list(told) == [work.talk.pk]
    assert told[work.talk.pk].times == 3
    assert told[work.talk.pk].raised
    assert FollowUp.objects.get().due == DUE
