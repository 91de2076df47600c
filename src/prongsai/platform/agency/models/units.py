"""Units of an agency, and posts in them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.models import OfAgency


class Unit(OfAgency):
    """A unit (ส่วนราชการ): สำนัก, กอง, หน่วย; or the executives together."""

    name = models.CharField(_("Name"), max_length=200)
    short_name = models.CharField(_("Short name"), max_length=60, blank=True)
    order = models.PositiveSmallIntegerField(_("Order"), default=0)
    closed = models.DateField(_("Closed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("Unit")
        ordering = ("order", "id")
        constraints = (models.UniqueConstraint(fields=["agency", "name"], name="one_unit_of_a_name"),)

    def __str__(self) -> str:
        return self.name


class Standing(models.TextChoices):
    """How a post stands in the line of approval: staff, head of a unit, approver (ปลัด), executive (นายก)."""

    STAFF = "staff", _("Staff")
    HEAD = "head", _("Head of a unit")
    APPROVER = "approver", _("Approver")
    EXECUTIVE = "executive", _("Executive")


class Post(OfAgency):
    """A place in a unit that a person holds; it may stand vacant."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(_("Title"), max_length=200)
    standing = models.CharField(_("Standing"), max_length=10, choices=Standing, default=Standing.STAFF)
    order = models.PositiveSmallIntegerField(_("Order"), default=0)

    class Meta:
        verbose_name = _("Post")
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.title
