"""People: added, found, changed, put into posts."""

from __future__ import annotations

from datetime import date

import pytest

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.line import holder_of
from prongsai.platform.agency.models import Holding, Person, Post, Standing
from prongsai.platform.web.stale import version_of


@pytest.fixture
def new(here):
    return {"given_name": "อารีย์", "family_name": "ตัวอย่างสุข", "prefix": "นาง", "unit": here.units["กองคลัง"].pk}


def named(here, name: str) -> Person:
    with here.speaks():
        return Person.objects.get(given_name=name)


def test_a_person_is_added(here, inside, new):
    assert inside().post("/staff/people/new/", new).headers["Location"] == "/staff/people/"
    found = named(here, "อารีย์")
    assert found.full_name == "นางอารีย์ ตัวอย่างสุข"
    assert lines_of(here)[-1].action == "staff.person_added"


def test_the_same_form_sent_twice_adds_one(here, inside, new):
    client = inside()
    key = client.get("/staff/people/new/").content.decode().split('name="once" value="')[1].split('"')[0]
    answers = [client.post("/staff/people/new/", {**new, "once": key}) for _ in range(2)]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert named(here, "อารีย์")


def test_a_second_one_of_the_name_is_asked_about(here, inside, new):
    client = inside()
    client.post("/staff/people/new/", new)
    assert "มีบุคลากรชื่อนี้อยู่แล้ว" in client.post("/staff/people/new/", new).content.decode()
    assert client.post("/staff/people/new/", {**new, "namesake": "on"}).status_code == 302
    with here.speaks():
        assert Person.objects.filter(given_name="อารีย์").count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"given_name": ""},
        {"given_name": "\u200b"},
        {"given_name": "อา\u202eรีย์"},
        {"family_name": "ก" * 101},
        {"family_name": "😀"},
        {"email": "no address"},
        {"since_day": "31", "since_month": "2", "since_year": "2567"},
        {"unit": "999999"},
        {"unit": "1;2"},
    ],
)
def test_wrong_facts_are_refused_beside_their_field(here, inside, new, wrong):
    answer = inside().post("/staff/people/new/", {**new, **wrong})
    assert answer.status_code == 200
    assert "โปรดแก้ไข" in answer.content.decode()
    with here.speaks():
        assert Person.objects.count() == 6


def test_a_unit_of_another_agency_cannot_be_chosen(here, there, inside, new):
    answer = inside().post("/staff/people/new/", {**new, "unit": there.units["กองคลัง"].pk})
    assert answer.status_code == 200
    with here.speaks():
        assert not Person.objects.filter(given_name="อารีย์").exists()


def test_text_is_shown_as_text(here, inside, new):
    inside().post("/staff/people/new/", {**new, "given_name": "<script>alert(1)</script>", "employment": "{{7*7}}"})
    page = inside().get("/staff/people/").content.decode()
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_a_field_sent_twice_is_refused(here, inside, new):
    assert inside().post("/staff/people/new/", {**new, "given_name": ["ก", "ข"]}).status_code == 400


@pytest.mark.parametrize(
    ("sought", "found"),
    [("พิมพ์ใจ", 1), ("ตัวอย่าง", 6), ("พิมพ์ใจ ตัวอย่างดี", 1), ("%", 0), ("_", 0), ("'; DROP", 0), ("", 6)],
)
def test_people_are_found_by_what_is_typed(here, inside, sought, found):
    page = inside().get("/staff/people/", {"q": sought}).content.decode()
    assert page.count('<th scope="row">') == found


def test_people_of_a_unit_and_those_who_left_are_listed(here, inside):
    with here.speaks():
        Person.objects.filter(given_name="สุดา").update(left=date(2024, 1, 1), unit=here.units["กองคลัง"])
    client = inside()
    assert "สุดา" not in client.get("/staff/people/").content.decode()
    assert "สุดา" in client.get("/staff/people/?gone=1").content.decode()
    unit = here.units["กองคลัง"].pk
    assert client.get("/staff/people/", {"unit": unit}).content.decode().count('<th scope="row">') == 0
    assert client.get("/staff/people/", {"unit": "9e99"}).status_code == 200


def test_names_stand_in_the_order_of_a_thai_dictionary(here, inside, new):
    inside().post("/staff/people/new/", {**new, "given_name": "เกศ"})
    inside().post("/staff/people/new/", {**new, "given_name": "กาญจนา"})
    page = inside().get("/staff/people/").content.decode()
    assert page.index("กมลชนก") < page.index("กาญจนา") < page.index("เกศ") < page.index("ประสงค์")


