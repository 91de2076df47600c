"""A list of placements that was read from a file and waits for somebody to look through it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.models import OfAgency


class Imports(models.QuerySet["ReadPlacements"]):
    """Lists that wait."""

    def visible_to(self, acting: Acting) -> Imports:
        """Give those of one's agency: who sent a file may be away when it is looked through."""
        return self.filter(agency=acting.agency)


class ReadPlacements(OfAgency):
    """What a file was read as. It is taken in whole, or goes."""

    file_name = models.CharField(_("File name"), max_length=200)
    found = models.JSONField()
    made_by = models.CharField(max_length=40)
    made = models.DateTimeField(auto_now_add=True)

    objects = Imports.as_manager()

    class Meta:
        verbose_name = _("Placements waiting for review")
        ordering = ("-made", "-id")
