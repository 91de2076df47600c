"""Who guesses learns nothing and is slowed."""

import statistics
import time

import pytest
from django.test import Client

from cast import PASSPHRASE
from prongsai.platform.accounts.hashing import turn
from prongsai.platform.accounts.models import Attempts, Role

WRONG = "ไม่ใช่วลีที่ตั้งไว้แน่"


def guess(log_in, name, times, address="203.0.113.9", passphrase=WRONG):
    answers = []
    for _ in range(times):
        browser = Client(REMOTE_ADDR=address)
        answers.append(log_in(browser, name, passphrase))
    return answers


def test_known_and_unknown_names_are_answered_alike_word_for_word(log_in, plain):
    known = guess(log_in, "officer", 8)
    unknown = guess(log_in, "officex", 8)
    assert [answer.status_code for answer in known] == [200] * 5 + [429] * 3
    for one, other in zip(known, unknown, strict=True):
        assert one.status_code == other.status_code
        assert plain(one.content).replace("officer", "officex") == plain(other.content)
        assert one.headers.get("Retry-After", "0")[:1] == other.headers.get("Retry-After", "0")[:1]
        assert set(one.headers) == set(other.headers)


def test_an_account_without_a_passphrase_is_answered_like_any_other(log_in, here, plain):
    here.accounts[Role.OFFICER].set_password(None)
    here.accounts[Role.OFFICER].save()
    (one,), (other,) = guess(log_in, "officer", 1), guess(log_in, "officex", 1)
    assert plain(one.content).replace("officer", "officex") == plain(other.content)


def test_the_right_passphrase_waits_as_well(log_in):
    guess(log_in, "officer", 5)
    (answer,) = guess(log_in, "officer", 1, passphrase=PASSPHRASE)
    assert answer.status_code == 429


def test_after_the_wait_the_right_passphrase_opens(log_in, clock):
    guess(log_in, "officer", 5)
    clock.move(seconds=61)
    (answer,) = guess(log_in, "officer", 1, passphrase=PASSPHRASE)
    assert answer.status_code == 302


def test_who_logged_in_here_before_is_not_kept_out_by_strangers(log_in):
    browser = Client(REMOTE_ADDR="203.0.113.9")
    assert log_in(browser, "officer").status_code == 302
    browser.post("/account/logout/")
    guess(log_in, "officer", 20)
    assert log_in(browser, "officer").status_code == 302


def test_the_mark_of_one_account_does_not_help_against_another(log_in):
    browser = Client(REMOTE_ADDR="203.0.113.9")
    log_in(browser, "officer")
    browser.post("/account/logout/")
    guess(log_in, "unit_head", 5)
    assert log_in(browser, "unit_head").status_code == 429


def test_a_forged_mark_counts_as_a_stranger(log_in):
    guess(log_in, "officer", 5)
    browser = Client(REMOTE_ADDR="203.0.113.9")
    browser.cookies["known"] = "eyIxIjoiZjAwZCJ9:1abc:forged"
    assert log_in(browser, "officer").status_code == 429


def test_an_address_that_is_only_claimed_does_not_count(log_in):
    for number in range(5):
        log_in(Client(REMOTE_ADDR="203.0.113.9", headers={"x-forwarded-for": f"198.51.100.{number}"}), "officer", WRONG)
    assert log_in(Client(REMOTE_ADDR="203.0.113.9"), "officer").status_code == 429


def test_behind_our_own_proxy_its_word_counts_and_no_earlier_one(log_in, settings):
    settings.BEHIND_PROXY = True
    for number in range(5):
        claimed = f"10.9.9.{number}, 198.51.100.7"
        log_in(Client(REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": claimed}), "officer", WRONG)
    behind = {"x-forwarded-for": "10.1.1.1, 198.51.100.7"}
    assert log_in(Client(REMOTE_ADDR="127.0.0.1", headers=behind), "officer").status_code == 429
    elsewhere = {"x-forwarded-for": "198.51.100.8"}
    assert log_in(Client(REMOTE_ADDR="127.0.0.1", headers=elsewhere), "officer").status_code == 302


def test_the_auditor_is_told_when_guessing_is_slowed(log_in, here, lines):
    guess(log_in, "officer", 7)
    guess(log_in, "officex", 7)
    told = lines(here, "account.tries_slowed")
    assert told == [("nobody", f"accounts.user:{here.accounts[Role.OFFICER].pk}"), ("nobody", "")]


def test_nothing_is_compared_while_waiting(log_in, here, monkeypatch):
    guess(log_in, "officer", 5)
    monkeypatch.setattr(
        "prongsai.platform.entrance.services.entering.authenticate", lambda *_, **__: pytest.fail("compared")
    )
    guess(log_in, "officer", 1)


def test_counts_are_forgiven_when_the_owner_gets_in(log_in):
    guess(log_in, "officer", 4)
    log_in(Client(REMOTE_ADDR="203.0.113.9"), "officer")
    assert not Attempts.objects.exists()


def test_known_and_unknown_names_take_as_long(log_in, here, settings):
    """A light look at the processor: the real hash, medians of tries in turn; without it, a tenth of the time."""
    settings.PASSWORD_HASHERS = ["prongsai.platform.accounts.hashing.PassphraseHasher"]
    here.accounts[Role.OFFICER].set_password(PASSPHRASE)
    here.accounts[Role.OFFICER].save()
    here.accounts[Role.UNIT_HEAD].set_password(None)
    here.accounts[Role.UNIT_HEAD].save()
    took: dict[str, list[float]] = {"officer": [], "unit_head": [], "nobody": []}
    for number in range(4):
        for name, times in took.items():
            began = time.process_time()
            log_in(Client(REMOTE_ADDR=f"203.0.113.{number}"), name, WRONG)
            times.append(time.process_time() - began)
    medians = [statistics.median(times) for times in took.values()]
    assert max(medians) < 2 * min(medians)


def test_when_two_are_hashing_the_third_is_asked_to_come_back(log_in, monkeypatch, settings):
    settings.PASSWORD_HASHERS = ["prongsai.platform.accounts.hashing.PassphraseHasher"]
    monkeypatch.setattr("prongsai.platform.accounts.hashing.PATIENCE", 0.01)
    with turn(), turn():
        answer = log_in(Client(), "officer")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]


@pytest.mark.parametrize("at_the_door_of_the_twin", [True, False])
def test_a_name_with_its_agency_is_no_second_way_to_guess(here, there, is_in, at_the_door_of_the_twin):
    browser = Client()
    told = {"agency_code": there.agency.code if at_the_door_of_the_twin else "", "passphrase": PASSPHRASE}
    browser.post("/account/login/", told | {"login_name": f"officer@{here.agency.code}"})
    assert not is_in(browser)
