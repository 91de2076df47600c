"""A policy, rule or announcement: what stays while its text changes."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key, sort_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency

READERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)
WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)


class PolicyKind(models.TextChoices):
    """What it is called."""

    POLICY = "policy", _("Policy")
    RULE = "rule", _("Rule of the office")
    GUIDE = "guide", _("Guideline")
    ANNOUNCEMENT = "announcement", _("Announcement")


class Policies(models.QuerySet["Policy"]):
    """Policies of an agency."""

    def visible_to(self, acting: Acting) -> Policies:
        """Give those of one's agency: who works there is bound by them."""
        return self.filter(agency=acting.agency)

    def standing(self) -> Policies:
        """Give those that are not repealed."""
        return self.filter(repealed=None)

    def in_force(self) -> Policies:
        """Give those of which a version is in force."""
        return self.standing().filter(versions__state="in_force").distinct()

    def saying(self, words: str) -> Policies:
        """Give those in whose title, unit or text all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text", "sort_key"))
class Policy(OfAgency):
    """A policy, rule, guideline or announcement. Its title follows the newest version."""

    kind = models.CharField(_("Kind"), max_length=12, choices=PolicyKind, default=PolicyKind.POLICY)
    title = models.CharField(_("Title"), max_length=300)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Owner unit"))
    is_public = models.BooleanField(_("On the public page"), default=True)
    reviewed = models.DateField(_("Last reviewed on"), null=True, blank=True)
    review_due = models.DateField(_("Next review"), null=True, blank=True)
    repealed = models.DateField(_("Repealed on"), null=True, blank=True)
    repealed_because = models.CharField(_("Repealed because"), max_length=500, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)
    search_text = models.TextField(editable=False, default="")
    sort_key = models.CharField(max_length=700, db_collation="C", editable=False, default="")

    objects = Policies.as_manager()

    class Meta:
        verbose_name = _("Policy, rule or announcement")
        ordering = ("sort_key", "id")
        indexes = (models.Index(fields=["agency", "sort_key"], name="policies_in_order"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of its page for staff."""
        return reverse("policy", args=[self.pk])

    def is_review_due(self, today: date) -> bool:
        """Whether the day of its review has come."""
        return self.review_due is not None and self.review_due <= today and self.repealed is None

    def keep_keys(self, more: str = "") -> None:
        """Set what lists search and sort by: the title, and further words."""
        self.search_text = search_key(f"{self.title} {self.unit.name} {more}")
        # PostgreSQL keeps no NUL, which parts letters from marks in the key; the next character sorts alike.
        self.sort_key = sort_key(self.title).replace("\x00", "\x01")[:700]
