"""A follow-up that a person sent."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.office.data_calls.models.calls import Addressee
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.tasks.services import Channel


class Reminder(OfAgency):
    """ติดตามครั้งที่ 1, 2, 3: on which day, by which channel, in which words. It never changes."""

    addressee = models.ForeignKey(Addressee, on_delete=models.PROTECT, related_name="reminders")
    number = models.PositiveSmallIntegerField(_("Which time"))
    day = models.DateField(_("Day"))
    channel = models.CharField(_("Channel"), max_length=10, choices=Channel)
    words = models.TextField(_("Words with it"))
    made_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("Reminder of a data call")
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "addressee", "number"], name="one_reminder_of_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.addressee} {self.number}"
