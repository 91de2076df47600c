"""A name and a passphrase at the door."""

import pytest
from django.test import Client

from cast import PASSPHRASE
from prongsai.platform.accounts.models import AccountSession, Role, User
from prongsai.platform.agency.models import Agency


def test_the_right_passphrase_opens(is_in, log_in):
    browser = Client()
    answer = log_in(browser, "officer")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert is_in(browser)


@pytest.mark.parametrize("name", ["Officer", " officer ", "OFFICER"])
def test_a_telephone_that_writes_capitals_does_not_matter(log_in, name):
    assert log_in(Client(), name).status_code == 302


def test_a_thai_passphrase_typed_in_another_order_opens(log_in, here):
    user = here.accounts[Role.OFFICER]
    user.set_password("น้ำท่วมถนนหน้าวัดบ่อย")
    user.save()
    assert log_in(Client(), "officer", "น\u0e49\u0e4d\u0e32ท่วมถนนหน้าวัดบ่อย").status_code == 302


@pytest.mark.parametrize(
    ("name", "passphrase"),
    [
        ("officer", "ไม่ใช่วลีที่ตั้งไว้แน่"),
        ("nobody-here", PASSPHRASE),
        ("officer", ""),
        ("", PASSPHRASE),
        ("officer", "x" * 600),
    ],
)
def test_anything_else_does_not(is_in, log_in, name, passphrase):
    browser = Client()
    answer = log_in(browser, name, passphrase)
    assert answer.status_code == 200
    assert not is_in(browser)


def test_an_account_that_is_off_or_of_a_closed_agency_looks_like_an_unknown_one(log_in, here, plain):
    unknown = plain(log_in(Client(), "nobody-here").content)
    User.objects.filter(login_name="officer").update(is_active=False)
    assert plain(log_in(Client(), "officer").content).replace("officer", "nobody-here") == unknown
    Agency.objects.create(code="third", name="เทศบาลที่สาม", kind="sao")  # so that the code is still asked for
    Agency.objects.filter(pk=here.agency.pk).update(closed="2020-01-01")
    assert plain(log_in(Client(), "unit_head").content).replace("unit_head", "nobody-here") == unknown


def test_the_same_name_in_two_agencies_is_two_people(log_in, here, there):
    other = there.accounts[Role.OFFICER]
    other.set_password("ต้นมะขามหลังโรงเรียนเก่า")
    other.save()
    assert log_in(Client(), "officer", "ต้นมะขามหลังโรงเรียนเก่า", office=here).status_code == 200
    browser = Client()
    assert log_in(browser, "officer", "ต้นมะขามหลังโรงเรียนเก่า", office=there).status_code == 302
    assert AccountSession.objects.get(user=other)


def test_the_host_of_an_agency_settles_which_agency_is_meant(log_in, here, there, settings):
    settings.ALLOWED_HOSTS = ["ita.nongkrachang.example"]
    Agency.objects.filter(pk=here.agency.pk).update(host="ita.nongkrachang.example")
    there.accounts[Role.OFFICER].set_password("ต้นมะขามหลังโรงเรียนเก่า")
    there.accounts[Role.OFFICER].save()
    browser = Client(headers={"host": "ita.nongkrachang.example"})
    assert "agency_code" not in browser.get("/account/login/").content.decode()
    assert log_in(browser, "officer", "ต้นมะขามหลังโรงเรียนเก่า", office=there).status_code == 200
    assert log_in(browser, "officer", office=there).status_code == 302


def test_where_there_is_one_agency_nobody_is_asked_which(db):
    agency = Agency.objects.create(code="only", name="อบต.เดียว", kind="sao")
    User.objects.create_account("suda", agency=agency, password=PASSPHRASE)
    browser = Client()
    assert "agency_code" not in browser.get("/account/login/").content.decode()
    assert browser.post("/account/login/", {"login_name": "suda", "passphrase": PASSPHRASE}).status_code == 302


def test_a_closed_agency_and_one_with_a_host_of_its_own_are_not_what_is_meant_here(here, there):
    Agency.objects.filter(pk=there.agency.pk).update(closed="2020-01-01")
    assert "agency_code" not in Client().get("/account/login/").content.decode()
    Agency.objects.filter(pk=here.agency.pk).update(host="ita.nongkrachang.example")
    assert "agency_code" in Client().get("/account/login/").content.decode()


def test_who_runs_the_installation_logs_in_without_an_agency(twins):
    User.objects.create_account("root", agency=None, password=PASSPHRASE)
    answer = Client().post("/account/login/", {"agency_code": "", "login_name": "root", "passphrase": PASSPHRASE})
    assert answer.status_code == 302


def test_one_goes_on_to_where_one_wanted(log_in):
    assert log_in(Client(), "officer", next="/account/").headers["Location"] == "/account/"


@pytest.mark.parametrize("trap", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"])
def test_nobody_is_sent_to_another_site(log_in, trap):
    assert log_in(Client(), "officer", next=trap).headers["Location"] == "/"


def test_the_session_of_before_is_gone(log_in):
    browser = Client()
    log_in(browser, "officer")
    before = browser.session.session_key
    browser.post(
        "/account/login/", {"agency_code": "nongkrachang", "login_name": "unit_head", "passphrase": PASSPHRASE}
    )
    assert browser.session.session_key != before
    assert not AccountSession.objects.filter(user__login_name="officer").exists()


def test_the_cookies_are_for_this_site_alone(log_in):
    browser = Client()
    log_in(browser, "officer")
    for cookie in browser.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert not cookie["domain"]
    assert not browser.cookies["session"]["max-age"]


def test_over_https_the_cookies_are_bound_to_the_host(log_in, settings):
    settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_NAME = True, "__Host-session"
    browser = Client()
    log_in(browser, "officer")
    for name in ("__Host-session", "__Host-known"):
        assert browser.cookies[name]["secure"]
        assert browser.cookies[name]["path"] == "/"


def test_it_is_recorded_in_the_log_of_the_agency(log_in, here, there, lines):
    log_in(Client(), "officer")
    user = here.accounts[Role.OFFICER].pk
    assert lines(here, "account.entered") == [(f"user:{user}", f"accounts.user:{user}")]
    assert lines(there, "account.entered") == []


def test_the_passphrase_and_the_login_name_are_not_in_the_answer(log_in):
    answer = log_in(Client(), "officer", "ไม่ใช่วลีที่ตั้งไว้แน่").content.decode()
    assert "ไม่ใช่วลีที่ตั้งไว้แน่" not in answer
