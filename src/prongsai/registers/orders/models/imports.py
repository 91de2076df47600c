"""Lists of orders that were read from a file and wait for somebody to look through them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.waiting_lists import WaitingList, WaitingLists


class ImportedOrders(WaitingList):
    """What a file was read as. It becomes orders whole, or goes."""

    objects = WaitingLists["ImportedOrders"].as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Orders waiting for review")
