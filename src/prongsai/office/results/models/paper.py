"""A paper as it was read: kept whole, so that later steps look at the same reading."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.papers.json import from_json
from prongsai.ita.papers.reading import Reading
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.models import OfAgency


class Papers(models.QuerySet["ReadPaper"]):
    """Papers of an agency."""

    def visible_to(self, acting: Acting) -> Papers:
        """Give those of one's agency."""
        return self.filter(agency=acting.agency)


class ReadPaper(OfAgency):
    """A file and what was read in it, and the fiscal years it speaks of. Written once, never changed."""

    file_name = models.CharField(_("File name"), max_length=200)
    sha256 = models.CharField(max_length=64)
    found = models.JSONField()
    traces = models.JSONField(default=list)
    years = models.JSONField(default=list)
    made_by = models.CharField(max_length=40, editable=False)
    made = models.DateTimeField(_("Paper sent on"), auto_now_add=True)

    objects = Papers.as_manager()

    class Meta:
        verbose_name = _("Paper as read")
        ordering = ("-made", "-id")

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("read-paper", args=[self.pk])

    @property
    def reading(self) -> Reading:
        """What was read."""
        found: dict[str, Any] = self.found
        return from_json(found)
