"""Days on which an agency differs from the nation."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.models import OfAgency


class DayOff(OfAgency):
    """A day an agency is closed although others work, or works although others are closed."""

    day = models.DateField(_("Day"))
    name = models.CharField(_("Occasion"), max_length=200)
    closed = models.BooleanField(_("The office is closed"), default=True)
    source = models.CharField(_("Where this is announced"), max_length=300)

    class Meta:
        verbose_name = _("Own day off or working day")
        ordering = ("day",)
        constraints = (models.UniqueConstraint(fields=["agency", "day"], name="one_word_on_a_day"),)

    def __str__(self) -> str:
        return self.name
