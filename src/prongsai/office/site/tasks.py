"""Work of this room that is done later."""

from __future__ import annotations

from prongsai.office.disclosure.models import Publication
from prongsai.office.site.services.building import rebuild, rebuild_item
from prongsai.platform.agency.models import Agency
from prongsai.platform.jobs import cron
from prongsai.platform.jobs.declaring import every, task
from prongsai.platform.jobs.queue import later_for_each_agency


@task()
def build_item(agency: int, item: int) -> None:  # noqa: ARG001 - says for whom it runs
    """Write the page of an item, or its tombstone."""
    newest = Publication.objects.filter(item=item).select_related("agency").order_by("-version").first()
    if newest is not None:
        rebuild_item(newest)


@task()
def build_site(agency: int) -> None:
    """Make the whole site of an agency."""
    rebuild(Agency.objects.get(pk=agency))


@every(cron.daily(3))
def build_all_sites() -> None:
    """Make every site anew each night: what rooms show, and how far measures have come, changes without an act."""
    later_for_each_agency(build_site)
