"""The first page: who decides today, which units there are."""

from __future__ import annotations

from datetime import date

from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Holding, HoldingKind, Post, Standing, Unit


def told(client) -> str:
    return client.get("/staff/").content.decode()


def test_it_names_who_decides_and_what_is_vacant(here, inside):
    page = told(inside())
    assert "ประสงค์" in page
    assert "ว่าง" in page.split("ผู้พิจารณาเห็นชอบ")[1][:200]


def test_who_acts_is_named_with_the_order(here, inside):
    with here.speaks():
        post = Post.objects.create(
            agency=here.agency, unit=here.units["กองคลัง"], title="ปลัด", standing=Standing.APPROVER
        )
        Holding.objects.create(
            agency=here.agency, person=here.people[Role.UNIT_HEAD], post=post, kind=HoldingKind.ACTING,
            since=date(2024, 10, 1), order_reference="คำสั่งที่ ๔๕/๒๕๖๘",
        )  # fmt: skip
    page = told(inside())
    assert "คำสั่งที่ ๔๕/๒๕๖๘" in page
    assert "รักษาราชการแทน" in page


def test_everybody_of_the_office_reads_and_two_change(here, inside):
    for role in (Role.OFFICER, Role.AUDITOR, Role.EXECUTIVE):
        assert "เพิ่มส่วนราชการ" not in told(inside(role))
    for role in (Role.COORDINATOR, Role.SYSTEM_ADMIN):
        assert "เพิ่มส่วนราชการ" in told(inside(role))


def test_closed_units_are_not_listed(here, inside):
    with here.speaks():
        Unit.objects.filter(name="กองคลัง").update(closed=date(2024, 1, 1))
    assert "กองคลัง" not in told(inside())
