"""The second step at the door."""

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from prongsai.platform.accounts import second_factor
from prongsai.platform.accounts.models import AccountSession, Role, User
from prongsai.platform.accounts.second_factor import new_printed_codes

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
STEP = "/account/second-step/"


@pytest.fixture
def code(clock):
    return lambda: totp.format_hotp_value(totp.hotp_value(SECRET, int(clock.seconds()) // 30))


@pytest.fixture
def coordinator(here, without_step, clock, code):
    """An account with an app; its set-up code is long past."""
    user = without_step(Role.COORDINATOR)
    second_factor.add_app(user, SECRET, code())
    clock.move(seconds=90)
    return user


@pytest.fixture
def half_in(log_in, coordinator):
    browser = Client()
    answer = log_in(browser, "coordinator", next="/account/")
    assert answer.headers["Location"] == STEP
    return browser


def test_the_passphrase_alone_opens_nothing(half_in, is_in):
    assert not is_in(half_in)
    assert not AccountSession.objects.filter(user__isnull=False).exists()


def test_the_code_of_the_app_opens_and_leads_where_one_wanted(half_in, code, is_in):
    answer = half_in.post(STEP, {"code": code()})
    assert answer.headers["Location"] == "/account/"
    assert is_in(half_in)


def test_a_code_that_was_seen_over_the_shoulder_does_not_open_again(half_in, code, log_in, is_in):
    seen = code()
    half_in.post(STEP, {"code": seen})
    thief = Client()
    log_in(thief, "coordinator")
    assert thief.post(STEP, {"code": seen}).status_code == 200
    assert not is_in(thief)


def test_a_printed_code_opens_once(half_in, coordinator, log_in, is_in):
    first, *_ = new_printed_codes(coordinator)
    half_in.post(STEP, {"code": f"{first[:5]} {first[5:]}"})
    assert is_in(half_in)
    again = Client()
    log_in(again, "coordinator")
    again.post(STEP, {"code": first})
    assert not is_in(again)


def test_a_printed_list_alone_is_a_second_step(here, log_in, is_in):
    browser = Client()
    assert log_in(browser, "executive").headers["Location"] == STEP
    browser.post(STEP, {"code": new_printed_codes(here.accounts[Role.EXECUTIVE])[3]})
    assert is_in(browser)


@pytest.mark.parametrize("wrong", ["", "000000", "abc", "1" * 39, "๐๐๐๐๐๐"])
def test_a_wrong_code_does_not_open(half_in, wrong, is_in):
    assert half_in.post(STEP, {"code": wrong}).status_code == 200
    assert not is_in(half_in)


@pytest.mark.parametrize(
    "credential",
    ["{}", "[]", "null", '"x"', "{", '{"response": {"userHandle": 1}}', pytest.param("[" * 200_000, id="deep")],
)
def test_a_made_up_answer_of_a_device_does_not_open(half_in, credential, is_in):
    assert half_in.post(STEP, {"credential": credential}).status_code == 200
    assert not is_in(half_in)


def test_guessing_codes_is_slowed(half_in, code):
    answers = [half_in.post(STEP, {"code": "000000"}).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    assert half_in.post(STEP, {"code": code()}).status_code == 429


def test_a_new_log_in_does_not_reset_the_count(half_in, log_in):
    for _ in range(5):
        half_in.post(STEP, {"code": "000000"})
    again = Client()
    log_in(again, "coordinator")
    assert again.post(STEP, {"code": "000000"}).status_code == 429


def test_without_a_passphrase_before_there_is_no_second_step(db):
    answer = Client().get(STEP)
    assert answer.headers["Location"] == "/account/login/"


def test_five_minutes_later_one_begins_again(half_in, clock, code):
    clock.move(minutes=6)
    assert half_in.post(STEP, {"code": code()}).headers["Location"] == "/account/login/"


@pytest.mark.parametrize("change", [{"is_active": False}, {"access_stamp": "new"}, {"password": "new"}])
def test_what_happens_to_the_account_meanwhile_counts(half_in, code, change, is_in):
    User.objects.filter(login_name="coordinator").update(**change)
    assert half_in.post(STEP, {"code": code()}).headers["Location"] == "/account/login/"
    assert not is_in(half_in)
