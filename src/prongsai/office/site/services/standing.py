"""What stands on the basic pages: which are empty, which should be looked at again."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import translation

from prongsai.office.disclosure.models import Publication
from prongsai.office.site.basics import Basic, basics
from prongsai.office.site.generating import facts_of
from prongsai.office.site.made import Page
from prongsai.office.site.making.about import TOP, about_pages
from prongsai.office.site.models import BasicPage
from prongsai.office.site.services.pages import ensure_pages
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today


@dataclass(frozen=True, slots=True)
class PageStanding:
    """A basic page with what it is known as. `shown`: it says something; `due`: somebody should look at it again."""

    page: BasicPage
    basic: Basic
    shown: bool
    due: bool


def pages_standing(agency: Agency, actor: str) -> list[PageStanding]:
    """Give all basic pages of an agency in their order. The agency speaks."""
    pages = ensure_pages(agency, actor)
    with translation.override("th"):
        made = about_pages(facts_of(agency, only=Publication.objects.none()))
        shown = {page.path for page in made if isinstance(page, Page)}
    now = today(agency)
    return [
        PageStanding(page, basics()[page.key], f"{TOP}{page.key}/" in shown, page.is_check_due(now)) for page in pages
    ]
