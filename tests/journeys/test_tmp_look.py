"""Every page of every room, as somebody who may open it: accessible, whole, quiet, on a telephone and on a screen."""

from __future__ import annotations

import pytest
from entries import Entry, read_entries
from objects import MAKERS

from prongsai.platform.accounts.models import Role

PAGES = [entry for entry in read_entries() if "GET" in entry.methods]
WIDTHS = (1280, 360)


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



def test_shots(visit, office):
    for url,(role,address) in addresses(office).items():
        if url in ('account_login','staff-units','staff-people','staff','files','notices','personal-links','accounts','audit-log','my-account','home','staff-person','notice-settings','second-factor'):
            v=visit(office=office if role else None, role=role or Role.OFFICER, width=1100)
            p=v.opens(address); p.screenshot(path=f'/tmp/look/p-{url}.png', full_page=True)
            print(url,address)
