"""Dangerous deeds ask for the passphrase again."""

import pytest

from cast import PASSPHRASE
from prongsai.platform.accounts.models import Role

CHANGE = "/account/passphrase/"


@pytest.fixture
def later(inside, clock):
    browser = inside(Role.OFFICER)
    clock.move(minutes=11)
    return browser


def test_within_ten_minutes_of_the_log_in_nothing_is_asked(inside, clock):
    browser = inside(Role.OFFICER)
    clock.move(minutes=9)
    assert browser.get(CHANGE).status_code == 200


def test_later_it_is_asked_and_one_comes_back(later):
    asked = later.get(CHANGE)
    assert asked.headers["Location"] == f"/account/prove/?then={CHANGE.replace('/', '%2F')}"
    answer = later.post(asked.headers["Location"], {"passphrase": PASSPHRASE, "then": CHANGE})
    assert answer.headers["Location"] == CHANGE
    assert later.get(CHANGE).status_code == 200


def test_a_wrong_one_proves_nothing_and_guessing_is_slowed(later):
    answers = [later.post("/account/prove/", {"passphrase": "guess"}).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    assert later.get(CHANGE).status_code == 302


def test_a_form_that_came_too_late_leads_back_to_its_page(inside, clock, here):
    admin = inside(Role.SYSTEM_ADMIN)
    clock.move(minutes=11)
    page = f"/accounts/{here.accounts[Role.OFFICER].pk}/"
    answer = admin.post(f"{page}switch/", headers={"referer": f"http://testserver{page}"})
    assert answer.headers["Location"] == f"/account/prove/?then={page.replace('/', '%2F')}"
    here.accounts[Role.OFFICER].refresh_from_db()
    assert here.accounts[Role.OFFICER].is_active


def test_another_sites_page_is_not_gone_back_to(inside, clock, here):
    admin = inside(Role.SYSTEM_ADMIN)
    clock.move(minutes=11)
    address = f"/accounts/{here.accounts[Role.OFFICER].pk}/switch/"
    answer = admin.post(address, headers={"referer": "https://evil.example/x"})
    assert answer.headers["Location"] == "/account/prove/?then=%2F"


@pytest.mark.parametrize(
    ("role", "deed"),
    [
        (Role.OFFICER, CHANGE),
        (Role.SYSTEM_ADMIN, "/accounts/{account}/code/"),
        (Role.SYSTEM_ADMIN, "/accounts/{account}/role/"),
        (Role.SYSTEM_ADMIN, "/accounts/{account}/switch/"),
        (Role.SYSTEM_ADMIN, "/accounts/roles/{grant}/revoke/"),
        (Role.EXECUTIVE, "/accounts/proposed/1/"),
    ],
)
def test_every_dangerous_deed_asks(inside, clock, here, role, deed):
    browser, officer = inside(role), here.accounts[Role.OFFICER]
    clock.move(minutes=11)
    address = deed.format(account=officer.pk, grant=officer.grants.get().pk)
    assert browser.post(address).headers["Location"].startswith("/account/prove/")


def test_a_clock_that_went_back_proves_nothing(inside, clock):
    browser = inside(Role.OFFICER)
    clock.move(seconds=-90)
    assert browser.get(CHANGE).status_code == 302


@pytest.mark.parametrize("trap", ["https://evil.example/", "//evil.example"])
def test_nobody_is_sent_to_another_site(later, trap):
    answer = later.post("/account/prove/", {"passphrase": PASSPHRASE, "then": trap})
    assert answer.headers["Location"] == "/"
