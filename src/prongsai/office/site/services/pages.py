"""Writing basic pages, saying that they are still right, and what stands beside names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from prongsai.office.site.basics import basics
from prongsai.office.site.models import BasicPage, OfficeContact, Site
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.months import months_later
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files, detach_all


@dataclass(frozen=True, slots=True)
class PageTold:
    """What a person says of a basic page. `rows`: a table, its head first."""

    words: str
    rows: Sequence[Sequence[str]] = ()
    unit: Unit | None = None


def ensure_pages(agency: Agency, actor: str) -> list[BasicPage]:
    """Give the basic pages of an agency in their order; those that are lacking are begun, empty."""
    there = set(BasicPage.objects.values_list("key", flat=True))
    BasicPage.objects.bulk_create(
        (BasicPage(agency=agency, key=key, made_by=actor) for key in basics() if key not in there),
        ignore_conflicts=True,
    )
    found = {page.key: page for page in BasicPage.objects.select_related("unit")}
    return [found[key] for key in basics() if key in found]


@transaction.atomic
def change_page(*, acting: Acting, page: BasicPage, told: PageTold, files: Sequence[CleanFile] = ()) -> BasicPage:
    """Write a page anew; with that it was looked at. Files are added to those that are there."""
    page = BasicPage.objects.select_for_update().get(pk=page.pk)
    page.words, page.unit = told.words, told.unit
    page.rows = [[str(cell) for cell in row] for row in told.rows]
    _looked_at(page)
    page.save()
    if files:
        attach_files(acting=acting, agency=page.agency_id, holder="site-page", thing=page.pk, files=files)
    record(acting, "site.page_changed", thing=page, figures={"page": page.key, "files": len(files)})
    return page


@transaction.atomic
def confirm_page(*, acting: Acting, page: BasicPage) -> BasicPage:
    """Say that a page is still right as it stands."""
    page = BasicPage.objects.select_for_update().get(pk=page.pk)
    _looked_at(page)
    page.save()
    record(acting, "site.page_confirmed", thing=page, figures={"page": page.key})
    return page


@transaction.atomic
def set_contact(*, acting: Acting, person: Person, contact: str, picture: CleanFile | None = None) -> OfficeContact:
    """Write how the office of a person is reached; a new photograph takes the place of the old one."""
    agency = agency_of(acting)
    found, _made = OfficeContact.objects.update_or_create(
        agency=agency,
        person=person,
        defaults={"contact": contact},
        create_defaults={"contact": contact, "made_by": acting.actor},
    )
    if picture is not None:
        detach_all(acting=acting, holder="site-person", thing=found.pk)
        attach_files(acting=acting, agency=agency.pk, holder="site-person", thing=found.pk, files=[picture])
    record(acting, "site.contact_set", thing=found, figures={"picture": picture is not None})
    return found


@transaction.atomic
def set_shows(*, acting: Acting, shows_progress: bool) -> None:
    """Choose whether the public sees how far the measures have come."""
    agency = agency_of(acting)
    Site.objects.update_or_create(agency=agency, defaults={"shows_progress": shows_progress})
    record(acting, "site.progress_shown", thing=f"site:{agency.pk}", figures={"shown": shows_progress})


def _looked_at(page: BasicPage) -> None:
    page.checked = today(page.agency)
    page.next_check = months_later(page.checked, basics()[page.key].check) if page.key in basics() else None
