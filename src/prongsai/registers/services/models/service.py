"""A service of an agency: what stays while its manual changes."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key, sort_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class ServiceKind(models.TextChoices):
    """What is done: the kinds of the official manual form."""

    PERMIT = "permit", _("Permission")
    REGISTER = "register", _("Registration")
    NOTIFY = "notify", _("Notification taken")
    APPROVE = "approve", _("Approval given")
    SERVICE = "service", _("Service")


class Audience(models.TextChoices):
    """For whom."""

    PUBLIC = "public", _("Service for the public")
    INTERNAL = "internal", _("Inside procedure")


class Services(models.QuerySet["Service"]):
    """Services of an agency."""

    def visible_to(self, acting: Acting) -> Services:
        """Give those of one's agency: who works there may know them all."""
        return self.filter(agency=acting.agency)

    def offered(self) -> Services:
        """Give those that are not given up."""
        return self.filter(given_up=None)

    def saying(self, words: str) -> Services:
        """Give those in whose name, unit or law all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text", "sort_key"))
class Service(OfAgency):
    """A service or an inside procedure. Name, kind and audience follow the newest version, for lists."""

    name = models.CharField(_("Name"), max_length=300)
    kind = models.CharField(_("Kind of service"), max_length=10, choices=ServiceKind, default=ServiceKind.SERVICE)
    audience = models.CharField(_("For whom"), max_length=10, choices=Audience, default=Audience.PUBLIC)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Owner unit"))
    is_sensitive = models.BooleanField(_("Sensitive"), default=False)
    reviewed = models.DateField(_("Last reviewed on"), null=True, blank=True)
    review_due = models.DateField(_("Next review"), null=True, blank=True)
    given_up = models.DateField(_("Given up on"), null=True, blank=True)
    made_by = models.CharField(max_length=40, editable=False)
    search_text = models.TextField(editable=False, default="")
    sort_key = models.CharField(max_length=700, db_collation="C", editable=False, default="")

    objects = Services.as_manager()

    class Meta:
        verbose_name = _("Service")
        verbose_name_plural = _("Services")
        ordering = ("sort_key", "id")
        indexes = (models.Index(fields=["agency", "sort_key"], name="services_in_order"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Give the address of its page for staff."""
        return reverse("service", args=[self.pk])

    def public_path(self, agency: Agency) -> str:
        """Give the path of its page for citizens; it never changes."""
        return reverse("public-service", kwargs={"code": agency.code, "service": self.pk})

    def is_review_due(self, today: date) -> bool:
        """Whether the day of its review has come."""
        return self.review_due is not None and self.review_due <= today and self.given_up is None

    def keep_keys(self, more: str = "") -> None:
        """Set what lists sort and search by: the name, and further words of the sheet."""
        self.search_text = search_key(f"{self.name} {more}")
        # PostgreSQL keeps no NUL, which parts letters from marks in the key; the next character sorts alike.
        self.sort_key = sort_key(self.name).replace("\x00", "\x01")[:700]
