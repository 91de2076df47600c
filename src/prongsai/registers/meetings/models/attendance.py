"""Who is expected at a meeting, and who came."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.meetings.models.meeting import Meeting


class Presence(models.TextChoices):
    """Whether somebody came."""

    UNKNOWN = "", _("not yet noted")
    PRESENT = "present", _("Came")
    ABSENT = "absent", _("Did not come")
    REPRESENTED = "represented", _("Sent somebody")


@tracked()
class Attendance(OfAgency):
    """Somebody at a meeting: a member as the group has them on the day it is called, or a guest."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    position = models.PositiveSmallIntegerField(_("Order"), default=1)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    name = models.CharField(_("Name"), max_length=200, blank=True, default="")
    post = models.CharField(_("Post"), max_length=200, blank=True, default="")
    role = models.CharField(_("Role in the group"), max_length=100, blank=True, default="")
    is_guest = models.BooleanField(_("Guest"), default=False)
    presence = models.CharField(_("Presence"), max_length=12, choices=Presence, blank=True, default=Presence.UNKNOWN)
    note = models.CharField(_("Why away, or by whom represented"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("Attendance")
        ordering = ("is_guest", "position", "id")

    def __str__(self) -> str:
        return self.full_name or self.post

    @property
    def full_name(self) -> str:
        """The name of the person, or as it was typed."""
        return self.person.full_name if self.person else self.name

    @property
    def is_here(self) -> bool:
        """Whether somebody sat there, in person or by another."""
        return self.presence in (Presence.PRESENT, Presence.REPRESENTED)
