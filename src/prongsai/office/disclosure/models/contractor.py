"""What the contractor is asked to change, and whether it was seen live."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.look_words import said_of
from prongsai.office.disclosure.models.items import DisclosedItem
from prongsai.office.disclosure.models.publications import Publication
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


@tracked()
class ChangeList(OfAgency):
    """A list of changes handed to the contractor. It does not change once it was sent."""

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    made = models.DateField(_("Made on"))
    sent = models.DateField(_("Day of sending"), null=True, blank=True)
    sent_by = models.CharField(_("By which way"), max_length=100, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("List of changes for the contractor")
        ordering = ("-id",)

    def __str__(self) -> str:
        return str(self.sent or self.made)

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("disclosure-list", args=[self.pk])


@tracked()
class Change(OfAgency):
    """One line of a list: what is to be done with which version, and where. `seen`: the day it was seen live."""

    class Kind(models.TextChoices):
        """What is to be done."""

        ADD = "add", _("Put on the site")
        REPLACE = "replace", _("Replace")
        REMOVE = "remove", _("Take off the site")
        LINK = "link", _("Link from the main site")

    list = models.ForeignKey(ChangeList, on_delete=models.PROTECT, related_name="changes")
    item = models.ForeignKey(DisclosedItem, on_delete=models.PROTECT, related_name="changes")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(_("What is to be done"), max_length=8, choices=Kind)
    where = models.CharField(_("Where on the site"), max_length=300, blank=True, default="")
    address = models.URLField(_("Address where it stands"), max_length=500, blank=True, default="")
    seen = models.DateField(_("Seen live on"), null=True, blank=True)
    seen_by = models.CharField(max_length=40, editable=False, default="")
    dropped_because = models.CharField(_("No longer needed because"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("Change for the contractor")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.item}"


class AddressCheck(OfAgency):
    """An address was looked at: by the watch, or by a person. Old rows are removed; what they proved is in the log."""

    class Outcome(models.TextChoices):
        """What was found."""

        REACHED = "reached", _("Reached from the main site")
        NOT_LINKED = "not-linked", _("Opens, but the main site does not lead to it")
        FAILS = "fails", _("Does not open")
        CHANGED = "changed", _("Opens, but shows something else than was sent")
        SITE_DOWN = "site-down", _("The whole site does not answer")

    item = models.ForeignKey(DisclosedItem, on_delete=models.CASCADE, null=True, related_name="checks")
    address = models.CharField(max_length=500)
    at = models.DateTimeField(_("Time"))
    outcome = models.CharField(_("Outcome"), max_length=10, choices=Outcome)
    detail = models.CharField(max_length=300, blank=True, default="")
    mark = models.CharField(max_length=64, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("Check of an address")
        ordering = ("-at",)
        indexes = (models.Index(fields=["agency", "item", "-at"], name="address_checks_newest"),)

    def __str__(self) -> str:
        return f"{self.address}: {self.get_outcome_display()}"

    @property
    def why(self) -> str:
        """What stands behind the outcome, in words."""
        return said_of(self.outcome, self.detail)
