"""A new agency begins with one command: its usual units, and somebody who can get in and start."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.staff.services.opening import kind_by_name
from prongsai.platform.tenancy.speaker import speaking

NEW = "ต้นมะขามหลังโรงเรียนเก่า"
NAME = "องค์การบริหารส่วนตำบลดอนตัวอย่าง"


def opened(*told):
    out = StringIO()
    call_command("open_agency", *told, stdout=out)
    return out.getvalue()


def test_it_makes_the_usual_units_and_lets_the_first_person_in(db):
    told = opened("don", NAME, "สมใจ ตัวอย่างดี")
    agency = Agency.objects.get(code="don")
    assert (agency.kind, agency.short_name, agency.is_demo) == ("sao", "อบต.ดอนตัวอย่าง", False)
    with speaking(agency.pk, actor="test"):
        assert {"สำนักปลัด", "กองคลัง", "กองช่าง"} <= set(Unit.objects.values_list("name", flat=True))
        begins = User.objects.get(agency=agency)
        assert {grant.role for grant in begins.grants.all()} == {Role.COORDINATOR, Role.SYSTEM_ADMIN}
        assert str(begins.person) == "สมใจ ตัวอย่างดี"
    assert "/account/code/?agency=don&name=ita" in told
    code = re.search(r"\d{4} \d{4} \d{4} \d{4}", told)[0]
    sent = {"agency_code": "don", "login_name": "ita", "code": code, "passphrase": NEW, "again": NEW}
    browser = Client()
    assert browser.post("/account/code/", sent).headers["Location"] == "/account/login/?agency=don&name=ita"
    assert 'value="ita"' in browser.get("/account/login/?agency=don&name=ita").content.decode()


@pytest.mark.parametrize(
    ("code", "person"), [("Don", "สมใจ ดี"), ("don ", "สมใจ ดี"), ("don", "สมใจ"), ("don", ""), ("taken", "สมใจ ดี")]
)
def test_what_cannot_be_is_said_and_nothing_is_made(db, code, person):
    Agency.objects.create(code="taken", name="มีอยู่แล้ว", kind="other")
    with pytest.raises(CommandError):
        opened(code, NAME, person)
    assert Agency.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("เทศบาลเมืองตัวอย่าง", "town-municipality"),
        ("อบต.ตัวอย่าง", "sao"),
        ("เทศบาลตำบลตัวอย่าง", "subdistrict-municipality"),
        ("สำนักงานตัวอย่าง", "other"),
    ],
)
def test_the_kind_is_told_from_the_name(name, key):
    assert kind_by_name(name).key == key


def test_an_installation_without_an_agency_says_how_to_open_one(db):
    out = StringIO()
    call_command("demo_logins", stdout=out)
    assert "prongsai manage open_agency" in out.getvalue()
