"""Every page of every room, as somebody who may open it: accessible, whole, quiet, on a telephone and on a screen."""

from __future__ import annotations

import pytest
from entries import Entry, read_entries
from objects import MAKERS
from playwright.sync_api import Error, Page

from prongsai.platform.accounts.models import Role

PAGES = [entry for entry in read_entries() if "GET" in entry.methods]
PARTS = 4
LOOKED_AT = {("th", True): 1280, ("th", False): 360, ("en", True): 360, ("en", False): 1280}
"""Each page in each language with scripts and without; so both widths come with either language and with either way."""


def addresses(office, pages) -> dict[str, tuple[Role | None, str]]:
    """Give each page's address in an office, and a role that may open it."""
    found = {}
    for entry in pages:
        with office.speaks():
            arguments = dict(MAKERS[entry.object](office)) if entry.object else {}
        found[entry.url] = (role_for(entry), entry.address(arguments))
    return found


def role_for(entry: Entry) -> Role | None:
    if entry.roles == "everybody":
        return None
    return next(role for role in (Role.COORDINATOR, Role.SYSTEM_ADMIN, *Role) if entry.allows(role))


def opened(visitor, address) -> Page | None:
    """Open a page; None where the address gives a file to keep."""
    try:
        answer = visitor.page.goto(visitor.address + address)
    except Error as error:
        assert "Download is starting" in error.message, address
        answer = visitor.context.request.get(visitor.address + address)
    assert answer.status < 500 and answer.status != 404, address
    return visitor.page if answer.headers.get("content-type", "").startswith("text/html") else None


def test_pages_are_opened_by_whom_they_are_for():
    assert {role_for(entry) for entry in PAGES} >= {None, Role.COORDINATOR, Role.SYSTEM_ADMIN}


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_nothing_is_wrong_with_any_page(visit, office, faults, language, scripts, part):
    wrong, visitors = {}, {}
    for url, (role, address) in addresses(office, PAGES[part::PARTS]).items():
        if role not in visitors:
            visitors[role] = visit(office=office if role else None, role=role or Role.OFFICER, scripts=scripts)
            visitors[role].chooses(language=language)
        page = opened(visitors[role], address)
        if page and (found := faults(page, LOOKED_AT[language, scripts])):
            wrong[url] = found
    assert wrong == {}
