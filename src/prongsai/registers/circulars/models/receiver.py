"""Who received a circular, how they acknowledged it, and the sheets on which they signed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.circulars.models.circular import Circular


class Way(models.TextChoices):
    """How somebody acknowledged a circular. All but the first two are written down for them (บันทึกแทน)."""

    SCREEN = "screen", _("on screen")
    LINK = "link", _("by personal link")
    SHEET = "sheet", _("signed on the sheet")
    LINE = "line", _("told by LINE")
    TELEPHONE = "telephone", _("told by telephone")
    IN_PERSON = "in_person", _("told in person")


TOLD = (Way.LINE, Way.TELEPHONE, Way.IN_PERSON)
"""The ways that another writes down without a signature."""


class SignedSheet(OfAgency):
    """A printed list on which people signed, as it came back; its scan is attached to it."""

    circular = models.ForeignKey(Circular, on_delete=models.CASCADE, related_name="sheets")
    day = models.DateField(_("Day on the sheet"))
    entered = models.DateField(_("Written down on"))
    recorded_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("Signed sheet")
        ordering = ("entered", "id")

    def __str__(self) -> str:
        return self.circular.subject


class Receivers(models.QuerySet["Receiver"]):
    """Receivers of circulars, in the order of lists: unit, then name."""

    def listed(self) -> Receivers:
        """Give them in the order of units and names."""
        return self.select_related("person", "unit").order_by("unit__order", "unit_id", "person__sort_key", "pk")

    def missing(self) -> Receivers:
        """Give those who have not acknowledged."""
        return self.filter(acknowledged=None)


@tracked(leaving_out=("told",))
class Receiver(OfAgency):
    """Somebody to whom a circular went, with the unit and post of that day."""

    circular = models.ForeignKey(Circular, on_delete=models.CASCADE, related_name="receivers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("Person"))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit"))
    post = models.CharField(_("Post"), max_length=200, blank=True, default="")
    told = models.BooleanField(default=False, editable=False)
    opened = models.DateTimeField(_("Opened it on"), null=True, blank=True)
    acknowledged = models.DateField(_("Acknowledged on"), null=True, blank=True)
    way = models.CharField(_("In what way"), max_length=10, choices=Way, blank=True, default="")
    sheet = models.ForeignKey(SignedSheet, on_delete=models.PROTECT, null=True, blank=True, related_name="signed")
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    recorded_by = models.CharField(max_length=40, editable=False, default="")

    objects = Receivers.as_manager()

    class Meta:
        verbose_name = _("Receiver of a circular")
        constraints = (
            models.UniqueConstraint(fields=["agency", "circular", "person"], name="one_copy_of_a_circular_each"),
            models.CheckConstraint(
                condition=Q(acknowledged__isnull=True, way="") | Q(acknowledged__isnull=False) & ~Q(way=""),
                name="acknowledged_in_some_way",
            ),
        )

    def __str__(self) -> str:
        return f"{self.circular} ({self.pk})"

    @property
    def is_for_another(self) -> bool:
        """Whether somebody else wrote it down for the receiver (บันทึกแทน)."""
        return bool(self.way) and self.way not in (Way.SCREEN, Way.LINK)

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it was signed or told."""
        return bool(self.acknowledged and self.entered and self.acknowledged < self.entered)
