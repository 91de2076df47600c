"""The standing cast of the tests: twin agencies with the same names and numbers, one account for each role."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import transaction
from django.test import Client
from django.utils import timezone

from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.accounts.proved import PROVED
from prongsai.platform.accounts.separation import WITH_SECOND_FACTOR
from prongsai.platform.agency.models import Agency, Holding, Person, Post, Standing, Unit
from prongsai.platform.tenancy.speaker import speaking

PASSPHRASE = "ทางเดินริมคลองหลังฝน 2568"
CANARIES = {"nongkrachang": "กระจ่างใสแปดสอง", "thachaemchan": "แจ่มจันทร์สี่เก้า"}
"""A word in every text of an agency: found on the other one's page, it has leaked."""
if os.environ.get("PICTURES"):  # the user guide shows an office as it is, without a word planted in every name
    CANARIES = dict.fromkeys(CANARIES, "")

PEOPLE = {
    Role.OFFICER: ("นางสาว", "สุดา", "ตัวอย่างพร", "เจ้าพนักงานธุรการ", Standing.STAFF),
    Role.UNIT_HEAD: ("นางสาว", "วันเพ็ญ", "ตัวอย่างวงศ์", "หัวหน้าสำนักปลัด", Standing.HEAD),
    Role.COORDINATOR: ("นางสาว", "พิมพ์ใจ", "ตัวอย่างดี", "นักวิเคราะห์นโยบายและแผน", Standing.STAFF),
    Role.EXECUTIVE: ("นาย", "ประสงค์", "ตัวอย่างชัย", "นายกองค์การบริหารส่วนตำบล", Standing.EXECUTIVE),
    Role.AUDITOR: ("นาย", "เอกชัย", "ตัวอย่างเที่ยง", "นักวิชาการตรวจสอบภายใน", Standing.STAFF),
    Role.INVESTIGATOR: ("นางสาว", "กมลชนก", "ตัวอย่างธรรม", "นิติกร", Standing.STAFF),
}


@dataclass
class Office:
    """An agency with its units, its people and an account for each role."""

    agency: Agency
    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[Role, Person] = field(default_factory=dict)
    accounts: dict[Role, User] = field(default_factory=dict)

    @property
    def canary(self) -> str:
        return CANARIES[self.agency.code]

    @contextmanager
    def speaks(self) -> Iterator[None]:
        """Make and read rows of this office inside: a transaction of its own, since outside one nothing is said."""
        with transaction.atomic(), speaking(self.agency.pk, actor="test"):
            yield

    def enters(self, client: Client, role: Role) -> None:
        """Log the account of a role in, its passphrase just given: pages that ask for it again do not."""
        client.force_login(self.accounts[role])
        session = client.session
        session[PROVED] = timezone.now().timestamp()
        session.save()


def make_office(code: str, name: str) -> Office:
    """Make an agency with two units, a person in each role, the adviser and the kiosk."""
    agency = Agency.objects.create(code=code, name=f"{name} {CANARIES[code]}".strip(), short_name=name, kind="sao")
    office = Office(agency)
    with office.speaks():
        for order, unit in enumerate(("สำนักปลัด", "กองคลัง")):
            office.units[unit] = Unit.objects.create(agency=agency, name=unit, order=order)
        for role, told in PEOPLE.items():
            _employ(office, role, *told)
    for role in (Role.OVERSEER, Role.KIOSK, Role.SYSTEM_ADMIN):
        _enrol(office, role, None, is_kiosk=role is Role.KIOSK)
    return office


def make_twins() -> tuple[Office, Office]:
    """Make the two agencies: every login name, unit and number of the one is in the other too."""
    return (
        make_office("nongkrachang", "องค์การบริหารส่วนตำบลหนองกระจ่าง"),
        make_office("thachaemchan", "เทศบาลตำบลท่าแจ่มจันทร์"),
    )


def _employ(office: Office, role: Role, prefix: str, given: str, family: str, title: str, standing: Standing) -> None:
    unit = office.units["สำนักปลัด"]
    family = f"{family} {office.canary}".strip()
    person = Person.objects.create(agency=office.agency, prefix=prefix, given_name=given, family_name=family, unit=unit)
    post = Post.objects.create(agency=office.agency, unit=unit, title=title, standing=standing)
    Holding.objects.create(agency=office.agency, person=person, post=post, since=date(2024, 10, 1))
    office.people[role] = person
    _enrol(office, role, person)


def _enrol(office: Office, role: Role, person: Person | None, *, is_kiosk: bool = False) -> None:
    user = User.objects.create_account(
        role.value, agency=office.agency, password=PASSPHRASE, person=person, is_kiosk=is_kiosk
    )
    unit = office.units["สำนักปลัด"] if role in (Role.OFFICER, Role.UNIT_HEAD) else None
    with office.speaks():
        RoleGrant.objects.create(user=user, agency=office.agency, role=role, unit=unit)
    if role in WITH_SECOND_FACTOR:  # else every page sends it to where a second step is set up
        RecoveryCodes.activate(user)
    office.accounts[role] = user
