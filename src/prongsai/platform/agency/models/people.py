"""People who work in an agency, and the posts they hold."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models.units import Post, Unit
from prongsai.platform.tenancy.models import OfAgency


class Person(OfAgency):
    """Somebody who works in an agency, with or without an account; pages address people by post."""

    prefix = models.CharField(_("Title before the name"), max_length=40, blank=True)
    given_name = models.CharField(_("Given name"), max_length=100)
    family_name = models.CharField(_("Family name"), max_length=100)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="people")
    employment = models.CharField(_("Kind of employment"), max_length=100, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    since = models.DateField(_("Works here since"), null=True, blank=True)
    left = models.DateField(_("Left on"), null=True, blank=True)
    sort_key = models.CharField(max_length=300, db_collation="C", editable=False, default="")

    class Meta:
        verbose_name = _("Person")
        verbose_name_plural = _("People")
        ordering = ("sort_key", "id")

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name as papers write it: the title before the name without a blank."""
        return f"{self.prefix}{self.given_name} {self.family_name}"


class HoldingKind(models.TextChoices):
    """Whether a post is held for good, or for its absent or missing holder (รักษาราชการแทน)."""

    SUBSTANTIVE = "substantive", _("Holder")
    ACTING = "acting", _("Acting")


class Holding(OfAgency):
    """A person holds a post, from a day to a day; by which order is typed, never invented."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    kind = models.CharField(_("Kind"), max_length=12, choices=HoldingKind, default=HoldingKind.SUBSTANTIVE)
    since = models.DateField(_("Since"))
    until = models.DateField(_("Until"), null=True, blank=True)
    order_reference = models.CharField(_("By order"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("Holding of a post")
        ordering = ("since", "id")
