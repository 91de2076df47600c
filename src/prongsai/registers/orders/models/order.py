"""An order or an announcement: what it says, its number and day, how far it has come."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key, to_arabic
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class OrderKind(models.TextChoices):
    """What the paper is."""

    ORDER = "order", _("Official order")
    ANNOUNCEMENT = "announcement", _("Announcement")


class OrderState(models.TextChoices):
    """How far it has come."""

    DRAFT = "draft", _("Draft")
    WAITING = "waiting", _("Waiting for signature")
    IN_FORCE = "in_force", _("In force")
    REVOKED = "revoked", _("Revoked")


OPEN = (OrderState.DRAFT, OrderState.WAITING)


class Orders(models.QuerySet["Order"]):
    """Orders of an agency."""

    def visible_to(self, acting: Acting) -> Orders:
        """Give those of one's agency: who works there may know them all."""
        return self.filter(agency=acting.agency)

    def in_force(self, on: date) -> Orders:
        """Give those that hold on a day."""
        held = self.filter(state=OrderState.IN_FORCE)
        begun = held.filter(models.Q(since__isnull=True) | models.Q(since__lte=on))
        return begun.filter(models.Q(until__isnull=True) | models.Q(until__gte=on))

    def saying(self, words: str) -> Orders:
        """Give those in whose number, subject or members all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text", "number_order"))
class Order(OfAgency):
    """A paper that binds. Its content is written only while it is a draft; number and day are typed, never made."""

    kind = models.CharField(_("Kind of paper"), max_length=12, choices=OrderKind, default=OrderKind.ORDER)
    state = models.CharField(_("State"), max_length=10, choices=OrderState, default=OrderState.DRAFT)
    number = models.CharField(_("Paper number"), max_length=20, blank=True, default="")
    year = models.PositiveSmallIntegerField(_("Year of the number (B.E.)"), null=True, blank=True)
    day = models.DateField(_("Dated"), null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit in charge"))
    subject = models.CharField(_("Subject"), max_length=400)
    cause = models.TextField(_("Why it is issued"), blank=True, default="")
    authority = models.CharField(_("Law or rule that gives the power"), max_length=600, blank=True, default="")
    clauses = models.TextField(_("Clauses"), blank=True, default="")
    duties_before = models.TextField(_("Duties before the assessment"), blank=True, default="")
    duties_during = models.TextField(_("Duties during the assessment"), blank=True, default="")
    duties_after = models.TextField(_("Duties after the assessment"), blank=True, default="")
    names_printed = models.BooleanField(_("Print names beside posts"), default=False)
    since = models.DateField(_("Holds from"), null=True, blank=True)
    until = models.DateField(_("Holds until"), null=True, blank=True)
    signer_post = models.CharField(_("Post of who signs"), max_length=200, blank=True, default="")
    signer_name = models.CharField(_("Name of who signs"), max_length=200, blank=True, default="")
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="revokes", verbose_name=_("Revoked by")
    )
    revoked_on = models.DateField(_("Revoked on"), null=True, blank=True)
    revoked_because = models.CharField(_("Revoked because"), max_length=400, blank=True, default="")
    remark = models.CharField(_("Note in the register"), max_length=400, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)
    number_order = models.PositiveIntegerField(editable=False, default=0)
    search_text = models.TextField(editable=False, default="")

    objects = Orders.as_manager()

    class Meta:
        verbose_name = _("Order or announcement")
        verbose_name_plural = _("Orders and announcements")
        ordering = ("-year", "-number_order", "-id")
        indexes = (models.Index(fields=["agency", "-year", "-number_order"], name="orders_in_order"),)
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "kind", "year", "number"],
                condition=~models.Q(number=""),
                name="one_order_of_a_number_in_a_year",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["in_force", "revoked"]) | models.Q(day__isnull=False),
                name="an_order_in_force_has_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} {self.subject}"

    @property
    def title(self) -> str:
        """The kind with number and year, as papers are called."""
        return f"{self.get_kind_display()} {self.number}/{self.year}" if self.number else str(self.get_kind_display())

    @property
    def number_as_typed(self) -> str | None:
        """Number and year, None while the registry has not given one."""
        return f"{self.number}/{self.year}" if self.number else None

    @property
    def is_draft(self) -> bool:
        """Whether its content may still be changed."""
        return self.state == OrderState.DRAFT

    @property
    def is_open(self) -> bool:
        """Whether it does not bind yet."""
        return self.state in OPEN

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down on a later day than it carries."""
        return bool(self.day and self.entered and self.day < self.entered)

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("order", args=[self.pk])

    def keep_keys(self, more: str = "") -> None:
        """Set what lists sort and search by: number, subject, day, and the members."""
        digits = "".join(c for c in to_arabic(self.number).partition("/")[0] if c.isdigit())
        self.number_order = int(digits[:9] or 0)
        own = f"{self.number}/{self.year} {self.subject} {self.signer_post} {self.remark} {more}"
        self.search_text = search_key(own)
