"""Looking at what hangs: one by one, by link, for somebody else, in rounds; the tasks that follow."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from cast import make_twins
from photographs import photograph
from prongsai.platform.accounts.models import Role
from prongsai.platform.calendar.months import months_later
from prongsai.platform.files.models import Attachment
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.placements.models import CheckingRound, Place, Placement, Sighting
from prongsai.registers.placements.services import (
    Hung,
    Seen,
    begin_round,
    end_round,
    hang,
    note_sighting,
    set_habit,
    unchecked,
)
from prongsai.registers.placements.task_sources import PlacementTasks

TODAY = date(2025, 3, 17)


def see(one: Placement) -> str:
    return reverse("placement-see", args=[one.pk])


def now(**told) -> dict[str, object]:
    return {"found": "good", "note": "", "day": "17 มีนาคม 2568"} | told


def test_a_look_with_a_photograph_makes_the_thing_seen_today(here, asks, hung):
    with here.speaks():
        one = hung()
        assert one.lacks_photograph(TODAY)
    assert asks().post(see(one), now(photographs=photograph())).status_code == 302
    with here.speaks():
        one.refresh_from_db()
        assert (one.state, one.last_seen, one.last_photographed) == ("hanging", TODAY, TODAY)
        assert not one.lacks_photograph(TODAY)


@pytest.mark.parametrize(
    ("found", "state", "seen"), [("damaged", "damaged", TODAY), ("missing", "missing", date(2024, 12, 16))]
)
def test_what_is_damaged_was_seen_and_what_is_gone_was_not(here, asks, hung, found, state, seen):
    with here.speaks():
        one = hung()
    asks().post(see(one), now(found=found, note="ฝนสาด"))
    with here.speaks():
        one.refresh_from_db()
        assert (one.state, one.last_seen) == (state, seen)


def test_an_older_look_is_kept_and_changes_nothing(here, acting, hung):
    with here.speaks():
        one = hung()
        note_sighting(acting=acting(), placement=one, seen=Seen(day=TODAY))
        note_sighting(acting=acting(), placement=one, seen=Seen(day=date(2025, 1, 10), found="missing"))
        one.refresh_from_db()
        assert (one.state, one.last_seen, one.sightings.count()) == ("hanging", TODAY, 3)


def test_of_two_looks_on_one_day_the_later_one_counts(here, acting, hung):
    with here.speaks():
        one = hung()
        note_sighting(acting=acting(), placement=one, seen=Seen(day=TODAY, found="missing"))
        note_sighting(acting=acting(), placement=one, seen=Seen(day=TODAY))
        one.refresh_from_db()
        assert one.state == "hanging"


@pytest.mark.parametrize("day", [date(2024, 12, 15), date(2025, 3, 18)])
def test_nothing_is_seen_before_it_hung_nor_tomorrow(here, asks, acting, hung, day):
    with here.speaks():
        one = hung()
        with pytest.raises(Conflict):
            note_sighting(acting=acting(), placement=one, seen=Seen(day=day))
    answer = asks().post(see(one), now(day=f"{day.day}/{day.month}/{day.year + 543}"))
    assert answer.status_code == 400
    assert "<details open" in answer.content.decode()


def test_what_somebody_else_saw_is_written_down_with_whose_it_is_and_both_days(here, asks, hung):
    with here.speaks():
        one = hung()
    person = here.people[Role.UNIT_HEAD]
    half = asks().post(see(one), now(recorded_for=person.pk))
    assert half.status_code == 400
    told = now(recorded_for=person.pk, received_by="line", day="14 มีนาคม 2568")
    assert asks().post(see(one), told).status_code == 302
    page = asks().get(one.get_absolute_url()).content.decode()
    for words in ("บันทึกแทน", "ไลน์", "วันเพ็ญ", "บันทึกย้อนหลัง", "14 มี.ค. 68"):
        assert words in page


def test_by_link_one_looks_at_the_own_units_things_and_no_others(here, asks, hung):
    with here.speaks():
        own, other = hung(), hung("อื่น", unit=here.units["กองคลัง"])
    client = asks(by_link=True)
    form = client.get(see(own)).content.decode()
    assert "recorded_for" not in form
    answer = client.post(see(own), now(photographs=photograph()))
    assert answer.headers["Location"] == reverse("my-tasks")
    assert client.get(see(other)).status_code == 404
    assert other.title not in client.get(other.place.get_absolute_url()).content.decode()
    for closed in ("placements", "placement-new", "placement-places"):
        assert client.get(reverse(closed)).status_code == 404
    with here.speaks():
        photo = Attachment.objects.get().file.newest.get_absolute_url()
        assert Sighting.objects.latest("pk").seen_by == f"link:{here.accounts[Role.OFFICER].pk}"
    assert client.get(photo).status_code == 200


def test_a_round_is_walked_and_ends_by_itself(here, asks, hung):
    with here.speaks():
        first, second = hung(), hung("ป้ายสอง", "ศาลา")
    client, walk = asks(), reverse("placements-walk")
    assert client.post(walk, {"due": "31 มีนาคม 2568"}).status_code == 302
    page = client.get(walk).content.decode()
    assert "เหลือที่ต้องตรวจ 2 รายการ" in page
    answer = client.post(f"{see(first)}?from=walk", now())
    assert answer.headers["Location"] == walk
    page = client.get(walk).content.decode()
    assert see(first) not in page
    assert see(second) in page
    assert "ตรวจแล้ว 1 รายการ" in page
    client.post(see(second), now(found="missing"))
    with here.speaks():
        assert CheckingRound.objects.get().ended == TODAY
    assert "รอบล่าสุดปิดเมื่อ" in client.get(walk).content.decode()


def test_only_one_round_runs_at_a_time(here, asks, acting, hung):
    with here.speaks():
        hung()
        begin_round(acting=acting(), agency=here.agency, due=TODAY)
        with pytest.raises(Conflict):
            begin_round(acting=acting(), agency=here.agency, due=TODAY)
    assert asks().post(reverse("placements-walk"), {"due": "31 มีนาคม 2568"}).status_code == 409


def test_a_round_needs_something_to_walk_to_and_a_day_ahead(here, acting, hung):
    with here.speaks():
        with pytest.raises(Conflict):
            begin_round(acting=acting(), agency=here.agency, due=TODAY)
        hung()
        with pytest.raises(Conflict):
            begin_round(acting=acting(), agency=here.agency, due=date(2025, 3, 16))


def test_a_round_is_ended_by_hand_once(here, asks, acting, hung):
    with here.speaks():
        hung()
        running = begin_round(acting=acting(), agency=here.agency, due=TODAY)
    address = reverse("placements-end-round", args=[running.pk])
    assert asks().post(address).status_code == 302
    assert asks().post(address).status_code == 409
    with here.speaks(), pytest.raises(Conflict):
        end_round(acting=acting(), checking=running)


def test_what_was_put_up_during_a_round_is_not_part_of_it(here, acting, hung):
    with here.speaks():
        hung()
        running = begin_round(acting=acting(), agency=here.agency, due=TODAY)
        here.agency.demo_today = date(2025, 3, 18)
        here.agency.save()
        new = hung("ใหม่", since=date(2025, 3, 18))
        assert new not in unchecked(running)


def tasks_of(here, **asked) -> list[str]:
    with here.speaks():
        return [task.key.split(":")[1] for task in PlacementTasks().open_tasks(TODAY, **asked)]


def test_each_thing_gives_one_task_at_a_time(here, acting, hung, picture):
    with here.speaks():
        hung("ไม่มีภาพ", since=date(2024, 1, 1))
        old = hung("ไม่ได้ตรวจนาน", since=date(2024, 10, 1), photographs=[picture])
        broken = hung("ชำรุด", photographs=[picture])
        note_sighting(acting=acting(), placement=broken, seen=Seen(day=TODAY, found="damaged"))
        hung("ครบ", since=TODAY, photographs=[picture])
    assert sorted(tasks_of(here)) == ["mend", "photograph"]
    with here.speaks():
        set_habit(acting=acting(), agency=here.agency, months=3)
    assert sorted(tasks_of(here)) == ["look", "mend", "photograph"]
    with here.speaks():
        begin_round(acting=acting(), agency=here.agency, due=TODAY)
        note_sighting(acting=acting(), placement=old, seen=Seen(day=TODAY))
    assert sorted(tasks_of(here)) == ["round"]


def test_tasks_are_of_the_unit_that_owns_the_thing(here, hung):
    with here.speaks():
        hung("หนึ่ง")
        hung("สอง", unit=here.units["กองคลัง"])
    assert len(tasks_of(here)) == 2
    for name in ("สำนักปลัด", "กองคลัง"):
        assert len(tasks_of(here, units=frozenset({here.units[name].pk}))) == 1
    assert tasks_of(here, person=here.people[Role.OFFICER].pk) == []


def test_the_tasks_of_a_thousand_things_ask_a_fixed_number_of_questions(here, hung, django_assert_max_num_queries):
    with here.speaks():
        for number in range(12):
            hung(f"ป้าย {number}")
        with django_assert_max_num_queries(8, connection=connection):
            assert len(list(PlacementTasks().open_tasks(TODAY))) == 12


def test_how_often_to_look_is_the_offices_own(here, asks):
    client = asks()
    assert client.post(reverse("placements-habit"), {"months": "๑๒"}).status_code == 302
    assert 'value="12"' in client.get(reverse("placements-habit")).content.decode()
    assert client.post(reverse("placements-habit"), {"months": "0"}).status_code == 400


def test_months_back_from_the_end_of_a_long_month():
    assert months_later(date(2025, 8, 31), -6) == date(2025, 2, 28)
    assert months_later(date(2025, 3, 31), -3) == date(2024, 12, 31)


@pytest.mark.django_db(transaction=True)
def test_a_round_that_many_begin_at_once_is_one_round():
    office = make_twins()[0]
    office.agency.demo_today = TODAY
    office.agency.save()
    with office.speaks():
        place = Place.objects.create(agency=office.agency, name="ศาลา")
        hung = Hung(title="ป้าย", place=place, unit=office.units["กองคลัง"], since=TODAY)
        hang(acting="test", agency=office.agency, hung=hung)

    def begin(_number: int) -> int:
        client = Client()
        client.force_login(office.accounts[Role.OFFICER])
        try:
            return client.post(reverse("placements-walk"), {"due": "31 มีนาคม 2568"}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(begin, range(8)))
    assert answers.count(302) == 1
    assert set(answers) == {302, 409}
    with office.speaks():
        assert CheckingRound.objects.count() == 1


def test_a_walk_by_link_shows_the_own_units_part_and_begins_nothing(here, asks, acting, hung):
    with here.speaks():
        own, other = hung("ของเรา"), hung("ของกองคลัง", unit=here.units["กองคลัง"])
    client, walk = asks(by_link=True), reverse("placements-walk")
    assert client.post(walk, {"due": "31 มีนาคม 2568"}).status_code == 200
    with here.speaks():
        assert not CheckingRound.objects.exists()
        begin_round(acting=acting(), agency=here.agency, due=TODAY)
    page = client.get(walk).content.decode()
    assert own.title in page
    assert other.title not in page
    assert "เดินตรวจจุดติดตั้ง เหลือ 1 รายการ" in client.get(reverse("my-tasks")).content.decode()


def test_a_paper_handed_in_as_photograph_is_not_taken(here, asks, hung):
    with here.speaks():
        one = hung()
    file = SimpleUploadedFile("ภาพ.pdf", b"%PDF-1.7")
    assert asks().post(see(one), now(photographs=file)).status_code in (415, 422)
    with here.speaks():
        assert one.sightings.count() == 1


def test_what_nobody_asked_for_is_not_stored(here, asks, hung):
    with here.speaks():
        one = hung()
    asks(by_link=True).post(
        see(one), now(recorded_for=here.people[Role.UNIT_HEAD].pk, received_by="line", state="missing")
    )
    with here.speaks():
        latest = one.sightings.first()
        assert (latest.recorded_for, latest.received_by, latest.found) == (None, "", "good")


@pytest.mark.parametrize("told", [{"found": "stolen"}, {"found": ""}, {"note": "ก" * 301}, {"day": ""}])
def test_a_look_that_cannot_be_read_is_not_stored(here, asks, hung, told):
    with here.speaks():
        one = hung()
    assert 400 <= asks().post(see(one), now(**told)).status_code < 500
    with here.speaks():
        assert one.sightings.count() == 1
