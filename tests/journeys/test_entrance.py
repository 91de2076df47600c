"""Getting in, in a real browser: with and without scripts, by keyboard, on a telephone, with a passkey."""

from __future__ import annotations

from playwright.sync_api import expect

from cast import PASSPHRASE
from prongsai.platform.accounts.models import Role
from prongsai.platform.accounts.second_factor import new_printed_codes

AT_THE_DOOR = ["/account/login/", "/account/forgotten/", "/account/code/", "/link/"]
INSIDE = {
    Role.COORDINATOR: [
        "/links/",
        "/accounts/requests/",
        "/account/",
        "/account/passphrase/",
        "/account/second-factor/",
    ],
    Role.OFFICER: [
        "/account/second-factor/app/",
        "/account/second-factor/list/",
        "/account/second-factor/passkey/",
        "/account/logout/",
        "/account/prove/",
    ],
    Role.SYSTEM_ADMIN: ["/accounts/", "/accounts/new/"],
}


def test_the_rules_of_accessibility_find_nothing(visit, office, faults):
    for role, paths in {None: AT_THE_DOOR, **INSIDE}.items():
        visitor = visit(office=office if role else None, role=role or Role.OFFICER)
        for path in paths:
            assert (path, faults(visitor.opens(path))) == (path, [])


def test_with_the_keyboard_alone_and_without_scripts_one_gets_in(visit, office):
    visitor = visit(scripts=False, width=360)
    page = visitor.opens("/account/login/")
    page.focus("#id_login_name")
    page.keyboard.type("officer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSPHRASE)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert visitor.opens("/account/").locator("main h1").count() == 1


def test_a_wrong_passphrase_is_said_where_the_eye_is(visit, office):
    page = visit().opens("/account/login/")
    page.fill("#id_login_name", "officer")
    page.fill("#id_passphrase", "ไม่ใช่วลีที่ตั้งไว้แน่")
    page.click("main button")
    expect(page.locator(".error-summary")).to_be_focused()


def test_a_coordinator_gets_in_with_a_printed_code_without_scripts(visit, office):
    page = visit(scripts=False).opens("/account/login/")
    page.fill("#id_login_name", "coordinator")
    page.fill("#id_passphrase", PASSPHRASE)
    page.click("main button")
    page.fill("#id_code", new_printed_codes(office.accounts[Role.COORDINATOR])[0])
    page.click("main button")
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + "/links/")
    assert page.locator("main form").count()


def test_a_passkey_is_set_up_and_then_opens(visit, office):
    visitor = visit(office=office, role=Role.OFFICER)
    device = visitor.context.new_cdp_session(visitor.page)
    device.send("WebAuthn.enable")
    told = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": told | {"automaticPresenceSimulation": True}})
    page = visitor.opens("/account/second-factor/passkey/")
    page.fill("#id_name", "โทรศัพท์ของสุดา")
    page.click("[data-passkey] button")
    page.wait_for_url("**/account/second-factor/")
    visitor.opens("/account/logout/").click("main button")
    page = visitor.opens("/account/login/")
    page.fill("#id_login_name", "officer")
    page.fill("#id_passphrase", PASSPHRASE)
    page.click("main button")
    page.wait_for_url("**/account/second-step/")
    with page.expect_navigation():
        page.click("[data-passkey] button")
    assert visitor.opens("/account/").locator("main h1").count() == 1


def test_without_scripts_a_page_offers_no_passkey_it_cannot_keep(visit, office):
    page = visit(office=office, role=Role.OFFICER, scripts=False).opens("/account/second-factor/passkey/")
    expect(page.locator("[data-passkey]")).to_be_hidden()
    expect(page.locator("noscript")).to_be_visible()


def test_a_link_is_made_sent_and_opened_on_a_telephone(visit, office):
    page = visit(office=office).opens("/links/")
    page.click("form[action*='/links/for/'] button >> nth=0")
    text = page.input_value("#line-text")
    telephone = visit(width=360, scripts=False)
    telephone.page.goto(text[text.index("http") :])
    telephone.page.click("main button")
    telephone.page.wait_for_url("**/office/tasks/mine/")
