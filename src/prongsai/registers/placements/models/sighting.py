"""A sighting: somebody looked, and found it there, damaged, or gone."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.placements.models.placement import Placement
from prongsai.registers.placements.models.rounds import CheckingRound
from prongsai.registers.tasks.services import Channel


class Found(models.TextChoices):
    """How it was found."""

    GOOD = "good", _("There, in good order")
    DAMAGED = "damaged", _("There, damaged")
    MISSING = "missing", _("Not there")


class Sightings(models.QuerySet["Sighting"]):
    """Sightings of an agency."""

    def visible_to(self, acting: Acting) -> Sightings:
        """Give those of the placements one may know."""
        return self.filter(placement__in=Placement.objects.visible_to(acting))


class Sighting(OfAgency):
    """What somebody saw on a day. It is never changed: a later one corrects it."""

    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="sightings")
    round = models.ForeignKey(CheckingRound, on_delete=models.PROTECT, null=True, related_name="sightings")
    day = models.DateField(_("Seen on"))
    entered = models.DateField(_("Written down on"))
    found = models.CharField(_("How it was found"), max_length=10, choices=Found, default=Found.GOOD)
    note = models.CharField(_("Note"), max_length=300, blank=True, default="")
    photographs = models.PositiveSmallIntegerField(default=0, editable=False)
    seen_by = models.CharField(max_length=40, editable=False)
    recorded_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Recorded for")
    )
    received_by = models.CharField(_("Received by"), max_length=10, choices=Channel, blank=True, default="")

    objects = Sightings.as_manager()

    class Meta:
        verbose_name = _("Sighting")
        ordering = ("-day", "-id")
        indexes = (models.Index(fields=["agency", "placement", "-day"], name="sightings_by_day"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(day__lte=models.F("entered")), name="seen_before_it_is_entered"),
        )

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it was seen."""
        return self.day < self.entered
