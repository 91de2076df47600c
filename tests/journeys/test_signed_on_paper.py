"""The plan goes to the head of the agency on paper; the signed scan comes back to the plan it belongs to."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from bad_inputs.planted import saved
from plans_of_an_office import add, plan_for
from prongsai.office.measures.models import MeasurePlan
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.registers.approvals import services
from prongsai.registers.approvals.models import Submission, Verdict

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])


@pytest.fixture
def plan(office) -> MeasurePlan:
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        made = plan_for(office)
        add(office, made)
    return made


@BOTH
def test_the_scan_of_the_signed_memo_decides_the_plan_and_is_found_from_it(
    visit, office, axe, plan, scripts, width, tmp_path
):
    scan = tmp_path / "ลงนาม.jpg"
    scan.write_bytes(saved("JPEG"))
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/year/{plan.round_id}/measures/")
    page.get_by_role("link", name="เสนอเพื่ออนุมัติ").click()
    page.get_by_role("button", name="เสนอ", exact=True).click()
    expect(page.locator("main")).to_contain_text("รอความเห็นของ")
    with office.speaks():
        submission = Submission.objects.get()
        head = acting_as(office.accounts[Role.UNIT_HEAD])
        services.give_opinion(acting=head, submission=submission, verdict=Verdict.AGREES)
    page.reload()
    expect(page.get_by_role("link", name="บันทึกข้อความ (PDF)")).to_be_visible()
    page.get_by_role("link", name="บันทึกการลงนามในเอกสาร").click()
    page.locator("[name=verdict][value=approves]").check()
    page.locator("[name=signer]").select_option(str(office.accounts[Role.EXECUTIVE].person_id))
    page.get_by_label("เลขที่เอกสาร").fill("ตย ๗๑๐๐๑/๑๖")
    page.locator("[name=day_day]").fill("๑๔ มี.ค. ๒๕๖๘")
    page.set_input_files("#id_scan_camera", scan)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.goto(page.url.split("/office/")[0] + f"/office/year/{plan.round_id}/measures/")
    expect(page.locator("main")).to_contain_text("เห็นชอบแล้ว")
    expect(page.locator("main")).to_contain_text("14 มีนาคม 2568")
    assert axe(page) == []
    page.locator("th a[href*='/office/approvals/']").click()
    expect(page.get_by_role("link", name="ลงนาม.jpg")).to_be_visible()
