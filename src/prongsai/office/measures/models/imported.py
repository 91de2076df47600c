"""Measures read from a paper or a list, kept until somebody has looked through them."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.models import OfAgency


class Imports(models.QuerySet["ImportedMeasures"]):
    """Kept readings of an agency."""

    def visible_to(self, acting: Acting) -> Imports:
        """Give those of one's agency."""
        return self.filter(agency=acting.agency)


class ImportedMeasures(OfAgency):
    """What a paper or list holds for one year: `rows` (`taking.PlanRow` as plain data), `limitations`, `proposals`."""

    round = models.ForeignKey("rounds.Round", on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(_("File name"), max_length=200)
    found = models.JSONField()
    made_by = models.CharField(max_length=40, editable=False)
    made = models.DateTimeField(_("Made on"), auto_now_add=True)

    objects = Imports.as_manager()

    class Meta:
        verbose_name = _("Measures to look through")
        ordering = ("-made", "-id")

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("measures-import-review", args=[self.pk])
