"""Story 2: units are followed up without a call. One press asks all, an officer answers by link, one is recorded."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from cast import PASSPHRASE
from guide_pictures import picture
from photographs import jpeg
from prongsai.office.data_calls.models import CalledItem, DataCall, HandIn
from prongsai.office.data_calls.services import Asked, Letter, add_item, hand_in, make_call, return_item, set_owners
from prongsai.office.data_calls.services.handing_in import Brought
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.agency.models import Holding, Person, Post, Standing, Unit

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
PHOTOGRAPH = {"name": "ใบตรวจนับ.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
TODAY, DUE = date(2025, 3, 17), date(2025, 3, 31)
FIGURES = ["จำนวนที่ตรวจ", "พบตามบัญชี", "ชำรุด"]
OWNERS = {"O1": "สำนักปลัด", "O12": "กองคลัง", "O13": "กองคลัง"}


@pytest.fixture
def year(office) -> Round:
    """The running year, and a third unit whose director never logs in."""
    office.agency.demo_today = TODAY
    office.agency.save()
    with office.speaks():
        unit = Unit.objects.create(agency=office.agency, name="กองช่าง", order=3)
        office.units["กองช่าง"] = unit
        sombun = employ(office, "สมบูรณ์", unit)
        post = Post.objects.create(agency=office.agency, unit=unit, title="ผู้อำนวยการกองช่าง", standing=Standing.HEAD)
        Holding.objects.create(agency=office.agency, person=sombun, post=post, since=date(2024, 10, 1))
        return ensure_round(acting=coordinator(office), agency=office.agency, fiscal_year=2568)


@pytest.fixture
def witthaya(office, year) -> User:
    """Works from a telephone."""
    with office.speaks():
        unit = office.units["กองคลัง"]
        user = User.objects.create_account(
            "witthaya", agency=office.agency, password=PASSPHRASE, person=employ(office, "วิทยา", unit)
        )
        RoleGrant.objects.create(user=user, agency=office.agency, role=Role.OFFICER, unit=unit)
    return user


@pytest.fixture
def called(office, year, witthaya) -> DataCall:
    """A call to two units, the checking sheet asked of วิทยา and of กองช่าง."""
    acting = coordinator(office)
    with office.speaks():
        set_owners(acting=acting, found=year, owners={code: office.units[unit] for code, unit in OWNERS.items()})
        letter = Letter(title="ขอข้อมูลประกอบการประเมิน ITA ปี 2568", sent=TODAY, due=DUE, contact="พิมพ์ใจ 0-0000-1100")
        made = make_call(acting=acting, found=year, letter=letter, codes=list(OWNERS))
        for owner in (witthaya.person, office.units["กองช่าง"]):
            asked = Asked(title="ใบตรวจนับพัสดุครึ่งปี", owner=owner, due=DUE, figures=FIGURES)
            add_item(acting=acting, call=made, asked=asked)
    return made


def employ(office, name: str, unit: Unit) -> Person:
    told = {"prefix": "นาย", "given_name": name, "family_name": "ตัวอย่างคง", "unit": unit}
    return Person.objects.create(agency=office.agency, **told)


def coordinator(office):
    return acting_as(office.accounts[Role.COORDINATOR])


@BOTH
def test_one_press_makes_the_memos_and_the_texts_of_all_units(visit, office, axe, misfits, year, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/year/{year.pk}/calls/")
    page.get_by_role("link", name="ใครส่งข้อไหน").click()
    page.get_by_label("O1 โครงสร้างและอำนาจหน้าที่").select_option(label="กองช่าง")
    assert (axe(page), misfits(page)) == ([], [])
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("link", name="ขอข้อมูลทุกส่วนราชการ").click()
    assert (axe(page), misfits(page)) == ([], [])
    page.get_by_role("button", name="ขอข้อมูลทุกส่วนราชการ").click()
    expect(page.get_by_text("ขอข้อมูลและแจ้งส่วนราชการแล้ว")).to_be_visible()
    for unit in ("สำนักปลัด", "กองคลัง", "กองช่าง"):
        expect(page.get_by_role("heading", name=unit, exact=True)).to_be_visible()
    text = page.get_by_label("ข้อความสำหรับไลน์: กองช่าง").input_value()
    assert text.startswith("เรียน กองช่าง")
    assert "• ข้อ O1 โครงสร้างและอำนาจหน้าที่" in text
    with page.expect_download() as paper:
        page.get_by_role("link", name="บันทึกข้อความ Word กองช่าง").click()
    assert paper.value.suggested_filename.endswith(".docx")
    example = page.locator("details", has=page.get_by_text("ตัวอย่างข้อ O1", exact=True))
    example.locator("summary").click()
    expect(example.get_by_text("ตัวอย่าง ข้อมูลสมมุติเพื่อการสาธิต")).to_be_visible()
    assert (axe(page), misfits(page)) == ([], [])


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_three_presses_on_a_telephone_hand_in_a_photograph_and_three_numbers(
    visit, office, axe, misfits, witthaya, called, scripts
):
    page = visit(office=office).opens("/links/")
    page.click(f"form[action*='/links/for/{witthaya.pk}/'] button")
    text = page.input_value("#line-text")
    mine = visit(width=360, height=740, scripts=scripts).page
    mine.goto(text[text.index("http") :])
    mine.click("main button")
    mine.wait_for_url("**/office/tasks/mine/")
    expect(mine.get_by_role("link", name="โครงสร้างและอำนาจหน้าที่")).to_have_count(0)
    mine.get_by_role("link", name="ใบตรวจนับพัสดุครึ่งปี").click()  # the first press
    assert (axe(mine), misfits(mine)) == ([], [])
    mine.set_input_files("#id_files_camera", PHOTOGRAPH)  # the second
    for words, number in zip(FIGURES, ("๔๑๒", "๒๖๘", "๖"), strict=True):
        mine.get_by_label(words).fill(number)
    if not scripts:
        picture(mine, "data-calls-hand-in", width=360, height=1150)
    mine.get_by_role("button", name="เสร็จแล้ว ส่ง").click()  # the third
    mine.wait_for_url("**/office/tasks/mine/")
    expect(mine.get_by_text("ส่งแล้ว ขอบคุณ")).to_be_visible()
    expect(mine.get_by_role("link", name="ใบตรวจนับพัสดุครึ่งปี")).to_have_count(0)
    with office.speaks():
        made = HandIn.objects.get()
        assert [number for _words, number in made.figures] == ["412", "268", "6"]
        assert CalledItem.objects.get(pk=made.item_id).state == "handed-in"


@BOTH
def test_what_came_in_the_chat_is_recorded_for_who_sent_it(visit, office, axe, misfits, called, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/year/{called.round_id}/calls/")
    page.get_by_role("link", name="กองช่าง").first.click()
    page.locator("#items ~ * a", has_text="ใบตรวจนับพัสดุครึ่งปี").first.click()
    page.get_by_role("link", name="บันทึกแทน").click()
    expect(page.get_by_label("บันทึกแทน")).to_have_value(str(office_head(office).pk))
    page.get_by_label("ไลน์").check()
    page.locator("[name=received_day]").fill("14")
    for number, value in enumerate(("120", "118", "2")):
        page.locator(f"[name=figure{number}]").fill(value)
    page.set_input_files("#id_files", PHOTOGRAPH)
    assert (axe(page), misfits(page)) == ([], [])
    page.get_by_role("button", name="บันทึก", exact=True).click()
    main = page.locator("main")
    expect(main).to_contain_text("สมบูรณ์")
    expect(main).to_contain_text("ได้รับทาง ไลน์")
    expect(main).to_contain_text("บันทึกย้อนหลัง")
    picture(page, "data-calls-recorded", height=1000)
    page.get_by_role("button", name="รับไว้").click()
    expect(main).to_contain_text("รับไว้แล้ว")
    assert (axe(page), misfits(page)) == ([], [])


@BOTH
def test_a_unit_is_followed_up_and_the_words_are_kept(visit, office, axe, misfits, called, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/year/{called.round_id}/calls/")
    page.get_by_role("link", name="ติดตาม กองช่าง").click()
    expect(page.get_by_role("heading", name="ติดตามครั้งที่ 1", exact=True)).to_be_visible()
    assert (axe(page), misfits(page)) == ([], [])
    page.get_by_role("button", name="ส่งข้อความติดตามครั้งที่ 1 แล้ว").click()
    expect(page.locator("main")).to_contain_text("1 ครั้ง (17 มี.ค. 68)")


def office_head(office) -> Person:
    with office.speaks():
        return Person.objects.get(given_name="สมบูรณ์")


def test_the_rules_of_accessibility_find_nothing(visit, office, faults, witthaya, called):
    with office.speaks():
        came = CalledItem.objects.get(code="O12")
        hand_in(acting=acting_as(witthaya), item=came, brought=Brought(words="ส่งรายการแล้ว", link="https://a.example/"))
        return_item(acting=coordinator(office), item=came, because="ยังขาดเดือนธันวาคม")
        addressee = came.addressee_id
    year, item = called.round_id, came.pk
    pages = {
        "overview": f"{year}/calls/", "late": f"{year}/calls/?state=owed", "owners": f"{year}/calls/owners/",
        "new": f"{year}/calls/new/", "call": f"calls/{called.pk}/", "change": f"calls/{called.pk}/change/",
        "add": f"calls/{called.pk}/add/", "remind": f"calls/remind/{addressee}/", "item": f"calls/items/{item}/",
        "record": f"calls/items/{item}/record-for/", "move": f"calls/items/{item}/move/",
    }  # fmt: skip
    staff, head = visit(office=office), visit(office=office, role=Role.UNIT_HEAD)
    for name, path in (*pages.items(), ("part", pages["overview"])):
        page = (head if name == "part" else staff).opens(f"/office/year/{path}")
        assert (name, faults(page)) == (name, [])


def test_the_pages_of_the_user_guide(visit, office, called):
    staff = visit(office=office)
    page = staff.opens(f"/office/year/{called.round_id}/calls/")
    picture(page, "data-calls-overview", height=1050)
    expect(page.get_by_role("link", name="ขอข้อมูลทุกส่วนราชการ")).to_be_visible()
    page = staff.opens(called.get_absolute_url())
    picture(page, "data-calls-call", height=1200)
    expect(page.get_by_label("ข้อความสำหรับไลน์: กองคลัง")).to_be_visible()
    page = staff.opens(f"/office/year/{called.round_id}/calls/owners/")
    picture(page, "data-calls-owners", height=900)
    expect(page.get_by_role("button", name="บันทึก", exact=True)).to_be_visible()
