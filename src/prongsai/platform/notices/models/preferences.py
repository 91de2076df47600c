"""How somebody wishes to be told."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models import User
from prongsai.platform.tenancy.models import OfAgency


class Rhythm(models.TextChoices):
    """How often something is sent."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day, in the morning")
    WEEKLY = "weekly", _("Once a week, on Monday morning")


class Quiet(models.TextChoices):
    """When nothing is sent that can wait."""

    NIGHT = "night", _("From 20:00 to 07:00")
    DAYS_OFF = "days_off", _("From 20:00 to 07:00, and on days when the office is closed")


class Preference(OfAgency):
    """The wishes of an account. Nothing is sent to who never said so; the page of notices shows everything."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    by_mail = models.BooleanField(default=False)
    by_line = models.BooleanField(default=True)
    rhythm = models.CharField(max_length=8, choices=Rhythm, default=Rhythm.AT_ONCE)
    quiet = models.CharField(max_length=8, choices=Quiet, default=Quiet.NIGHT)

    class Meta:
        verbose_name = _("How somebody is told")
        constraints = (models.UniqueConstraint(fields=["agency", "user"], name="one_wish_each"),)
