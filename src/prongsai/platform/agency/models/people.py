"""People who work in an agency, and the posts they hold."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import sort_key
from prongsai.platform.agency.models.units import Post, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class People(models.QuerySet["Person"]):
    """People. They leave, and are never deleted: deeds and papers name them."""

    def here(self, on: date) -> People:
        """Give those who work here on a day; on the day of leaving one does not any more."""
        return self.filter(models.Q(left__isnull=True) | models.Q(left__gt=on))


@tracked()
class Person(OfAgency):
    """Somebody who works in an agency, with or without an account; pages address people by post."""

    prefix = models.CharField(_("Title before the name"), max_length=40, blank=True)
    given_name = models.CharField(_("Given name"), max_length=100)
    family_name = models.CharField(_("Family name"), max_length=100)
    unit = models.ForeignKey(Unit, verbose_name=_("Unit"), on_delete=models.PROTECT, related_name="people")
    employment = models.CharField(_("Kind of employment"), max_length=100, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    since = models.DateField(_("Works here since"), null=True, blank=True)
    left = models.DateField(_("Left on"), null=True, blank=True)
    sort_key = models.CharField(max_length=300, db_collation="C", editable=False, default="")

    objects = People.as_manager()

    class Meta:
        verbose_name = _("Person")
        verbose_name_plural = _("People")
        ordering = ("sort_key", "id")

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **options: Any) -> None:
        """Keep the key that puts lists in the order of a Thai dictionary: given name first, as offices list people."""
        # PostgreSQL keeps no NUL, which parts letters from marks in the key; the next character sorts alike.
        self.sort_key = sort_key(f"{self.given_name} {self.family_name}").replace("\x00", "\x01")[:300]
        super().save(*args, **options)

    def is_here(self, on: date) -> bool:
        """Whether the person works here on a day."""
        return self.left is None or self.left > on

    @property
    def full_name(self) -> str:
        """The name as papers write it: the title before the name without a blank."""
        return f"{self.prefix}{self.given_name} {self.family_name}"


class HoldingKind(models.TextChoices):
    """Whether a post is held for good, or for its absent or missing holder (รักษาราชการแทน)."""

    SUBSTANTIVE = "substantive", _("Holder")
    ACTING = "acting", _("Acting")


class Holdings(models.QuerySet["Holding"]):
    """Holdings of posts."""

    def running(self, on: date) -> Holdings:
        """Give those that run on a day, both ends included, of people who are here."""
        begun = self.filter(since__lte=on).filter(models.Q(until__isnull=True) | models.Q(until__gte=on))
        return begun.filter(models.Q(person__left__isnull=True) | models.Q(person__left__gt=on))


@tracked()
class Holding(OfAgency):
    """A person holds a post, from a day to a day; by which order is typed, never invented."""

    person = models.ForeignKey(Person, verbose_name=_("Person"), on_delete=models.PROTECT, related_name="holdings")
    post = models.ForeignKey(Post, verbose_name=_("Post"), on_delete=models.PROTECT, related_name="holdings")
    kind = models.CharField(_("Kind"), max_length=12, choices=HoldingKind, default=HoldingKind.SUBSTANTIVE)
    since = models.DateField(_("Since"))
    until = models.DateField(_("Until"), null=True, blank=True)
    order_reference = models.CharField(_("By order"), max_length=200, blank=True)

    objects = Holdings.as_manager()

    class Meta:
        verbose_name = _("Holding of a post")
        ordering = ("since", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="a_holding_ends_after_it_began",
            ),
        )

    @property
    def is_acting(self) -> bool:
        """Whether it is held in another's place (รักษาราชการแทน)."""
        return self.kind == HoldingKind.ACTING
