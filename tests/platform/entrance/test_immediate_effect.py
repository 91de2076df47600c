"""What is taken away is gone at the very next request."""

import pytest
from django.test import Client

from prongsai.platform.accounts.models import AccountSession, RoleGrant, User
from prongsai.platform.accounts.models.roles import Role
from prongsai.platform.entrance.services import granting, keeping


@pytest.fixture
def officer(log_in):
    browser = Client()
    log_in(browser, "officer")
    return browser


def test_a_role_taken_away(officer, is_in, here, acting):
    assert is_in(officer)
    with here.speaks():
        granting.revoke_role(acting=acting(Role.SYSTEM_ADMIN), grant=here.accounts[Role.OFFICER].grants.get())
    assert not is_in(officer)


def test_a_role_taken_away_behind_the_services_opens_no_page_either(inside, here):
    browser = inside(Role.COORDINATOR)
    assert browser.get("/links/").status_code == 200
    with here.speaks():
        RoleGrant.objects.filter(user=here.accounts[Role.COORDINATOR]).delete()
    assert browser.get("/links/").status_code == 404


def test_a_role_given(officer, is_in, here, acting):
    with here.speaks():
        granting.grant_role(acting=acting(Role.SYSTEM_ADMIN), user=here.accounts[Role.OFFICER], role=Role.COORDINATOR)
    assert not is_in(officer)


def test_an_account_switched_off_and_on_again(officer, is_in, here, acting, log_in):
    with here.speaks():
        keeping.switch_off(acting=acting(Role.SYSTEM_ADMIN), user=here.accounts[Role.OFFICER])
    assert not AccountSession.objects.filter(user=here.accounts[Role.OFFICER]).exists()
    assert not is_in(officer)
    assert log_in(Client(), "officer").status_code == 200
    with here.speaks():
        keeping.switch_on(acting=acting(Role.SYSTEM_ADMIN), user=here.accounts[Role.OFFICER])
    assert not is_in(officer)
    assert log_in(Client(), "officer").status_code == 302


@pytest.mark.parametrize("change", [{"is_active": False}, {"access_stamp": "other"}, {"password": "other"}])
def test_any_change_in_the_row_itself(officer, is_in, change):
    User.objects.filter(login_name="officer").update(**change)
    assert not is_in(officer)


def test_an_agency_closed(officer, is_in, here):
    here.agency.closed = "2020-01-01"
    here.agency.save()
    assert not is_in(officer)


def test_the_sessions_of_others_live_on(officer, is_in, here, acting, log_in, there):
    colleague, twin = Client(), Client()
    log_in(colleague, "unit_head")
    log_in(twin, "officer", office=there)
    with here.speaks():
        keeping.switch_off(acting=acting(Role.SYSTEM_ADMIN), user=here.accounts[Role.OFFICER])
    assert [is_in(browser) for browser in (officer, colleague, twin)] == [False, True, True]


def test_a_change_of_the_signing_key_logs_nobody_out(officer, is_in, settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new key", [settings.SECRET_KEY]
    assert is_in(officer)
    settings.SECRET_KEY_FALLBACKS = []
    assert is_in(officer)
