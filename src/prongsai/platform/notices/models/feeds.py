"""Addresses from which calendars read."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models import User
from prongsai.platform.tenancy.models import OfAgency


class Feed(OfAgency):
    """The secret address of one person's days. Only the hash of its token is kept; a new one ends the old."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64)
    made = models.DateTimeField(default=timezone.now)
    last_read = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("Calendar address")
        constraints = (
            models.UniqueConstraint(fields=["agency", "user"], name="one_feed_each"),
            models.UniqueConstraint(fields=["agency", "token_hash"], name="one_feed_of_a_token"),
        )

    def is_due_for_a_note(self) -> bool:
        """Whether it is worth writing that it was read: once an hour is enough."""
        return self.last_read is None or timezone.now() - self.last_read > timedelta(hours=1)
