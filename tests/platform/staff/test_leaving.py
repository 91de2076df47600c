"""Leaving and handing over: the account is off at once, each open thing has a successor, nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import PersonalLink, Role
from prongsai.platform.agency.line import holder_of
from prongsai.platform.agency.models import Person
from prongsai.platform.entrance.services.links import make_link
from prongsai.platform.modules import Module, OpenThing, Registry
from prongsai.platform.staff import open_things
from prongsai.platform.staff.models import HandOver
from prongsai.platform.staff.services.leaving import let_leave, switch_off_who_left
from prongsai.platform.staff.tasks import switch_off_leavers
from prongsai.platform.ui.refusals import Conflict


class Keys:
    """A room in which people hold keys."""

    key = "keys"
    title = "Keys"

    def __init__(self, held: dict[str, int]) -> None:
        self.held = held

    def open_things(self, person: int) -> Iterable[OpenThing]:
        return [OpenThing(name, f"กุญแจ{name}") for name, holder in self.held.items() if holder == person]

    def hand_over(self, thing: str, *, to: int, actor: str) -> None:
        self.held[thing] = to


@pytest.fixture
def keys(here, monkeypatch) -> Keys:
    room = Keys({"ห้องพัสดุ": here.people[Role.OFFICER].pk, "ตู้เซฟ": here.people[Role.UNIT_HEAD].pk})
    modules = Registry()
    modules.register(Module(key="keys", title="Keys", hand_over=(room,)))
    monkeypatch.setattr(open_things.to_hand_over, "__defaults__", (modules,))
    monkeypatch.setitem(let_leave.__wrapped__.__kwdefaults__, "modules", modules)
    return room


def today() -> date:
    return timezone.localdate()


def leave(inside, person: Person, **sent):
    return inside().post(f"/staff/people/{person.pk}/leave/", {"day": today().isoformat(), **sent})


def again(here, role: Role) -> Person:
    with here.speaks():
        return Person.objects.get(pk=here.people[role].pk)


def test_what_is_open_is_shown_first(here, inside, coordinator, keys):
    with here.speaks():
        make_link(acting=coordinator, user=here.accounts[Role.OFFICER])
    page = inside().get(f"/staff/people/{here.people[Role.OFFICER].pk}/leave/").content.decode()
    for word in ("เจ้าพนักงานธุรการ", "officer", "ลิงก์ส่วนบุคคล", "กุญแจห้องพัสดุ"):
        assert word in page
    assert "ตู้เซฟ" not in page


def test_who_leaves_is_out_at_once(here, inside):
    client = inside(Role.OFFICER)
    assert client.get("/account/").status_code == 200
    leave(inside, here.people[Role.OFFICER])
    assert client.get("/account/").status_code == 302
    here.accounts[Role.OFFICER].refresh_from_db()
    assert not here.accounts[Role.OFFICER].is_active


def test_personal_links_open_nothing_any_more(here, inside, coordinator):
    with here.speaks():
        make_link(acting=coordinator, user=here.accounts[Role.OFFICER])
    leave(inside, here.people[Role.OFFICER])
    with here.speaks():
        assert not PersonalLink.objects.usable().exists()
        assert PersonalLink.objects.count() == 1


def test_posts_are_vacant_from_that_day_and_their_history_stays(here, inside):
    with here.speaks():
        post = here.people[Role.OFFICER].holdings.get().post
    leave(inside, here.people[Role.OFFICER])
    with here.speaks():
        assert holder_of(post, today()) is None
        assert holder_of(post, today() - timedelta(days=1)).person == here.people[Role.OFFICER]
    assert again(here, Role.OFFICER).left == today()


def test_open_things_go_to_the_successor_and_stand_on_the_list(here, inside, keys):
    heir = here.people[Role.INVESTIGATOR]
    answer = leave(inside, here.people[Role.OFFICER], **{"thing-0": heir.pk})
    assert answer.status_code == 302
    assert keys.held["ห้องพัสดุ"] == heir.pk
    page = inside().get(answer.headers["Location"]).content.decode()
    for word in ("บัญชีส่งมอบงาน", "กุญแจห้องพัสดุ", "กมลชนก", "ลงชื่อผู้รับมอบ"):
        assert word in page
    deed = lines_of(here)[-1]
    assert (deed.action, deed.told["handed_over"]) == ("staff.person_left", 1)


def test_without_a_successor_nobody_leaves(here, inside, keys):
    answer = leave(inside, here.people[Role.OFFICER])
    assert answer.status_code == 200
    assert again(here, Role.OFFICER).left is None
    assert keys.held["ห้องพัสดุ"] == here.people[Role.OFFICER].pk


def test_a_successor_must_be_somebody_who_stays(here, inside, keys, coordinator):
    person = here.people[Role.OFFICER]
    assert leave(inside, person, **{"thing-0": person.pk}).status_code == 200
    with here.speaks(), pytest.raises(Conflict):
        let_leave(acting=coordinator, person=person, day=today(), today=today(), successors={"keys:ห้องพัสดุ": person})


def test_a_day_that_lies_ahead_switches_off_on_that_day(here, inside):
    day = today() + timedelta(days=30)
    leave(inside, here.people[Role.OFFICER], day=day.isoformat())
    account = here.accounts[Role.OFFICER]
    account.refresh_from_db()
    assert account.is_active
    with here.speaks():
        assert switch_off_who_left(actor="test", today=day - timedelta(days=1)) == 0
        assert switch_off_who_left(actor="test", today=day) == 1
    account.refresh_from_db()
    assert not account.is_active


def test_the_night_switches_off_who_left(here):
    with here.speaks():
        Person.objects.filter(pk=here.people[Role.OFFICER].pk).update(left=today())
        switch_off_leavers.func(agency=here.agency.pk)
    here.accounts[Role.OFFICER].refresh_from_db()
    assert not here.accounts[Role.OFFICER].is_active
    assert lines_of(here)[-1].action == "account.switched_off"


def test_nobody_lets_oneself_leave(here, inside):
    assert leave(inside, here.people[Role.COORDINATOR]).status_code == 409
    assert again(here, Role.COORDINATOR).left is None


def test_nobody_leaves_twice(here, inside):
    leave(inside, here.people[Role.OFFICER])
    assert leave(inside, here.people[Role.OFFICER]).status_code == 409
    assert inside().get(f"/staff/people/{here.people[Role.OFFICER].pk}/leave/").status_code == 409
    with here.speaks():
        assert HandOver.objects.count() == 1


def test_a_slip_is_taken_back_and_the_account_stays_off(here, inside):
    person = here.people[Role.OFFICER]
    leave(inside, person)
    assert inside().post(f"/staff/people/{person.pk}/back/").status_code == 302
    assert again(here, Role.OFFICER).left is None
    here.accounts[Role.OFFICER].refresh_from_db()
    assert not here.accounts[Role.OFFICER].is_active
    assert inside().post(f"/staff/people/{person.pk}/back/").status_code == 409


def test_somebody_without_an_account_leaves_too(here, inside):
    with here.speaks():
        person = Person.objects.create(
            agency=here.agency, given_name="อารีย์", family_name="ตัวอย่างสุข", unit=here.units["กองคลัง"]
        )
    assert leave(inside, person).status_code == 302
    page = inside().get(f"/staff/people/{person.pk}/").content.decode()
    assert "พ้นจากหน่วยงานตั้งแต่วันที่" in page


def test_who_came_later_than_the_day_of_leaving_never_held_the_post_on(here, inside):
    with here.speaks():
        holding = here.people[Role.OFFICER].holdings.get()
        holding.since = today() + timedelta(days=9)
        holding.save()
    assert leave(inside, here.people[Role.OFFICER]).status_code == 302
    with here.speaks():
        assert holder_of(holding.post, today() + timedelta(days=9)) is None
