"""Registers of circulars or briefings that were read from a file and wait for somebody to look through them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.waiting_lists import WaitingList, WaitingLists


class ListKind(models.TextChoices):
    """What an old register lists."""

    CIRCULARS = "circulars", _("Circulars")
    BRIEFINGS = "briefings", _("Briefings")


class ImportedCirculars(WaitingList):
    """What a file was read as, of one kind. It goes into the register whole, or goes."""

    kind = models.CharField(_("Kind of list"), max_length=10, choices=ListKind, default=ListKind.CIRCULARS)

    objects = WaitingLists["ImportedCirculars"].as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Old registers waiting for review")
