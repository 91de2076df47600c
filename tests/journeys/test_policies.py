"""A policy from its draft to the public page: with scripts and without, wide and on a telephone."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from bad_inputs.planted import saved
from guide_pictures import picture
from office_line import add_approver
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import attach_files, made_here
from prongsai.registers.approvals import services as approvals
from prongsai.registers.approvals.models import Submission, Verdict
from prongsai.registers.policies import services
from prongsai.registers.policies.models import PolicyVersion
from prongsai.registers.policies.models.version import SIGNED_PAPER
from prongsai.registers.policies.services import PolicyKind, PolicyText

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
TITLE = "นโยบายไม่รับของขวัญ"


@pytest.fixture
def line(office):
    """The office with its ปลัด, on the day of the story."""
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        office.approver = add_approver(office)
    return office


@pytest.fixture
def in_force(line) -> PolicyVersion:
    with line.speaks():
        told = PolicyText(PolicyKind.POLICY, TITLE, line.units["สำนักปลัด"], "ไม่รับของขวัญทุกชนิด\nพบเห็นให้แจ้ง")
        day = date(2025, 3, 3)
        return services.add_existing(
            acting=acting_as(line.accounts[Role.OFFICER]), agency=line.agency.pk, told=told, signed=day, since=day,
            signer_post="นายกองค์การบริหารส่วนตำบล",
        )  # fmt: skip


def signed_copy_comes(line, version: PolicyVersion) -> None:
    with line.speaks():
        scan = [made_here(saved("JPEG"), "ลงนามแล้ว.jpg", Kind.JPEG)]
        attach_files(acting="test", agency=line.agency.pk, holder=SIGNED_PAPER, thing=version.pk, files=scan)


def whole_line_approves(line) -> None:
    with line.speaks():
        submission = Submission.objects.get()
        for user in (line.accounts[Role.UNIT_HEAD], line.approver):
            approvals.give_opinion(acting=acting_as(user), submission=submission, verdict=Verdict.AGREES)
        approvals.approve(acting=acting_as(line.accounts[Role.EXECUTIVE]), submission=submission)


@BOTH
def test_a_policy_is_written_submitted_signed_made_known_and_read_by_a_citizen(
    visit, line, scripts, width, tmp_path
):  # fmt: skip
    seen = {"scripts": scripts, "width": width}
    page = visit(office=line, role=Role.OFFICER, **seen).opens("/office/policies/")
    page.get_by_role("link", name="เริ่มร่าง").click()
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=text]").fill("ไม่รับของขวัญทุกชนิด\nพบเห็นให้แจ้งหัวหน้าสำนักปลัด")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("link", name="เสนอเพื่ออนุมัติ").click()
    page.locator("[name=why]").fill("ต้องมีนโยบายประจำปี")
    page.get_by_role("button", name="เสนอ", exact=True).click()
    expect(page.locator("main")).to_contain_text("รอความเห็นของ หัวหน้าสำนักปลัด")
    whole_line_approves(line)
    with line.speaks():
        version = PolicyVersion.objects.get()
    page.goto(f"{page.url.split('/office/')[0]}{version.get_absolute_url()}")
    page.get_by_role("link", name="บันทึกการลงนาม").click()
    photograph = tmp_path / "ลงนาม.jpg"
    photograph.write_bytes(saved("JPEG"))
    page.locator("[name=signer]").select_option(str(line.people[Role.EXECUTIVE].pk))
    page.locator("[name=signed_day]").fill("๑๔ มี.ค. ๒๕๖๘")
    page.set_input_files("#id_scan_camera", photograph)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("main")).to_contain_text("มีผลใช้บังคับ")
    page.locator("form[action$='/made-known/'] button").click()
    expect(page.locator("main")).to_contain_text("หนังสือ")
    citizen = visit(**seen).opens(f"/{line.agency.code}/policies/")
    citizen.get_by_role("link", name=TITLE).click()
    expect(citizen.locator("main")).to_contain_text("ไม่รับของขวัญทุกชนิด")


def test_the_rules_of_accessibility_find_nothing(visit, line, in_force, faults):
    staff = visit(office=line, role=Role.COORDINATOR)
    signed_copy_comes(line, in_force)
    with line.speaks():
        coordinator = acting_as(line.accounts[Role.COORDINATOR])
        draft = services.start_version(acting=coordinator, policy=in_force.policy)
    office = "/office/policies/"
    paths = [office, f"{office}new/", f"{office}in-force-before/", f"{office}import/", f"{office}{in_force.policy_id}/"]
    paths += [f"{office}versions/{draft.pk}/", f"{office}versions/{draft.pk}/edit/"]
    citizens = [f"/{line.agency.code}/policies/", f"/{line.agency.code}/policies/{in_force.policy_id}/"]
    for visitor, asked in ((staff, paths), (visit(), citizens)):
        for path in asked:
            page = visitor.opens(path)
            assert (path, faults(page)) == (path, [])


def test_the_pages_of_the_user_guide(visit, line, in_force):
    page = visit(office=line, role=Role.COORDINATOR).opens(in_force.policy.get_absolute_url())
    picture(page, "policies-in-force", height=1300)
    expect(page.locator("main")).to_contain_text("ยังไม่มีฉบับที่ลงนาม")
    expect(page.locator("main")).to_contain_text("ร่าง รอสำเนาที่ลงนาม")
    signed_copy_comes(line, in_force)
    page = visit().opens(f"/{line.agency.code}/policies/{in_force.policy_id}/")
    picture(page, "policies-public", height=760)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
