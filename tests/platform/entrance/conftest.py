"""Twin agencies, browsers at their door, people of each role inside."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client

from cast import PASSPHRASE, Office, make_twins
from moving_clock import clock
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.audit.models import Line

__all__ = ["clock"]


@pytest.fixture
def twins(db):
    return make_twins()


@pytest.fixture
def here(twins) -> Office:
    return twins[0]


@pytest.fixture
def there(twins) -> Office:
    return twins[1]


@pytest.fixture
def inside(here):
    """Give a browser in which an account of a role is logged in, its passphrase just given."""

    def enter(role: Role, office: Office = here) -> Client:
        browser = Client()
        office.enters(browser, role)
        return browser

    return enter


@pytest.fixture
def acting(here):
    def of(role: Role, office: Office = here) -> Acting:
        return acting_as(office.accounts[role])

    return of


@pytest.fixture
def log_in(here):
    """Log in at the door, as people do; gives the answer."""

    def post(browser: Client, name: str, passphrase: str = PASSPHRASE, office: Office = here, **more: str):
        told = {"agency_code": office.agency.code, "login_name": name, "passphrase": passphrase, **more}
        return browser.post("/account/login/", told)

    return post


@pytest.fixture
def without_step(here):
    """Take the second step off an account of a role."""

    def take_off(role: Role) -> User:
        Authenticator.objects.filter(user=here.accounts[role]).delete()
        return here.accounts[role]

    return take_off


@pytest.fixture
def is_in():
    """Say whether somebody is logged in in a browser."""

    def ask(browser: Client) -> bool:
        answer = browser.get("/account/elsewhere/")
        return answer.status_code != 302 or "login" not in answer.headers["Location"]

    return ask


@pytest.fixture
def lines():
    """Give the recorded deeds of an office, oldest first: (actor, action, thing)."""

    def read(office: Office, action: str) -> list[tuple[str, str]]:
        with office.speaks(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
            return list(Line.objects.filter(action=action).order_by("seq").values_list("actor", "thing"))

    return read


def plain(page: bytes) -> str:
    """Give a page without the marks that differ each time."""
    return re.sub(r'(name="(?:csrfmiddlewaretoken|once)" value=")[^"]*', r"\1", page.decode())


@pytest.fixture(name="plain")
def _plain():
    return plain
