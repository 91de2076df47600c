"""Registers of circulars that were read from a file and wait for somebody to look through them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.waiting_lists import WaitingList, WaitingLists


class ImportedCirculars(WaitingList):
    """What a file was read as. It goes into the register whole, or goes."""

    objects = WaitingLists["ImportedCirculars"].as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Circulars waiting for review")
