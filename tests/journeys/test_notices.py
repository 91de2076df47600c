"""Told, read, done, on a telephone: from the bell to the end, and what the coordinator and the administrator see."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from prongsai.platform.accounts.models import Role
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.models import LineAccount, Preference, Sending
from prongsai.platform.notices.services import notify

TOO_WIDE = "() => document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def told(office, settings):
    """An office with LINE set up, an officer with three notices, one letter that did not get through."""
    settings.MAIL_CONFIGURED = True
    officer = office.accounts[Role.OFFICER]
    with office.speaks():
        line = LineAccount(agency=office.agency, basic_id="@nongkrachang", on=True)
        line.secret, line.token = "secret", "token"
        line.save()
        officer.email = "officer@office.example"
        officer.save()
        Preference.objects.create(agency=office.agency, user=officer, by_mail=True)
        for subject, words in (
            ("ส่งภาพถ่ายการตรวจนับครุภัณฑ์", "แนบภาพถ่ายจุดติดตั้งสามภาพ\nหากไม่มีให้ระบุว่าไม่มี"),
            ("ติดตามครั้งที่ 2: รายงานการใช้จ่ายงบประมาณรอบ 6 เดือน", "ครบกำหนดเมื่อวันที่ 17 มีนาคม 2568"),
        ):
            link, due = Link("example-talks"), date(2025, 3, 20)
            notify(to=officer, kind="example.news", subject=subject, words=words, link=link, due=due, by="test")
        notify(to=officer, kind="example.sealed", by="test")
        Sending.objects.update(state="waiting", tries=2, trouble="server", not_before=timezone.now())


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_an_officer_reads_and_finishes_a_notice_on_a_telephone(visit, office, told, axe, scripts):
    page = visit(office=office, role=Role.OFFICER, width=360, scripts=scripts).opens("/design/")
    page.get_by_role("link", name="แจ้งเตือน ยังไม่ได้อ่าน 3 เรื่อง").click()
    assert axe(page) == []
    assert not page.evaluate(TOO_WIDE)
    page.get_by_role("link", name="ส่งภาพถ่ายการตรวจนับครุภัณฑ์").click()
    page.get_by_text("คัดลอกข้อความสำหรับไลน์").click()
    assert "ครบกำหนด: วันพฤหัสบดีที่ 20 มีนาคม 2568" in page.get_by_label("ข้อความสำหรับกลุ่มไลน์").input_value()
    assert axe(page) == []
    assert not page.evaluate(TOO_WIDE)
    page.get_by_role("button", name="ทำเครื่องหมายว่าเสร็จแล้ว").click()
    assert page.get_by_role("link", name="ส่งภาพถ่ายการตรวจนับครุภัณฑ์").count() == 0
    page.get_by_role("button", name="ทำเครื่องหมายว่าอ่านแล้วทั้งหมด").click()
    assert page.get_by_role("link", name="ยังไม่ได้อ่าน").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_an_officer_chooses_how_to_be_told(visit, office, told, axe, width):
    page = visit(office=office, role=Role.OFFICER, width=width).opens("/notices/wishes/")
    for name in ("", "เชื่อมไลน์ของฉัน", "สร้างที่อยู่"):
        if name:
            page.goto(page.url.split("/notices/")[0] + "/notices/wishes/")
            page.get_by_role("button", name=name).click()
        assert axe(page) == []
        assert not page.evaluate(TOO_WIDE)
    assert page.get_by_label("ที่อยู่ลับของปฏิทินของฉัน").input_value().endswith(".ics")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("role", "path"),
    [
        (Role.COORDINATOR, "/notices/outbox/"),
        (Role.COORDINATOR, "/notices/follow-up-days/"),
        (Role.SYSTEM_ADMIN, "/notices/line-account/"),
        (Role.AUDITOR, "/notices/"),
    ],
)
def test_the_pages_of_who_looks_after_it_are_whole(visit, office, told, axe, width, role, path):
    page = visit(office=office, role=role, width=width).opens(path)
    assert axe(page) == []
    assert not page.evaluate(TOO_WIDE)
