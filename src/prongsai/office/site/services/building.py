"""Making the site: the whole, or what one publication changes."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone

from prongsai.office.disclosure.models import Publication
from prongsai.office.site.generating import Counted, make_item, make_site
from prongsai.office.site.models import Site
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record

_LOCK = 7_309


@transaction.atomic
def rebuild(agency: Agency) -> Counted:
    """Make the whole site of an agency anew. The agency speaks.

    One at a time makes it, and what is published meanwhile waits: nothing newer is overwritten by what was read before.
    """
    hold_site(agency)
    counted = make_site(agency)
    Site.objects.update_or_create(
        agency=agency,
        defaults={
            "built": timezone.now(),
            "pages": counted.pages,
            "files": counted.files,
            "milliseconds": counted.milliseconds,
            "menu": counted.frame.menu,
            "foot": counted.frame.foot,
        },
    )
    return counted


@transaction.atomic
def rebuild_item(publication: Publication) -> None:
    """Write the page of a publication, or its tombstone; the whole site where there is none yet. The agency speaks."""
    hold_site(publication.agency)
    newest = Publication.objects.filter(item=publication.item_id).select_related("agency").order_by("-version").first()
    if newest is None or not make_item(newest):
        rebuild(publication.agency)


@transaction.atomic
def build_now(*, acting: Acting) -> Counted:
    """Make the site anew because somebody asks for it."""
    agency = agency_of(acting)
    counted = rebuild(agency)
    record(acting, "site.built", thing=f"site:{agency.pk}", figures={"pages": counted.pages, "files": counted.files})
    return counted


def hold_site(agency: Agency) -> None:
    """Keep everybody else from writing the site of an agency until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK, agency.pk])
