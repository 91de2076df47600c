"""The log of deeds."""

from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Agency
from prongsai.platform.tenancy.models import WrittenByTriggers


class Line(WrittenByTriggers):
    """One deed in a chain. Lines of no agency are the installation's own.

    Written by the database as the last thing before a commit (`audit_chain`): number, time and hashes are never the
    application's to choose. See README for what is hashed.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    seq = models.BigIntegerField(_("Line number"))
    at = models.DateTimeField(_("Time"))
    actor = models.CharField(_("Who"), max_length=60)
    action = models.CharField(_("Deed"), max_length=80)
    thing = models.CharField(_("On what"), max_length=120, blank=True)
    figures = models.TextField(_("Figures"))
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)
    clock_went_back = models.BooleanField(_("Time in doubt"))

    class Meta:
        verbose_name = _("Deed")
        ordering = ("seq",)
        constraints = (
            models.UniqueConstraint(
                Coalesce("agency_id", models.Value(0, models.BigIntegerField())),
                "seq",
                name="audit_one_line_of_a_number",
            ),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"

    @property
    def told(self) -> dict[str, Any]:
        """The figures, read."""
        figures: dict[str, Any] = json.loads(self.figures)
        return figures
