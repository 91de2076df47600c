"""What came in for an item."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.office.data_calls.models.items import CalledItem
from prongsai.office.data_calls.models.seeing import part_of
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.tasks.services import Channel


class Outcome(models.TextChoices):
    """What the one who looked at it said."""

    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Returned for changes")


class HandIns(models.QuerySet["HandIn"]):
    """What came in."""

    def visible_to(self, acting: Acting) -> HandIns:
        """Give those of the items one may know."""
        return self.filter(part_of(acting, "item__addressee__"), agency=acting.agency)


@tracked()
class HandIn(OfAgency):
    """Words, a link, numbers (`[[words, number], ...]`, as asked); files are attached to it.

    It stays as it came: what was returned is handed in anew.

    Three days: when the thing happened, when it was received, when it was written down. `received_by` is empty for who
    handed it in here; else somebody else wrote it down for `recorded_for`. `nothing`: there is nothing to report.
    """

    item = models.ForeignKey(CalledItem, on_delete=models.PROTECT, related_name="hand_ins")
    words = models.TextField(_("Words with it"), blank=True, default="")
    link = models.URLField(_("Address of a page"), max_length=500, blank=True, default="")
    figures = models.JSONField(_("Numbers"), default=list, blank=True)
    nothing = models.BooleanField(_("There is nothing to report"), default=False)
    happened = models.DateField(_("Happened on"), null=True, blank=True)
    received = models.DateField(_("Received here on"))
    entered = models.DateField(_("Written down on"))
    received_by = models.CharField(_("Received by"), max_length=10, choices=Channel, blank=True, default="")
    recorded_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Recorded for")
    )
    made_by = models.CharField(max_length=40, editable=False)
    outcome = models.CharField(_("Outcome"), max_length=10, choices=Outcome, blank=True, default="")
    because = models.CharField(_("Reason"), max_length=500, blank=True, default="")
    checked = models.DateField(_("Looked at on"), null=True, blank=True)
    checked_by = models.CharField(max_length=40, editable=False, default="")

    objects = HandIns.as_manager()

    class Meta:
        verbose_name = _("Hand-in")
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(received_by="", recorded_for__isnull=True)
                | (~models.Q(received_by="") & models.Q(recorded_for__isnull=False)),
                name="recorded_for_somebody_by_a_channel",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="") | models.Q(checked__isnull=False), name="looked_at_on_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.item} ({self.received})"

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it was received."""
        return self.received < self.entered

    def is_own(self, acting: Acting) -> bool:
        """Whether somebody handed this in oneself, or it was written down for that person."""
        person = acting.person
        if self.recorded_for_id is not None:
            return person is not None and person.pk == self.recorded_for_id
        return self.made_by.partition(":")[2] == str(acting.user.pk)
