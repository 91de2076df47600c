"""A place: a point of the office or of a village where things hang."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class Places(models.QuerySet["Place"]):
    """Places of an agency."""

    def visible_to(self, acting: Acting) -> Places:
        """Give those of one's agency: a place is no secret."""
        return self.filter(agency=acting.agency)

    def in_use(self) -> Places:
        """Give those that are not given up."""
        return self.filter(closed=None)


@tracked()
class Place(OfAgency):
    """A place. `area` says which part of the office or which village, in words."""

    name = models.CharField(_("Place"), max_length=200)
    area = models.CharField(_("Part of the office, or village"), max_length=200, blank=True, default="")
    closed = models.DateField(_("Not used since"), null=True, blank=True)

    objects = Places.as_manager()

    class Meta:
        verbose_name = _("Place")
        verbose_name_plural = _("Places")
        ordering = ("area", "name", "id")
        constraints = (models.UniqueConstraint(fields=["agency", "name", "area"], name="a_place_once"),)

    def __str__(self) -> str:
        return f"{self.name} ({self.area})" if self.area else self.name

    def get_absolute_url(self) -> str:
        """Give the address of its page, to which its label leads."""
        return reverse("placement-place", args=[self.pk])
