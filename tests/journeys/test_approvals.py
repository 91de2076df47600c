"""A matter is submitted, gets its opinions, and is approved: on screen and on paper, wide and on a telephone."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from bad_inputs.planted import saved
from guide_pictures import picture
from office_line import WORDS, add_approver
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.accounts.proved import PROVED
from prongsai.platform.agency.models import Standing
from prongsai.registers.approvals import services
from prongsai.registers.approvals.models import Submission

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])


@pytest.fixture
def line(office):
    """The office with its ปลัด, on the day of the story."""
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        office.approver = add_approver(office)
    return office


@pytest.fixture
def waiting(line) -> Submission:
    return submit(line, opinions=(Standing.HEAD, Standing.APPROVER), decides=Standing.EXECUTIVE)


def submit(office, *, opinions, decides) -> Submission:
    with office.speaks():
        officer = acting_as(office.accounts[Role.OFFICER])
        matter = services.add_matter(
            acting=officer, agency=office.agency.pk, subject="ขออนุมัติจัดซื้อโคมไฟถนน", unit=office.units["สำนักปลัด"],
            decides=decides, opinions=opinions,
        )  # fmt: skip
        return services.submit(acting=officer, kind="matter", thing=matter.pk, sentences=WORDS)


def approver_enters(visit, office, **options):
    """A window of the ปลัด."""
    visitor, client = visit(**options), Client()
    client.force_login(office.approver)
    session = client.session
    session[PROVED] = timezone.now().timestamp()
    session.save()
    visitor.context.add_cookies(
        [{"name": k, "value": m.value, "url": visitor.address} for k, m in client.cookies.items()]
    )
    return visitor


@BOTH
def test_a_matter_is_submitted_and_approved_on_screen(visit, line, scripts, width):
    seen = {"scripts": scripts, "width": width}
    page = visit(office=line, role=Role.OFFICER, **seen).opens("/office/approvals/")
    page.get_by_role("link", name="เสนอเรื่อง", exact=True).click()
    page.locator("[name=subject]").fill("ขออนุมัติจัดอบรม")
    page.get_by_label("เหตุผล").fill(WORDS.why)
    page.get_by_label("สาระสำคัญ").fill(WORDS.what)
    page.get_by_label("ข้อเสนอ").fill(WORDS.asks)
    page.locator("[name=opinions][value=approver]").check()
    page.get_by_role("button", name="เสนอ", exact=True).click()
    expect(page.locator("main")).to_contain_text("รอความเห็นของ")
    chief = approver_enters(visit, line, **seen).opens("/office/approvals/waiting/")
    expect(chief.locator("main")).to_contain_text(WORDS.asks)
    chief.get_by_role("link", name="เปิดดูและพิจารณา").click()
    chief.get_by_label("เห็นชอบ โดยมีข้อสังเกต").check()
    chief.locator("form[action$='/opinion/'] [name=text]").fill("ควรสอบราคาเพิ่ม")
    chief.get_by_role("button", name="ให้ความเห็นตามนี้").click()
    expect(chief.locator("main")).to_contain_text("ไม่มีเรื่องรอท่าน")
    head = visit(office=line, role=Role.EXECUTIVE, **seen).opens("/office/approvals/waiting/")
    head.get_by_role("link", name="เปิดดูและพิจารณา").click()
    expect(head.locator("main")).to_contain_text("ควรสอบราคาเพิ่ม")
    head.get_by_role("button", name="อนุมัติ", exact=True).click()
    expect(head.locator("main")).to_contain_text("อนุมัติแล้ว: ขออนุมัติจัดอบรม")


@BOTH
def test_an_approver_approves_on_paper(visit, line, scripts, width, tmp_path):
    waiting = submit(line, opinions=(), decides=Standing.APPROVER)
    photograph = tmp_path / "ลงนาม.jpg"
    photograph.write_bytes(saved("JPEG"))
    recorder = visit(office=line, role=Role.COORDINATOR, scripts=scripts, width=width)
    page = recorder.opens(waiting.get_absolute_url())
    memo = page.get_by_role("link", name="บันทึกข้อความ (PDF)").get_attribute("href")
    with pypdfium2.PdfDocument(recorder.context.request.get(recorder.address + memo).body()) as document:
        assert len(document) == 1
    page.get_by_role("link", name="บันทึกการลงนามในเอกสาร").click()
    page.locator("[name=verdict][value=approves]").check()
    page.locator("[name=signer]").select_option(str(line.approver.person_id))
    page.get_by_label("เลขที่เอกสาร").fill("ตย ๗๑๐๐๑/๑๕")
    page.locator("[name=day_day]").fill("๑๔ มี.ค. ๒๕๖๘")
    page.set_input_files("#id_scan_camera", photograph)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    main = page.locator("main")
    expect(main).to_contain_text("ตย ๗๑๐๐๑/๑๕")
    expect(main).to_contain_text("บันทึกย้อนหลัง")
    expect(page.get_by_role("link", name="ลงนาม.jpg")).to_be_visible()
    with line.speaks():
        done = Submission.objects.get(pk=waiting.pk)
        step = done.steps.get()
        assert (done.state, step.person, step.day) == ("approved", line.approver.person, date(2025, 3, 14))
        assert step.entered_by == f"user:{line.accounts[Role.COORDINATOR].pk}"


@BOTH
def test_nobody_approves_their_own(visit, line, scripts, width):
    with line.speaks():
        head = acting_as(line.accounts[Role.UNIT_HEAD])
        matter = services.add_matter(
            acting=head,
            agency=line.agency.pk,
            subject="เรื่องของหัวหน้า",
            unit=line.units["สำนักปลัด"],
            decides=Standing.HEAD,
        )
        own = services.submit(acting=head, kind="matter", thing=matter.pk, sentences=WORDS)
    page = visit(office=line, role=Role.UNIT_HEAD, scripts=scripts, width=width).opens(own.get_absolute_url())
    expect(page.get_by_role("button", name="อนุมัติ", exact=True)).to_have_count(0)
    expect(page.locator("main")).to_contain_text("ปลัดองค์การบริหารส่วนตำบล")


def test_the_rules_of_accessibility_find_nothing(visit, line, waiting, faults):
    visitors = [visit(office=line, role=role) for role in (Role.UNIT_HEAD, Role.COORDINATOR)]
    paths = ["", "?state=waiting", "new/", "waiting/", f"{waiting.pk}/", f"{waiting.pk}/on-paper/"]
    for visitor in visitors:
        for path in paths:
            page = visitor.opens(f"/office/approvals/{path}")
            assert (path, faults(page)) == (path, [])


def test_a_form_that_lacks_something_says_so(visit, line, waiting, axe):
    page = visit(office=line, role=Role.UNIT_HEAD, width=360).opens(waiting.get_absolute_url())
    page.get_by_label("ไม่เห็นชอบ").check()
    page.get_by_role("button", name="ให้ความเห็นตามนี้").click()
    expect(page.locator(".error").first).to_be_visible()
    assert axe(page) == []


def test_the_pages_of_the_user_guide(visit, line, waiting):
    page = visit(office=line, role=Role.UNIT_HEAD).opens("/office/approvals/waiting/")
    picture(page, "approvals-waiting", height=620)
    expect(page.locator("main")).to_contain_text(WORDS.asks)
    page = visit(office=line, role=Role.UNIT_HEAD).opens(waiting.get_absolute_url())
    picture(page, "approvals-answer", height=1250)
    expect(page.get_by_role("button", name="ให้ความเห็นตามนี้")).to_be_visible()
    page = visit(office=line, role=Role.COORDINATOR).opens(f"/office/approvals/{waiting.pk}/on-paper/")
    picture(page, "approvals-on-paper", height=1100)
    expect(page.get_by_label("เลขที่เอกสาร")).to_be_visible()
