"""What happens to the site when something is published: its page at once, the whole a little later."""

from __future__ import annotations

from django.db import transaction

from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.site.tasks import build_item, build_site
from prongsai.platform.jobs.queue import later
from prongsai.platform.tenancy.speaker import speaking


def follow(item: DisclosedItem) -> None:
    """Ask for the page of an item, and for the whole site once."""
    with speaking(item.agency_id, actor="site"), transaction.atomic():
        later(build_item, agency=item.agency_id, item=item.pk)
        later(build_site, agency=item.agency_id, once=True)
