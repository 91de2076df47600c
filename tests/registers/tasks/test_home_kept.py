"""The home page is kept until a deed in the agency: what people did shows at once, the rest is not asked again."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cast import Office, make_twins
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.latest import latest_deed
from prongsai.registers.tasks.services import Asked, give_task, hand_in

WARM = 14
"""So many questions a page may ask that nothing changed since: who asks, whose agency, the last deed, the bell."""


@pytest.fixture
def offices(transactional_db, settings):
    settings.HOME_KEPT_SECONDS = 300
    caches["home"].clear()
    for office in (twins := make_twins()):
        office.agency.demo_today = date(2025, 3, 17)
        office.agency.save()
    yield twins
    caches["home"].clear()


def client_of(office: Office, role: Role = Role.COORDINATOR, language: str = "th") -> Client:
    client = Client(headers={"accept-language": language})
    client.cookies["language"] = language
    office.enters(client, role)
    return client


def page_of(client: Client) -> str:
    return client.get(reverse("office-home")).content.decode()


def give(office: Office, title: str, unit: str = "สำนักปลัด"):
    by = acting_as(office.accounts[Role.COORDINATOR])
    asked = Asked(title=title, owner=office.units[unit], due=date(2025, 3, 18))
    with office.speaks():
        return give_task(acting=by, agency=office.agency, asked=asked)


def test_a_page_that_nothing_changed_since_is_not_asked_again(offices):
    client = client_of(offices[0])
    first = page_of(client)
    with CaptureQueriesContext(connection) as queries:
        assert page_of(client) == first
    assert len(queries) <= WARM


def test_what_somebody_did_shows_on_the_next_page(offices):
    office = offices[0]
    client, head = client_of(office), client_of(office, Role.EXECUTIVE)
    assert "ส่งรายงาน" not in page_of(client)
    page_of(head)
    task = give(office, "ส่งรายงาน")
    assert "ส่งรายงาน" in page_of(client)
    assert "งานที่ต้องทำ 1 เรื่อง" in page_of(head)
    with office.speaks():
        hand_in(acting=acting_as(office.accounts[Role.COORDINATOR]), task=task, proof="ส่งแล้ว")
    assert "ส่งรายงาน" not in page_of(client)


def test_nobody_gets_the_page_of_another_role_agency_language_or_day(offices):
    office, other = offices
    give(office, "ของหนองกระจ่าง", "กองคลัง")
    pages = {
        "coordinator": page_of(client_of(office)),
        "officer": page_of(client_of(office, Role.OFFICER)),
        "twin": page_of(client_of(other)),
        "english": page_of(client_of(office, language="en")),
    }
    assert {name for name, page in pages.items() if "ของหนองกระจ่าง" in page} == {"coordinator", "english"}
    assert "This month" in pages["english"]
    office.agency.demo_today = date(2025, 4, 17)
    office.agency.save()
    assert "17 เมษายน 2568" in page_of(client_of(office))


def test_a_deed_of_the_neighbour_is_no_reason_to_forget(offices):
    office, other = offices
    with office.speaks():
        before = latest_deed(office.agency)
    give(other, "ของท่าแจ่มจันทร์")
    with office.speaks():
        assert latest_deed(office.agency) == before
    give(office, "ของเรา")
    with office.speaks():
        assert latest_deed(office.agency) > before


def test_what_a_room_could_not_tell_is_not_kept(offices, monkeypatch):
    client = client_of(offices[0])
    from prongsai.registers.tasks.home_sources import HandedInThisYear  # noqa: PLC0415

    def breaks(*_args, **_told):
        raise RuntimeError("broken")

    with monkeypatch.context() as patch:
        patch.setattr(HandedInThisYear, "lines", breaks)
        assert "รายการนี้อาจไม่ครบ" in page_of(client)
    assert "รายการนี้อาจไม่ครบ" not in page_of(client)
