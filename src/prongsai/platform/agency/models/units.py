"""Units of an agency, and posts in them."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


def _stands(on: date) -> models.Q:
    """Say that a unit or post is there on a day: on the day of its closing it is not any more."""
    return models.Q(closed__isnull=True) | models.Q(closed__gt=on)


class Units(models.QuerySet["Unit"]):
    """Units. They are closed, never deleted: papers of earlier years name them."""

    def standing(self, on: date) -> Units:
        """Give those that are there on a day."""
        return self.filter(_stands(on))


@tracked()
class Unit(OfAgency):
    """A unit (ส่วนราชการ): สำนัก, กอง, หน่วย; or the executives together."""

    name = models.CharField(_("Name"), max_length=200)
    short_name = models.CharField(_("Short name"), max_length=60, blank=True)
    order = models.PositiveSmallIntegerField(_("Order"), default=0)
    closed = models.DateField(_("Closed on"), null=True, blank=True)

    objects = Units.as_manager()

    class Meta:
        verbose_name = _("Unit")
        ordering = ("order", "id")
        constraints = (models.UniqueConstraint(fields=["agency", "name"], name="one_unit_of_a_name"),)

    def __str__(self) -> str:
        return self.name

    def is_standing(self, on: date) -> bool:
        """Whether it is there on a day."""
        return self.closed is None or self.closed > on


class Standing(models.TextChoices):
    """How a post stands in the line of approval: staff, head of a unit, approver (ปลัด), executive (นายก)."""

    STAFF = "staff", _("Staff")
    HEAD = "head", _("Head of a unit")
    APPROVER = "approver", _("Approver")
    EXECUTIVE = "executive", _("Executive")

    @property
    def rank(self) -> int:
        """How high it stands: staff 0, head 1, approver 2, executive 3."""
        return list(Standing).index(self)


class Posts(models.QuerySet["Post"]):
    """Posts. They are closed, never deleted."""

    def standing(self, on: date) -> Posts:
        """Give those that are there on a day, in units that are."""
        unit = models.Q(unit__closed__isnull=True) | models.Q(unit__closed__gt=on)
        return self.filter(_stands(on), unit)


@tracked()
class Post(OfAgency):
    """A place in a unit that a person holds; it may stand vacant. Of one standing, the first by order leads."""

    unit = models.ForeignKey(Unit, verbose_name=_("Unit"), on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(_("Title"), max_length=200)
    standing = models.CharField(_("Standing"), max_length=10, choices=Standing, default=Standing.STAFF)
    order = models.PositiveSmallIntegerField(_("Order"), default=0)
    closed = models.DateField(_("Closed on"), null=True, blank=True)

    objects = Posts.as_manager()

    class Meta:
        verbose_name = _("Post")
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.title

    @property
    def rank(self) -> int:
        """How high it stands in the line of approval."""
        return Standing(self.standing).rank

    def is_standing(self, on: date) -> bool:
        """Whether it is there on a day, and its unit too."""
        return (self.closed is None or self.closed > on) and self.unit.is_standing(on)
