"""Log-out, the kiosk, and where else one is logged in."""

import pytest
from django.test import Client

from cast import PASSPHRASE
from prongsai.platform.accounts.models import AccountSession, Role


def test_asking_for_the_page_alone_logs_nobody_out(inside, is_in):
    browser = inside(Role.OFFICER)
    assert browser.get("/account/logout/").status_code == 200
    assert is_in(browser)


def test_the_button_does(inside, is_in):
    browser = inside(Role.OFFICER)
    browser.post("/account/logout/")
    assert not is_in(browser)
    assert not AccountSession.objects.exists()


@pytest.mark.parametrize(("passphrase", "stays"), [("", True), ("ไม่ใช่วลีที่ตั้งไว้แน่", True), (PASSPHRASE, False)])
def test_a_kiosk_is_logged_out_with_its_passphrase_only(inside, is_in, passphrase, stays):
    kiosk = inside(Role.KIOSK)
    kiosk.post("/account/logout/", {"passphrase": passphrase})
    assert is_in(kiosk) == stays


def test_guessing_at_the_kiosk_is_slowed(inside):
    kiosk = inside(Role.KIOSK)
    answers = [kiosk.post("/account/logout/", {"passphrase": "guess"}).status_code for _ in range(6)]
    assert answers[-1] == 429


def test_a_kiosk_logs_in_like_any_account_and_lasts(log_in, is_in, clock):
    kiosk = Client()
    log_in(kiosk, "kiosk")
    clock.move(hours=8)
    assert is_in(kiosk)


def test_who_stands_at_the_kiosk_cannot_change_its_account(log_in):
    kiosk = Client()
    log_in(kiosk, "kiosk")
    for deed in ("passphrase/", "second-factor/", "second-factor/app/", "second-factor/list/", "prove/", ""):
        assert kiosk.get(f"/account/{deed}").status_code == 404
    assert kiosk.post("/account/elsewhere/").status_code == 404


def test_one_sees_where_one_is_logged_in(log_in, here):
    telephone = Client(
        headers={"user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36 Line/14"}
    )
    log_in(telephone, "officer")
    desk = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/128.0"})
    log_in(desk, "officer")
    page = desk.get("/account/").content.decode()
    assert "LINE, Android" in page
    assert "Firefox, Windows" in page


def test_nobody_elses_places_are_shown(log_in, inside, there):
    browser = Client(headers={"user-agent": "Opera Firefox iPad"})
    log_in(browser, "officer", office=there)
    assert "iPad" not in inside(Role.OFFICER).get("/account/").content.decode()


def test_all_others_are_logged_out_at_once(log_in, is_in):
    here, elsewhere, other_person = Client(), Client(), Client()
    log_in(here, "officer")
    log_in(elsewhere, "officer")
    log_in(other_person, "unit_head")
    here.post("/account/elsewhere/")
    assert [is_in(browser) for browser in (here, elsewhere, other_person)] == [True, False, True]
