"""A step from the telephone of a unit to accepted proof, and the measure that is in force because of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from cast import Office
from guide_pictures import picture
from photographs import jpeg
from prongsai.office.evidence import services
from prongsai.office.evidence.models import NoteKind, Proof, StepTurn, TurnState
from prongsai.office.measures.models import Measure
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.demo.loading import load_demo
from running_plan import Running, begin_plan

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
PHOTOGRAPH = {"name": "ป้าย.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
TODAY = date(2025, 3, 17)
IN_THE_GUIDE = ("progress-list", "progress-evidence")


@pytest.fixture
def running(office) -> Running:
    office.agency.demo_today = TODAY
    office.agency.save()
    with office.speaks():
        return begin_plan(office)


@pytest.fixture
def given(office, running) -> Proof:
    """A proof of the officer, which waits."""
    officer = acting_as(office.accounts[Role.OFFICER])
    with office.speaks():
        turn = running.turn("จัดทำ")
        services.report_done(acting=officer, turn=turn, told=services.Reported(result="ติดป้ายครบ 5 จุด"))
        StepTurn.objects.filter(due__lt=TODAY, state=TurnState.OPEN).update(state=TurnState.NONE, happened=TODAY)
        services.add_note(
            acting=officer, cycle=running.cycle, kind=NoteKind.PROBLEM, words="ป้ายกลางแจ้งชำรุดเร็ว",
            unit=office.units["สำนักปลัด"],
        )  # fmt: skip
        return running.given(officer, turn=turn)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_unit_reports_a_step_by_its_link_in_three_presses(visit, office, axe, misfits, running, scripts):
    page = visit(office=office).opens("/links/")
    page.click(f"form[action*='/links/for/{office.accounts[Role.OFFICER].pk}/'] button")
    text = page.input_value("#line-text")
    mine = visit(width=360, height=740, scripts=scripts).page
    mine.goto(text[text.index("http") :])
    mine.click("main button")
    mine.wait_for_url("**/office/tasks/mine/")
    assert (axe(mine), misfits(mine)) == ([], [])
    mine.get_by_role("link", name="จัดทำและติดป้าย").click()  # one
    assert (axe(mine), misfits(mine)) == ([], [])
    mine.set_input_files("#id_files_camera", PHOTOGRAPH)  # two: the camera
    mine.locator("[name=result]").fill("ติดป้าย 5 จุด เมื่อวันที่ 10 มีนาคม 2568")
    if not scripts:
        picture(mine, "progress-turn", width=360, height=1500)
    mine.get_by_role("button", name="เสร็จแล้ว ส่ง").click()  # three
    mine.wait_for_url("**/office/tasks/mine/")
    expect(mine.get_by_text("ส่งแล้ว ขอบคุณ")).to_be_visible()
    with office.speaks():
        turn = running.turn("จัดทำ")
        assert (turn.state, turn.done_by) == ("done", f"link:{office.accounts[Role.OFFICER].pk}")
        assert Proof.objects.get().uses.get().turn == turn


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_sentence_that_repeats_the_step_is_asked_about_and_answered_on_the_telephone(
    visit, office, axe, running, scripts
):
    page = visit(office=office).opens("/links/")
    page.click(f"form[action*='/links/for/{office.accounts[Role.OFFICER].pk}/'] button")
    text = page.input_value("#line-text")
    mine = visit(width=360, height=740, scripts=scripts).page
    mine.goto(text[text.index("http") :])
    mine.click("main button")
    mine.get_by_role("link", name="จัดทำและติดป้าย").click()
    mine.set_input_files("#id_files_camera", PHOTOGRAPH)
    mine.locator("[name=result]").fill("จัดทำและติดป้ายประชาสัมพันธ์ที่จุดบริการ")
    mine.get_by_role("button", name="เสร็จแล้ว ส่ง").click()
    expect(mine.get_by_text("ดำเนินการเมื่อใด จำนวนเท่าใด ไฟล์อยู่ที่ใด")).to_be_visible()
    assert axe(mine) == []
    if not scripts:
        picture(mine, "progress-question", width=360, height=900)
    mine.get_by_role("link", name="ตอบหนึ่งประโยค").click()
    mine.locator("[name=answer]").fill("ติดเมื่อวันที่ 10 มีนาคม 5 จุด ภาพอยู่ในไฟล์ที่แนบ")
    assert axe(mine) == []
    mine.get_by_role("button", name="บันทึก").click()
    mine.wait_for_url("**/office/tasks/mine/")
    with office.speaks():
        assert "5 จุด" in Proof.objects.get().answer


@BOTH
def test_the_coordinator_accepts_the_proof_and_the_measure_is_in_force(
    visit, office, axe, misfits, running, given, scripts, width
):
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/year/{running.cycle.pk}/progress/")
    expect(page.locator("main")).to_contain_text("รอหลักฐาน")
    page.get_by_role("link", name="หลักฐาน", exact=True).click()
    page.get_by_role("link", name="ภาพถ่ายป้าย 5 จุด").click()
    assert (axe(page), misfits(page)) == ([], [])
    page.get_by_role("button", name="ตรวจรับ", exact=True).click()
    expect(page.get_by_text("ตรวจรับแล้ว").first).to_be_visible()
    page.goto(page.url.replace(page.url[page.url.index("/office") :], f"/office/year/{running.cycle.pk}/progress/"))
    page.get_by_role("link", name="M01").first.click()
    page.get_by_role("link", name="บันทึกสถานะและผลลัพธ์").click()
    page.get_by_label("ดำเนินการต่อเนื่อง").check()
    page.locator("[name=day_day]").fill("10 มีนาคม 2568")
    page.locator("[name=outcome]").fill("มีผู้สอบถามช่องทางร้องเรียนมากขึ้น")
    assert (axe(page), misfits(page)) == ([], [])
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("main")).to_contain_text("ดำเนินการต่อเนื่อง (มีหลักฐาน)")
    assert (axe(page), misfits(page)) == ([], [])


@BOTH
def test_what_came_by_line_is_recorded_for_its_unit(visit, office, axe, misfits, running, scripts, width):
    with office.speaks():
        turn = running.turn("ตรวจนับ", "กองคลัง")
    page = visit(office=office, scripts=scripts, width=width).opens(turn.get_absolute_url())
    page.get_by_role("link", name="บันทึกแทน").click()
    page.get_by_label("บันทึกแทน", exact=True).select_option(index=1)
    page.get_by_label("ไลน์").check()
    page.locator("[name=happened_day]").fill("14")
    page.locator("[name=result]").fill("ตรวจแล้ว 54 รายการ")
    assert (axe(page), misfits(page)) == ([], [])
    page.get_by_role("button", name="บันทึกว่าดำเนินการแล้ว").click()
    expect(page.locator("main")).to_contain_text("ได้รับทาง ไลน์")
    expect(page.locator("main")).to_contain_text("บันทึกย้อนหลัง")
    assert axe(page) == []


@BOTH
def test_a_problem_is_noted_and_left_out_of_the_report(visit, office, axe, misfits, running, given, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/year/{running.cycle.pk}/notes/")
    page.get_by_label("ข้อเสนอแนะ", exact=True).check()
    page.locator("[name=words]").fill("ควรใช้ป้ายกันแดด")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.get_by_text("ควรใช้ป้ายกันแดด").first).to_be_visible()
    assert (axe(page), misfits(page)) == ([], [])
    page.get_by_role("button", name="ไม่ใส่ในรายงาน ป้ายกลางแจ้ง").click()
    expect(page.get_by_role("button", name="นำไปใส่ในรายงาน ป้ายกลางแจ้ง")).to_be_visible()


def test_the_rules_of_accessibility_find_nothing(visit, office, faults, running, given):
    staff = visit(office=office)
    year, turn = f"/office/year/{running.cycle.pk}", given.uses.model.objects
    with office.speaks():
        other = running.turn("ตรวจนับ", "สำนักปลัด").get_absolute_url()
        assert turn.exists()
    measure, proof = running.measures[0].pk, given.pk
    for path in (
        f"{year}/progress/", f"{year}/progress/chart/", f"{year}/evidence/", f"{year}/evidence/new/",
        f"{year}/evidence/facts/", f"{year}/notes/", f"/office/year/measures/{measure}/progress/", other,
        f"{other}record-for/", f"{other}not-done/", f"/office/year/evidence/{proof}/",
        f"/office/year/evidence/{proof}/return/", f"/office/year/evidence/{proof}/change/",
    ):  # fmt: skip
        page = staff.opens(path)
        assert (path, faults(page)) == (path, [])


@pytest.fixture
def invented(transactional_db) -> Office:
    """The office of the demonstration, with what it has done until 17 March 2568."""
    agency, _twin = load_demo(force=True)
    for command in ("load_demo_year", "load_demo_measures", "load_demo_progress"):
        call_command(command, verbosity=0)
    return Office(agency, accounts={Role.COORDINATOR: User.objects.get(agency=agency, login_name="pimjai")})


@pytest.mark.parametrize("width", [360, 1000])
def test_the_year_of_the_invented_office_stands_on_its_pages(visit, axe, misfits, invented, width):
    with invented.speaks():
        year = Round.objects.get(fiscal_year=2568).pk
        third = Measure.objects.get(plan__round=year, number=3).pk
    staff = visit(office=invented, width=width)
    pages = {
        "progress-list": f"/office/year/{year}/progress/",
        "progress-chart": f"/office/year/{year}/progress/chart/",
        "progress-evidence": f"/office/year/{year}/evidence/",
        "progress-measure": f"/office/year/measures/{third}/progress/",
    }
    for name, path in pages.items():
        page = staff.opens(path)
        assert (path, axe(page), misfits(page)) == (path, [], [])
        if width > 360 and name in IN_THE_GUIDE:
            picture(page, name, height=1000)
    page = staff.opens(pages["progress-list"])
    expect(page.locator("tbody tr")).to_have_count(16)
    expect(page.locator("tbody tr", has_text="เกินกำหนด")).to_have_count(1)
