"""The part of the demonstration that is this room's: basic pages of the invented office, and its site."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from prongsai.office.site.models import BasicPage, OfficeContact
from prongsai.office.site.services import ensure_pages
from prongsai.office.site.tasks import build_site
from prongsai.platform.agency.models import Agency, Holding, Standing, Unit
from prongsai.platform.demo.papers.shipped import AGENCY
from prongsai.platform.demo.story import story_of
from prongsai.platform.jobs.queue import later
from prongsai.platform.tenancy.speaker import speaking

ACTOR = "command:load_demo_site"


@transaction.atomic
def load_demo_site(agency: Agency) -> int:
    """Give the office of the story its basic pages, and ask for its site; give how many pages are new.

    The twin gets a site of what its records say. Where pages are there already nothing is changed.
    """
    with speaking(agency.pk, actor=ACTOR):
        count = _put_in(agency) if agency.name == AGENCY and not BasicPage.objects.exists() else 0
        later(build_site, agency=agency.pk, once=True)
    return count


def _put_in(agency: Agency) -> int:
    told: dict[str, Any] = story_of("prongsai.office.site")
    units = {unit.name: unit for unit in Unit.objects.all()}
    for page in ensure_pages(agency, ACTOR):
        if said := told["pages"].get(page.key):
            page.words, page.rows = said.get("words", ""), said.get("rows", [])
            page.unit = units.get(said.get("unit", ""))
            page.checked, page.next_check = said.get("checked"), said.get("next_check")
            page.save()
    leading = Holding.objects.filter(post__standing=Standing.EXECUTIVE).values_list("person_id", flat=True).distinct()
    OfficeContact.objects.bulk_create(
        OfficeContact(agency=agency, person_id=person, contact=told["contact"], made_by=ACTOR) for person in leading
    )
    return len(told["pages"])
