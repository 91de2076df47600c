"""Policies that were read from a list and wait for somebody to look through them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.waiting_lists import WaitingList, WaitingLists


class ReadPolicies(WaitingList):
    """What a list was read as. It is taken in whole, or goes."""

    objects = WaitingLists["ReadPolicies"].as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Policies waiting for review")
