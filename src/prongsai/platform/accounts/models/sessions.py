"""Where an account is logged in."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models.user import User

CLOCK_SLACK = timedelta(minutes=2)


class AccountSession(AbstractBaseSession):
    """A session. Its key is kept as a hash: who reads the database cannot become somebody."""

    session_key = models.CharField(max_length=64, primary_key=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="sessions")
    began = models.DateTimeField(_("Logged in"), default=timezone.now)
    seen = models.DateTimeField(_("Last used"), default=timezone.now)
    by_link = models.BooleanField(_("By a personal link"), default=False)
    device = models.CharField(_("Device"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("Session")
        ordering = ("-seen",)

    def is_alive(self, now: datetime) -> bool:
        """Whether it still counts. One from the future is dead: a clock set back must make no session immortal."""
        return max(self.began, self.seen) <= now + CLOCK_SLACK and now < self.expire_date
