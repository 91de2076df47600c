"""Photographs of what hangs."""

from __future__ import annotations

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import PICTURES
from prongsai.registers.placements.models import Sighting


def _sees(acting: Acting, sighting: int) -> bool:
    return Sighting.objects.visible_to(acting).filter(pk=sighting).exists()


def _tell(sighting: int) -> Told:
    found = Sighting.objects.select_related("placement").get(pk=sighting)
    return Told(found.placement.title, found.placement.get_absolute_url())


PHOTOGRAPH = Holder(
    key="placement-photograph",
    may_read=_sees,
    may_change=lambda _acting, _sighting: False,  # it belongs to what was seen on that day, and stays
    tell=_tell,
    purpose=PICTURES,
    by_link=True,
    listed=True,
)
