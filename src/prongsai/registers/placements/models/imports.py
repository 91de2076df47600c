"""A list of placements that was read from a file and waits for somebody to look through it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.waiting_lists import WaitingList, WaitingLists


class ReadPlacements(WaitingList):
    """What a file was read as. It is taken in whole, or goes."""

    objects = WaitingLists["ReadPlacements"].as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Placements waiting for review")
