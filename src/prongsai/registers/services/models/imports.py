"""Manuals that were read from a file and wait for somebody to look through them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.waiting_lists import WaitingList, WaitingLists


class ImportedManuals(WaitingList):
    """What a file was read as. It becomes drafts whole, or goes."""

    objects = WaitingLists["ImportedManuals"].as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Manuals waiting for review")
