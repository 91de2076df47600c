"""Staff lists that wait for a person's yes, and what was handed over when somebody left."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.tenancy.models import OfAgency


class StaffImport(OfAgency):
    """A list that was read and is looked through. What was read is blanked once it is decided, or after a week."""

    file_name = models.CharField(_("File"), max_length=200)
    as_of = models.DateField(_("As of"))
    told: models.JSONField[Any, Any] = models.JSONField(default=dict)
    made = models.DateTimeField(_("Read on"), auto_now_add=True)
    made_by = models.CharField(max_length=60)
    decided = models.DateTimeField(_("Decided"), null=True)

    class Meta:
        verbose_name = _("Staff list")
        ordering = ("-made",)

    def __str__(self) -> str:
        return self.file_name


class HandOver(OfAgency):
    """What a person had open on leaving, and who took it. `lines`: kind, title, to whom (empty: it ended)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="hand_overs")
    day = models.DateField(_("Left on"))
    lines: models.JSONField[Any, Any] = models.JSONField(default=list)
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("Hand-over")
        ordering = ("-made",)
