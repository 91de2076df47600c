"""Every page of every room, as somebody who may open it: accessible, whole, quiet, on a telephone and on a screen."""

from __future__ import annotations

import pytest
from entries import Entry, read_entries
from objects import MAKERS

from prongsai.platform.accounts.models import Role

PAGES = [entry for entry in read_entries() if "GET" in entry.methods]
WIDTHS = (1280, 360)
LOOKED_AT = {("th", True): WIDTHS, ("th", False): (360,), ("en", True): (1280,), ("en", False): (360,)}
"""Every page in each language, with scripts and without; a screen and a telephone in both languages."""


def addresses(office) -> dict[str, tuple[Role | None, str]]:
    """Give each page's address in an office, and a role that may open it."""
    found = {}
    for entry in PAGES:
        with office.speaks():
            arguments = dict(MAKERS[entry.object](office)) if entry.object else {}
        found[entry.url] = (role_for(entry), entry.address(arguments))
    return found


def role_for(entry: Entry) -> Role | None:
    if entry.roles == "everybody":
        return None
    return next(role for role in (Role.COORDINATOR, Role.SYSTEM_ADMIN, *Role) if entry.allows(role))


def faults(page, looks, widths) -> list[str]:
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {line}" for look in looks for line in look(page)]
    return found


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_nothing_is_wrong_with_any_page(visit, office, axe, misfits, language, scripts):
    wrong, visitors = {}, {}
    looks = [axe, misfits]
    for url, (role, address) in addresses(office).items():
        if role not in visitors:
            visitors[role] = visit(office=office if role else None, role=role or Role.OFFICER, scripts=scripts)
            visitors[role].chooses(language=language)
        visitor = visitors[role]
        answer = visitor.context.request.get(visitor.address + address)
        assert answer.status < 500 and answer.status != 404, url
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue  # a file to keep, not a page
        if found := faults(visitor.opens(address), looks, LOOKED_AT[language, scripts]):
            wrong[url] = found
    assert visitors.keys() >= {None, Role.COORDINATOR, Role.SYSTEM_ADMIN}
    assert wrong == {}