def test_a_person_is_changed(here, inside):
    person = named(here, "สุดา")
    fields = ("prefix", "given_name", "family_name", "unit", "employment", "email", "since")
    with here.speaks():
        mark = version_of(Person.objects.select_related("unit").get(pk=person.pk), fields)
    sent = {"prefix": "นาง", "given_name": "สุดา", "family_name": "ตัวอย่างใหม่", "unit": person.unit_id, "seen": mark}
    assert inside().post(f"/staff/people/{person.pk}/edit/", sent).status_code == 302
    assert named(here, "สุดา").full_name == "นางสุดา ตัวอย่างใหม่"


def test_the_page_says_who_approves_the_work(here, inside):
    page = inside().get(f"/staff/people/{here.people[Role.OFFICER].pk}/").content.decode()
    line = page.split("ผู้พิจารณาตามลำดับ")[1][:400]
    assert line.index("หัวหน้าสำนักปลัด") < line.index("นายกองค์การบริหารส่วนตำบล")


# Posts


@pytest.fixture
def vacant(here) -> Post:
    with here.speaks():
        return Post.objects.create(
            agency=here.agency, unit=here.units["กองคลัง"], title="ผู้อำนวยการกองคลัง", standing=Standing.HEAD
        )


def put(inside, person: Person, post: Post, role: Role = Role.COORDINATOR, **more):
    sent = {"post": post.pk, "kind": "substantive", "since": "2025-03-01", **more}
    return inside(role).post(f"/staff/people/{person.pk}/post/", sent)


def test_somebody_is_put_into_a_vacant_post(here, inside, vacant):
    person = here.people[Role.OFFICER]
    assert put(inside, person, vacant).status_code == 302
    with here.speaks():
        assert holder_of(vacant, date(2025, 3, 1)).person == person
    assert lines_of(here)[-1].action == "staff.holding_begun"


def test_acting_needs_an_order(here, inside, vacant):
    person = here.people[Role.OFFICER]
    answer = put(inside, person, vacant, kind="acting")
    assert "การรักษาราชการแทนต้องมีคำสั่ง" in answer.content.decode()
    assert put(inside, person, vacant, kind="acting", order_reference="คำสั่งที่ 45/2568").status_code == 302
    with here.speaks():
        assert holder_of(vacant, date(2025, 3, 1)).order_reference == "คำสั่งที่ 45/2568"


def test_a_second_holder_is_refused_and_one_who_follows_is_not(here, inside, vacant):
    put(inside, here.people[Role.OFFICER], vacant, until="2025-03-31")
    other = here.people[Role.INVESTIGATOR]
    assert put(inside, other, vacant, since="2025-03-31").status_code == 409
    assert put(inside, other, vacant, since="2025-04-01").status_code == 302


def test_one_person_holds_two_posts(here, inside, vacant):
    person = here.people[Role.UNIT_HEAD]
    assert put(inside, person, vacant).status_code == 302
    with here.speaks():
        assert Holding.objects.filter(person=person).count() == 2
    assert put(inside, person, vacant).status_code == 409


def test_nobody_puts_oneself_into_a_leading_post(here, inside, vacant):
    myself = here.people[Role.COORDINATOR]
    answer = put(inside, myself, vacant, kind="acting", order_reference="คำสั่งที่ 1/2568")
    assert answer.status_code == 409
    assert "ตนเอง" in answer.content.decode()
    with here.speaks():
        assert holder_of(vacant, date(2025, 3, 1)) is None


@pytest.mark.parametrize("until", ["2025-02-28", "2025-02-30"])
def test_an_end_before_the_beginning_or_on_no_day_is_refused(here, inside, vacant, until):
    assert put(inside, here.people[Role.OFFICER], vacant, until=until).status_code == 200
    with here.speaks():
        assert not Holding.objects.filter(post=vacant).exists()


def test_a_closed_post_takes_nobody(here, inside, vacant):
    with here.speaks():
        Post.objects.filter(pk=vacant.pk).update(closed=date(2026, 1, 1))
    assert put(inside, here.people[Role.OFFICER], vacant, since="2026-02-01").status_code in (200, 409)


def test_a_holding_is_ended(here, inside):
    with here.speaks():
        holding = here.people[Role.OFFICER].holdings.get()
    address = f"/staff/holdings/{holding.pk}/end/"
    assert inside().post(address, {"until": "2024-09-30"}).status_code == 409
    assert inside().post(address, {"until": "2025-03-31"}).status_code == 302
    with here.speaks():
        assert Holding.objects.get(pk=holding.pk).until == date(2025, 3, 31)
