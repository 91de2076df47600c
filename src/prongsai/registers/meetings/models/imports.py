"""Decisions that were read from a list and wait for somebody to look through them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.meetings.models.agenda import AgendaItem
from prongsai.registers.meetings.models.meeting import Meeting


class Imports(models.QuerySet["ImportedDecisions"]):
    """Imports that wait."""

    def visible_to(self, acting: Acting) -> Imports:
        """Give those of the meetings one may see."""
        return self.filter(agency=acting.agency, item__meeting__in=Meeting.objects.visible_to(acting))


class ImportedDecisions(OfAgency):
    """What a list was read as. It becomes decisions under an item whole, or goes."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(_("File name"), max_length=200)
    found = models.JSONField()
    made_by = models.CharField(max_length=40)
    made = models.DateTimeField(auto_now_add=True)

    objects = Imports.as_manager()

    class Meta:
        verbose_name = _("Decisions waiting for review")
        ordering = ("-made", "-id")
