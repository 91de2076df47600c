"""The look from outside at a published site says the same as the office's own check, wherever it can see."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from office.disclosure.papers_to_publish import who, written, year_of
from prongsai.ita.analysis.item_check import asked_of
from prongsai.ita.catalogue import load_framework
from prongsai.office.disclosure import services
from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.rounds.services import round_of
from prongsai.office.site.audit import FolderSite, audit_site
from prongsai.office.site.generating import folder_of
from prongsai.office.site.services import rebuild
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role, RoleGrant
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking

KINDS = {"element", "year", "month", "files", "link"}
WRITTEN = {"O1": 0, "O3": 1, "O9": 1, "O19": 2}
"""Items, and how many of their elements are left out."""


@pytest.fixture
def both(here):
    """What is said inside and outside of the same items."""
    with speaking(here.agency.pk, actor="test"):
        cycle = year_of(here)
        for code, without in WRITTEN.items():
            elements = [entry.text for entry in asked_of(load_framework(2568), code).elements]
            for number, element in enumerate(elements[: len(elements) - without]):
                told = {"nothing": True, "words": ""} if number == 1 else {}
                heading = element if number else "หัวข้อที่ตั้งเอง"
                written(here, code, heading=heading, element=element, order=number, covers=2567, **told)
            services.publish(who(here), DisclosedItem.objects.get(round=cycle, code=code))
        return both_of(here.agency, cycle)


def both_of(agency, cycle):
    rebuild(agency)
    inside = {item.code: check for item, check, _standing in services.checks_of(cycle).items}
    return inside, audit_site(FolderSite(folder_of(agency).standing), cycle.framework)


@pytest.fixture
def demo(db):
    """The same of all that the invented office has written on the day of the demonstration."""
    load_demo()
    for room in ("data_calls", "disclosure"):
        call_command(f"load_demo_{room}", stdout=StringIO())
    agency = Agency.objects.get(code="nongkrachang")
    coordinator = RoleGrant.objects.filter(agency=agency, role=Role.COORDINATOR).first().user
    with speaking(agency.pk, actor="test"):
        cycle = round_of(2568)
        for item in (each for each in services.items_of(cycle) if each.pieces.exists()):
            services.publish(acting_as(coordinator), item)
        return both_of(agency, cycle)


def parts(check):
    return {(part.kind, part.key): part.verdict for part in check.parts if part.kind in KINDS}


def agreed(inside, outside, published):
    """How many parts were seen by both, and said to be the same; a difference fails."""
    found = {item.check.code: item.check for item in outside.items if item.found}
    assert set(found) == set(published)
    together = 0
    for code, check in found.items():
        own = parts(inside[code])
        seen = {key: verdict for key, verdict in parts(check).items() if verdict != "open"}
        assert {key: verdict for key, verdict in own.items() if key in seen} == seen
        together += len(seen)
    assert outside.broken == ()
    assert outside.declared
    return together


def test_every_published_item_is_found_and_nothing_contradicts_the_check_inside(both):
    inside, outside = both
    assert agreed(inside, outside, WRITTEN) == sum(len(parts(inside[code])) for code in WRITTEN) - 1  # one is open


def test_of_the_invented_office_the_outside_sees_what_the_inside_says(demo):
    inside, outside = demo
    published = [code for code, check in inside.items() if not any(part.kind == "published" for part in check.parts)]
    assert len(published) > 20
    assert agreed(inside, outside, published) > 110
    assert {item.check.code for item in outside.items if item.check.gaps} == {"O20", "O26"}


def test_an_element_that_was_left_out_is_missed_by_both(both):
    inside, outside = both
    missed = {item.check.code: [part.key for part in item.check.gaps] for item in outside.items if item.check.gaps}
    assert missed == {code: [part.key for part in inside[code].gaps] for code in missed}
    assert missed
