"""Who needs a second step reaches nothing else before it is set up."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from prongsai.platform.accounts.models import Role
from prongsai.platform.accounts.separation import WITH_SECOND_FACTOR
from prongsai.platform.agency.models import Agency

PAGE = "/account/second-factor/"


@pytest.fixture
def newcomer(without_step, inside):
    without_step(Role.COORDINATOR)
    return inside(Role.COORDINATOR)


def code_of(secret):
    _, now, _ = totp.yield_hotp_counters_from_time()
    return totp.format_hotp_value(totp.hotp_value(secret, now))


def shown_secret(page):
    return re.search(r"<code>([A-Z2-7 ]+)</code>", page.content.decode())[1].replace(" ", "")


@pytest.mark.parametrize("role", sorted(WITH_SECOND_FACTOR))
@pytest.mark.parametrize("address", ["/account/", "/links/", "/accounts/", "/account/elsewhere/", "/audit/"])
def test_before_that_every_page_leads_to_it(without_step, inside, role, address):
    without_step(role)
    answer = inside(role).get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)


def test_other_roles_need_none(inside):
    assert inside(Role.OFFICER).get("/account/").status_code == 200


def test_a_demonstration_does_without_and_says_so(here, without_step, inside):
    Agency.objects.filter(pk=here.agency.pk).update(demo_today="2025-03-17")
    without_step(Role.COORDINATOR)
    browser = inside(Role.COORDINATOR)
    assert browser.get("/links/").status_code == 200
    assert 'class="notice' in browser.get(PAGE).content.decode()


def test_a_demonstration_may_ask_for_it(here, without_step, inside, settings):
    settings.DEMO_NEEDS_SECOND_FACTOR = True
    Agency.objects.filter(pk=here.agency.pk).update(demo_today="2025-03-17")
    without_step(Role.COORDINATOR)
    assert inside(Role.COORDINATOR).get("/links/").headers["Location"] == PAGE


def test_an_app_is_set_up_by_the_code_it_shows(newcomer, here):
    secret = shown_secret(newcomer.get(f"{PAGE}app/"))
    code = code_of(secret)
    assert newcomer.post(f"{PAGE}app/", {"code": code}).headers["Location"] == PAGE
    assert newcomer.get("/links/").status_code == 200


def test_a_wrong_code_sets_nothing_up(newcomer):
    newcomer.get(f"{PAGE}app/")
    assert newcomer.post(f"{PAGE}app/", {"code": "123"}).status_code == 200
    assert newcomer.get("/links/").headers["Location"] == PAGE


def test_a_second_app_is_not_tied(newcomer, here):
    for _ in range(2):
        secret = shown_secret(newcomer.get(f"{PAGE}app/"))
        code = code_of(secret)
        newcomer.post(f"{PAGE}app/", {"code": code})
    kinds = Authenticator.objects.filter(user=here.accounts[Role.COORDINATOR]).values_list("type", flat=True)
    assert list(kinds) == ["totp"]


def test_a_printed_list_is_shown_once_and_is_enough(newcomer):
    assert "codes" not in newcomer.get(f"{PAGE}list/").context
    page = newcomer.post(f"{PAGE}list/")
    codes = re.findall(r"<code>(\d{5} \d{5})</code>", page.content.decode())
    assert len(codes) == 20
    assert "no-store" in page.headers["Cache-Control"]
    assert codes[0] not in newcomer.get(f"{PAGE}list/").content.decode()
    assert newcomer.get("/links/").status_code == 200


def test_it_can_be_removed_and_is_then_asked_for_again(inside, here):
    browser, user = inside(Role.COORDINATOR), here.accounts[Role.COORDINATOR]
    step = Authenticator.objects.get(user=user)
    assert browser.get("/links/").status_code == 200
    assert browser.get(f"{PAGE}remove/?step={step.pk}").status_code == 200
    browser.post(f"{PAGE}remove/", {"step": step.pk})
    assert browser.get("/links/").headers["Location"] == PAGE


@pytest.mark.parametrize("step", ["", "0", "-1", "9e99", "1;2", "๑", "9" * 30])
def test_anothers_step_is_not_removed(inside, here, step):
    browser = inside(Role.COORDINATOR)
    other = Authenticator.objects.get(user=here.accounts[Role.EXECUTIVE])
    for named in (step, other.pk):
        assert browser.post(f"{PAGE}remove/", {"step": named}).headers["Location"] == PAGE
    other.refresh_from_db()


@pytest.mark.parametrize("part", ["app/", "list/", "passkey/", "remove/?step=1"])
def test_the_passphrase_is_asked_again_for_it(here, part, client):
    client.force_login(here.accounts[Role.OFFICER])
    assert client.get(PAGE + part).headers["Location"].startswith("/account/prove/?then=")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_passkey_is_offered_where_browsers_have_them(here, host, settings):
    browser = Client(headers={"host": host})
    here.enters(browser, Role.OFFICER)
    assert (f"{PAGE}passkey/" in browser.get(PAGE).content.decode()) == (host == "localhost")
    assert ("passkey-options" in browser.get(f"{PAGE}passkey/").content.decode()) == (host == "localhost")


@pytest.mark.parametrize(
    "credential", ["{}", "[]", "null", '{"response": 1}', "{", pytest.param("[" * 5_000, id="deep")]
)
def test_a_made_up_passkey_is_not_set_up(inside, here, credential):
    browser = inside(Role.OFFICER)
    assert browser.post(f"{PAGE}passkey/", {"name": "phone", "credential": credential}).status_code == 200
    assert not Authenticator.objects.filter(user=here.accounts[Role.OFFICER]).exists()


def test_what_was_done_is_recorded(newcomer, here, lines):
    newcomer.post(f"{PAGE}list/")
    ((actor, _),) = lines(here, "account.step_added")
    assert actor == f"user:{here.accounts[Role.COORDINATOR].pk}"
