"""Makes what the addresses of the public site name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cast import Office
from prongsai.office.site.folder import write
from prongsai.office.site.generating import folder_of
from prongsai.office.site.services import ensure_pages
from prongsai.platform.accounts.models import Role

Told = Mapping[str, object]


def basic_page(office: Office) -> Told:
    """A page of the unit in which the standing cast works."""
    page = ensure_pages(office.agency, "test")[0]
    page.unit, page.words = office.units["สำนักปลัด"], office.canary
    page.save()
    return {"page": page.pk}


def leading_person(office: Office) -> Told:
    return {"person": office.people[Role.EXECUTIVE].pk}


def site_code(office: Office) -> Told:
    """A site of one page: making the whole for each try would take minutes."""
    folder = folder_of(office.agency)
    if not folder.standing.is_dir():
        made = folder.begin()
        write(
            made, "index.html", b'<!doctype html><html lang="th"><title>site</title><main><h1>site</h1></main></html>'
        )
        folder.put_in_place(made)
    return {"code": office.agency.code}


def site_file(office: Office) -> Told:
    return {**site_code(office), "path": "index.html"}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "basic_page": basic_page,
    "leading_person": leading_person,
    "site_code": site_code,
    "site_file": site_file,
}
NOWHERE: dict[str, object] = {"page": 2**40, "person": 2**40, "path": "nowhere.html"}
