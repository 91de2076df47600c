"""Who stands in the line of approval beside the standing cast: a ปลัด with an account, and people who act for others."""

from __future__ import annotations

from datetime import date

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from cast import PASSPHRASE, Office
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.agency.models import Holding, HoldingKind, Person, Post, Standing
from prongsai.registers.approvals.services import Sentences

WORDS = Sentences("ตามที่โคมไฟชำรุด", "จัดซื้อโคมไฟจำนวน 12 ชุด", "จึงเรียนมาเพื่อโปรดอนุมัติ")
SINCE = date(2024, 10, 1)


def add_approver(office: Office) -> User:
    """Give an office its ปลัด, with an account that has the role of an executive. Called while it speaks."""
    unit = office.units["สำนักปลัด"]
    person = Person.objects.create(
        agency=office.agency, prefix="นาย", given_name="ธีรวัฒน์", family_name=f"ตัวอย่างกิจ {office.canary}", unit=unit
    )
    post = Post.objects.create(
        agency=office.agency, unit=unit, title="ปลัดองค์การบริหารส่วนตำบล", standing=Standing.APPROVER
    )
    Holding.objects.create(agency=office.agency, person=person, post=post, since=SINCE)
    user = User.objects.create_account("approver", agency=office.agency, password=PASSPHRASE, person=person)
    RoleGrant.objects.create(user=user, agency=office.agency, role=Role.EXECUTIVE)
    RecoveryCodes.activate(user)
    return user


def acts(office: Office, person: Person, standing: Standing, *, since: date, until: date | None = None) -> Holding:
    """Let a person do the work of a leading post in another's place, by an order. Called while the office speaks."""
    post = Post.objects.get(standing=standing)
    return Holding.objects.create(
        agency=office.agency, person=person, post=post, kind=HoldingKind.ACTING, since=since, until=until,
        order_reference="คำสั่ง ที่ 15/2568",
    )  # fmt: skip
