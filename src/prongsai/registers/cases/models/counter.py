"""The last number given, for each kind and year."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.models import OfAgency


class CaseCounter(OfAgency):
    """One row for each kind and year: whoever takes a number holds it until the case is stored, so none is left out."""

    kind = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("Last number of a kind of case")
        constraints = (models.UniqueConstraint(fields=["agency", "kind", "year"], name="one_counter_of_a_kind"),)
