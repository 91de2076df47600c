"""Units and posts: added, changed, closed, never deleted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Holding, HoldingKind, Person, Post, Standing, Unit
from prongsai.platform.web.stale import version_of


def unit_of(here, name="กองคลัง") -> Unit:
    with here.speaks():
        return Unit.objects.get(name=name)


def seen(row, *fields: str) -> str:
    return version_of(row, fields)


def test_a_unit_is_added(here, inside):
    answer = inside().post("/staff/units/new/", {"name": "กองช่าง", "short_name": "", "order": "๓"})
    assert answer.headers["Location"] == "/staff/"
    assert unit_of(here, "กองช่าง").order == 3
    assert lines_of(here)[-1].action == "staff.unit_added"


def test_units_that_offices_of_this_kind_have_are_suggested(here, inside):
    page = inside().get("/staff/units/new/").content.decode()
    assert "กองช่าง" in page
    assert "สำนักปลัด ·" not in page


@pytest.mark.parametrize("name", ["", "กองคลัง", "กอง\u202eลับ", "กอง😀", "ก" * 201])
def test_names_that_cannot_be_are_refused(here, inside, name):
    answer = inside().post("/staff/units/new/", {"name": name, "order": "1"})
    assert answer.status_code in (200, 409)
    assert "โปรดแก้ไข" in answer.content.decode()
    with here.speaks():
        assert Unit.objects.count() == 2


def test_two_agencies_may_have_a_unit_of_one_name(here, there, inside):
    inside().post("/staff/units/new/", {"name": "กองช่าง", "order": "1"})
    assert inside(office=there).post("/staff/units/new/", {"name": "กองช่าง", "order": "1"}).status_code == 302


def test_a_unit_is_renamed_and_its_history_shows(here, inside):
    unit = unit_of(here)
    sent = {"name": "กองการเงิน", "short_name": "", "order": "1", "seen": seen(unit, "name", "short_name", "order")}
    assert inside().post(f"/staff/units/{unit.pk}/edit/", sent).status_code == 302
    page = inside().get(f"/staff/units/{unit.pk}/").content.decode()
    assert "จาก “กองคลัง” เป็น “กองการเงิน”" in page


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(here, inside):
    unit = unit_of(here)
    old = seen(unit, "name", "short_name", "order")
    sent = {"name": "กองการเงิน", "short_name": "", "order": "1", "seen": old}
    inside().post(f"/staff/units/{unit.pk}/edit/", sent)
    answer = inside().post(f"/staff/units/{unit.pk}/edit/", {**sent, "name": "กองพัสดุ"})
    assert answer.status_code == 409
    assert {"กองการเงิน", "กองพัสดุ"} <= set(answer.content.decode().replace("<", ">").split(">"))
    assert unit_of(here, "กองการเงิน").pk == unit.pk


def test_a_form_without_the_mark_of_what_it_saw_is_refused(here, inside):
    unit = unit_of(here)
    answer = inside().post(f"/staff/units/{unit.pk}/edit/", {"name": "กองพัสดุ", "order": "1"})
    assert answer.status_code == 400


def test_fields_that_were_not_asked_for_are_ignored(here, there, inside):
    inside().post(
        "/staff/units/new/",
        {"name": "กองช่าง", "order": "1", "agency": there.agency.pk, "closed": "2020-01-01"},
    )
    unit = unit_of(here, "กองช่าง")
    assert (unit.agency_id, unit.closed) == (here.agency.pk, None)


def test_a_unit_with_people_is_not_closed(here, inside):
    unit = unit_of(here, "สำนักปลัด")
    answer = inside().post(f"/staff/units/{unit.pk}/close/", {"day": "2025-10-01"})
    assert answer.status_code == 409
    assert "ยังมีบุคลากร 6 คน" in answer.content.decode()


def test_an_empty_unit_is_closed_and_still_found(here, inside):
    unit = unit_of(here)
    assert inside().post(f"/staff/units/{unit.pk}/close/", {"day": "2025-10-01"}).status_code == 302
    assert unit_of(here).closed == date(2025, 10, 1)
    assert inside().get(f"/staff/units/{unit.pk}/").status_code == 200
    assert inside().post(f"/staff/units/{unit.pk}/close/", {"day": "2025-11-01"}).status_code == 409


def test_a_post_is_added_and_stands_vacant(here, inside):
    unit = unit_of(here)
    inside().post(f"/staff/units/{unit.pk}/posts/new/", {"title": "ผู้อำนวยการ", "standing": "head", "order": "0"})
    with here.speaks():
        post = Post.objects.get(title="ผู้อำนวยการ")
        assert (post.standing, post.unit_id) == (Standing.HEAD, unit.pk)
    assert "ว่าง" in inside().get(f"/staff/posts/{post.pk}/").content.decode()


def test_a_post_cannot_have_a_standing_that_is_none(here, inside):
    unit = unit_of(here)
    answer = inside().post(f"/staff/units/{unit.pk}/posts/new/", {"title": "ก", "standing": "king", "order": "0"})
    assert answer.status_code == 200
    with here.speaks():
        assert not Post.objects.filter(title="ก").exists()


def post_of(here, role: Role) -> Post:
    with here.speaks():
        return Post.objects.select_related("unit").get(holdings__person=here.people[role])


def change(inside, post: Post, role: Role = Role.COORDINATOR, **facts):
    sent = {"title": post.title, "standing": post.standing, "order": post.order, **facts}
    mark = seen(post, "title", "standing", "order")
    return inside(role).post(f"/staff/posts/{post.pk}/edit/", {**sent, "seen": mark})


def test_a_post_is_changed(here, inside):
    post = post_of(here, Role.OFFICER)
    assert change(inside, post, title="เจ้าพนักงานธุรการอาวุโส").status_code == 302
    assert post_of(here, Role.OFFICER).title == "เจ้าพนักงานธุรการอาวุโส"


def test_nobody_raises_ones_own_post(here, inside):
    post = post_of(here, Role.COORDINATOR)
    answer = change(inside, post, standing="approver")
    assert answer.status_code == 409
    assert "ตำแหน่งตนเอง" in answer.content.decode()
    assert post_of(here, Role.COORDINATOR).standing == Standing.STAFF


@pytest.mark.parametrize(
    "kind", [HoldingKind.SUBSTANTIVE, HoldingKind.ACTING], ids=["begins tomorrow", "behind who acts"]
)
def test_a_post_is_ones_own_before_it_begins_and_while_another_acts(here, inside, kind):
    post = post_of(here, Role.COORDINATOR)
    with here.speaks():
        if kind == HoldingKind.SUBSTANTIVE:
            post.holdings.update(since=date.today() + timedelta(days=1))
        else:
            told = {"agency": here.agency, "person": here.people[Role.OFFICER], "since": date(2025, 1, 1)}
            Holding.objects.create(post=post, kind=kind, order_reference="ตย ๑/๒๕๖๘", **told)
    assert change(inside, post, standing="executive").status_code == 409
    assert post_of(here, Role.COORDINATOR).standing == Standing.STAFF


def test_somebody_else_may_raise_it(here, inside):
    post = post_of(here, Role.COORDINATOR)
    assert change(inside, post, Role.SYSTEM_ADMIN, standing="head").status_code == 302


def test_a_post_that_is_held_is_not_closed_and_a_vacant_one_is(here, inside):
    post = post_of(here, Role.OFFICER)
    assert inside().post(f"/staff/posts/{post.pk}/close/", {"day": "2025-10-01"}).status_code == 409
    with here.speaks():
        post.holdings.update(until=date(2025, 9, 30))
    assert inside().post(f"/staff/posts/{post.pk}/close/", {"day": "2025-10-01"}).status_code == 302
    assert lines_of(here)[-1].action == "staff.post_closed"


def test_the_facts_of_the_agency_are_changed(here, inside):
    client = inside()
    page = client.get("/staff/agency/").content.decode()
    mark = page.split('name="seen" value="')[1].split('"')[0]
    facts = {"name": f"อบต.หนองกระจ่าง {here.canary}", "kind": "pao", "letter_prefix": "ตย ๗๑๐๐๑/", "seen": mark}
    assert client.post("/staff/agency/", facts).status_code == 302
    here.agency.refresh_from_db()
    assert (here.agency.kind, here.agency.letter_prefix) == ("pao", "ตย ๗๑๐๐๑/")


def test_an_unknown_kind_of_agency_is_refused(here, inside):
    client = inside()
    mark = client.get("/staff/agency/").content.decode().split('name="seen" value="')[1].split('"')[0]
    assert client.post("/staff/agency/", {"name": "ก", "kind": "castle", "seen": mark}).status_code == 200
    here.agency.refresh_from_db()
    assert here.agency.kind == "sao"


def test_people_and_posts_of_the_twin_are_not_there(here, there, inside):
    with there.speaks():
        theirs = Person.objects.first(), Post.objects.first(), Unit.objects.first()
    kinds = ("people", "posts", "units")
    addresses = [f"/staff/{kind}/{row.pk}/" for kind, row in zip(kinds, theirs, strict=True)]
    assert {inside().get(address).status_code for address in addresses} == {404}
