"""Who advises whom: agreed by both sides, each of which keeps its own row of it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key, sort_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class Invitations(models.QuerySet["Invitation"]):
    """Invitations of an adviser."""

    def visible_to(self, acting: Acting) -> Invitations:
        """Give those of one's agency."""
        return self.filter(agency=acting.agency)

    def open(self, on: date) -> Invitations:
        """Give those that can still be accepted."""
        return self.filter(used=None, withdrawn=None, until__gte=on)


class Invitation(OfAgency):
    """A code with which one agency lets this office advise it. Kept is only its keyed hash.

    Spent is one with a day in `used`: in a bundle that goes elsewhere `used_by` is empty, and it must not open again.
    """

    note = models.CharField(_("For which agency"), max_length=200)
    code_hash = models.CharField(max_length=64, editable=False)
    made_by = models.CharField(max_length=40, editable=False)
    made = models.DateField(_("Made on"))
    until = models.DateField(_("Can be accepted until"))
    used_by = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    used = models.DateField(_("Accepted on"), null=True, blank=True)
    withdrawn = models.DateField(_("Taken back on"), null=True, blank=True)

    objects = Invitations.as_manager()

    class Meta:
        verbose_name = _("Invitation of an adviser")
        ordering = ("-made", "-id")
        constraints = (models.UniqueConstraint(fields=["agency", "code_hash"], name="an_invitation_of_a_code"),)

    def __str__(self) -> str:
        return self.note


class Relations(models.QuerySet["Advised"]):
    """Agencies that are advised."""

    def visible_to(self, acting: Acting) -> Relations:
        """Give those that one's agency advises now: who ended it is out of sight."""
        return self.filter(agency=acting.agency, ended=None)

    def saying(self, words: str) -> Relations:
        """Give those in whose name or place all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text", "sort_text"))
class Advised(OfAgency):
    """An agency that this one advises, with what is publicly known of it. `office` is that agency."""

    office = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Name"), max_length=200)
    kind = models.CharField(_("Kind of agency"), max_length=40)
    district = models.CharField(_("District"), max_length=100, blank=True, default="")
    province = models.CharField(_("Province"), max_length=100, blank=True, default="")
    since = models.DateField(_("Since"))
    ended = models.DateField(_("Advised until"), null=True, blank=True)
    search_text = models.TextField(editable=False, default="")
    sort_text = models.CharField(max_length=400, db_collation="C", editable=False, default="")

    objects = Relations.as_manager()

    class Meta:
        verbose_name = _("Advised agency")
        ordering = ("sort_text", "id")
        indexes = (models.Index(fields=["agency", "sort_text"], name="advised_by_name"),)
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "office"], condition=models.Q(ended__isnull=True), name="an_agency_advised_once"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("advised-agency", args=[self.pk])

    def keep_names(self, office: Agency) -> None:
        """Take over how the agency is called, and what lists search and sort by."""
        self.name, self.kind = office.name, office.kind
        self.district, self.province = office.district, office.province
        self.search_text = search_key(f"{office.name} {office.short_name} {office.district} {office.province}")
        self.sort_text = sort_key(office.name).replace("\0", "\1")[:400]  # a column holds no NUL


class Advisers(models.QuerySet["Adviser"]):
    """Advisers of an agency."""

    def visible_to(self, acting: Acting) -> Advisers:
        """Give those of one's agency."""
        return self.filter(agency=acting.agency)

    def running(self) -> Advisers:
        """Give those who advise now."""
        return self.filter(ended=None)


@tracked()
class Adviser(OfAgency):
    """An office that advises this agency. `office` is that office; `far` the number of its own row of the relation."""

    office = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    far = models.BigIntegerField(editable=False)
    since = models.DateField(_("Since"))
    accepted_by = models.CharField(max_length=40, editable=False)
    ended = models.DateField(_("Advised until"), null=True, blank=True)

    objects = Advisers.as_manager()

    class Meta:
        verbose_name = _("Adviser of the agency")
        ordering = ("since", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "office"], condition=models.Q(ended__isnull=True), name="an_adviser_once"
            ),
        )

    def __str__(self) -> str:
        return self.office.name
