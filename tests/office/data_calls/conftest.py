"""A running year, its units, and an officer of the other unit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from cast import PASSPHRASE, Office
from prongsai.office.data_calls.models import CalledItem, DataCall
from prongsai.office.data_calls.services import Asked, Brought, Letter, add_item, hand_in, make_call, set_owners
from prongsai.platform.accounts import sessions
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.agency.models import Person

TODAY, DUE = date(2025, 3, 17), date(2025, 3, 31)
FIGURES = ["จำนวนที่ตรวจ", "พบตามบัญชี", "ชำรุด"]


@pytest.fixture
def acting(here) -> Callable[..., Acting]:
    return lambda role=Role.COORDINATOR, by_link=False: acting_as(here.accounts[role], by_link=by_link)


@pytest.fixture
def asks(here) -> Callable[..., Client]:
    """A browser of somebody with a role, or of an account; `by_link`: who came by a personal link."""

    def enter(who: Role | User = Role.COORDINATOR, office: Office = here, *, by_link: bool = False) -> Client:
        client = Client(headers={"accept-language": "th"})
        if isinstance(who, User):
            client.force_login(who)
        else:
            office.enters(client, who)
        if by_link:
            session = client.session
            session[sessions.BY_LINK] = True
            session.save()
        return client

    return enter


@pytest.fixture
def employ_in(here) -> Callable[..., User]:
    """One more person of a unit, with an account."""

    def add(unit: str, name: str, role: Role = Role.OFFICER) -> User:
        with here.speaks():
            told = {"prefix": "นาย", "given_name": name, "family_name": "ตัวอย่างคง", "unit": here.units[unit]}
            person = Person.objects.create(agency=here.agency, **told)
            login = f"person-{person.pk}"
            user = User.objects.create_account(login, agency=here.agency, password=PASSPHRASE, person=person)
            RoleGrant.objects.create(user=user, agency=here.agency, role=role, unit=here.units[unit])
        return user

    return add


@pytest.fixture
def witthaya(employ_in) -> User:
    """The officer of กองคลัง who works from a telephone."""
    return employ_in("กองคลัง", "วิทยา")


@pytest.fixture
def letter() -> Callable[..., Letter]:
    return lambda **told: Letter(**{"title": "ขอข้อมูล ปี 2568", "sent": TODAY, "due": DUE} | told)


@pytest.fixture
def called(here, acting, year, letter) -> DataCall:
    """A call for O1 (สำนักปลัด) and O12 (กองคลัง)."""
    with here.speaks():
        owners = {"O1": here.units["สำนักปลัด"], "O12": here.units["กองคลัง"]}
        set_owners(acting=acting(), found=year, owners=owners)
        return make_call(acting=acting(), found=year, letter=letter(), codes=["O1", "O12"])


@pytest.fixture
def count_sheet(here, acting, called, witthaya) -> CalledItem:
    """The checking sheet with three numbers, asked of วิทยา."""
    with here.speaks():
        asked = Asked(title="ใบตรวจนับพัสดุครึ่งปี", owner=witthaya.person, due=DUE, figures=FIGURES)
        return add_item(acting=acting(), call=called, asked=asked)


@pytest.fixture
def brought() -> Callable[..., Brought]:
    return lambda **told: Brought(**({"words": "ส่งแล้ว"} | told))


@pytest.fixture
def handed_in(here, called, witthaya) -> CalledItem:
    """O12, handed in by the officer of the unit."""
    with here.speaks():
        item = CalledItem.objects.get(code="O12")
        hand_in(acting=acting_as(witthaya), item=item, brought=Brought(words="ส่งแล้ว", figures={"ก": Decimal(1)}))
        return CalledItem.objects.get(code="O12")
