"""The outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models import User
from prongsai.platform.notices.models.notices import Copy
from prongsai.platform.tenancy.models import OfAgency

if TYPE_CHECKING:
    from prongsai.platform.accounts.acting import Acting


class Channel(models.TextChoices):
    """A way out of the house."""

    MAIL = "mail", _("E-mail")
    LINE = "line", _("LINE")


class State(models.TextChoices):
    """How a sending stands."""

    WAITING = "waiting", _("Waiting to be sent")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    UNSURE = "unsure", _("Not known whether it arrived")
    GIVEN_UP = "given_up", _("Given up")
    DROPPED = "dropped", _("Not needed any more")


class Sendings(models.QuerySet["Sending"]):
    """Sendings, and which of them trouble somebody."""

    def visible_to(self, acting: Acting) -> Sendings:
        """Give those of one's agency: that something was sent, and how it went."""
        return self.filter(agency=acting.agency)

    def troubled(self) -> Sendings:
        """Give those that failed at least once and did not get through since."""
        waits = models.Q(state=State.WAITING, tries__gt=0)
        return self.filter(waits | models.Q(state__in=(State.UNSURE, State.GIVEN_UP)))


class Sending(OfAgency):
    """One copy on its way through one channel, once. Sendings of one message share its `key`.

    `wanted` is when it should go first, `not_before` the next try. `trouble` is the kind of the last failure, a word.
    """

    copy = models.ForeignKey(Copy, on_delete=models.CASCADE, related_name="sendings")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    channel = models.CharField(max_length=4, choices=Channel)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    wanted = models.DateTimeField()
    not_before = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    key = models.UUIDField(null=True)
    trouble = models.CharField(max_length=40, blank=True)
    changed = models.DateTimeField(default=timezone.now)

    objects = Sendings.as_manager()

    class Meta:
        verbose_name = _("Message on its way")
        ordering = ("not_before", "id")
        constraints = (models.UniqueConstraint(fields=["agency", "copy", "channel"], name="sent_once_each_way"),)
        indexes = (
            models.Index(
                fields=["agency", "not_before"], condition=models.Q(state="waiting"), name="notices_waiting_to_be_sent"
            ),
        )
