"""An item of the disclosure check, as an office answers it in a year."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.models.homes import Home
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency

READERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)


class DisclosedItems(models.QuerySet["DisclosedItem"]):
    """Items of an agency."""

    def visible_to(self, acting: Acting) -> DisclosedItems:
        """Give those of one's agency: what is prepared for the public is no secret inside. Pages ask for a role."""
        return self.filter(agency=acting.agency)


@tracked()
class DisclosedItem(OfAgency):
    """What stands under a code. Title and elements are the framework's, the owner is that of `data_calls`.

    `home` empty: as the office chose for all. `address` is where it stands at the contractor's, as entered back;
    on our own site the address follows from year and code. `explanation` goes with the address into the official
    system. `due` empty: as the data call or the calendar says. `waits` is what a person said that it waits for.
    """

    class Waits(models.TextChoices):
        """What can be waited for, when all that the unit can give is there."""

        NOTHING = "", _("Nothing")
        SIGNATURE = "signature", _("A signature")
        PROOF = "proof", _("Proof")

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("Item"), max_length=8)
    noted_in = models.PositiveSmallIntegerField(_("Year of the codes in use"))
    home = models.CharField(_("Site that carries it"), max_length=10, choices=Home, blank=True, default="")
    address = models.URLField(_("Address at the contractor's site"), max_length=500, blank=True, default="")
    explanation = models.TextField(_("Explanation for the assessor"), blank=True, default="")
    due = models.DateField(_("Due on"), null=True, blank=True)
    waits = models.CharField(_("Waits for"), max_length=10, choices=Waits, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)

    objects = DisclosedItems.as_manager()

    class Meta:
        verbose_name = _("Disclosed item")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "round", "code", "noted_in"], name="an_item_of_a_year_once"),
        )

    def __str__(self) -> str:
        return f"{self.code} ({self.noted_in})"

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("disclosed-item", args=[self.pk])
