"""The agenda of a meeting, and what was said and resolved under each item."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.meetings.models.attendance import Attendance
from prongsai.registers.meetings.models.meeting import Meeting


@tracked()
class AgendaItem(OfAgency):
    """A part of the agenda (position 0) or an item under it, with its minutes."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    part = models.PositiveSmallIntegerField(_("Part of the agenda"))
    position = models.PositiveSmallIntegerField(_("Item of the part"), default=0)
    title = models.CharField(_("Subject"), max_length=400)
    is_ita = models.BooleanField(_("About ITA"), default=False)
    said = models.TextField(_("What was said, in short"), blank=True, default="")
    resolution = models.TextField(_("Resolution of the meeting"), blank=True, default="")

    class Meta:
        verbose_name = _("Item of an agenda")
        ordering = ("part", "position", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "meeting", "part", "position"],
                name="one_item_at_a_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def number(self) -> str:
        """Its number on the agenda: `4`, or `4.1`."""
        return f"{self.part}.{self.position}" if self.position else str(self.part)

    @property
    def is_part(self) -> bool:
        """Whether it heads a part."""
        return self.position == 0

    @property
    def is_written(self) -> bool:
        """Whether something was written down under it."""
        return bool(self.said or self.resolution)


@tracked()
class LeftRoom(OfAgency):
    """Somebody who left the room while an item was considered that is their own matter."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="left_room")
    attendance = models.ForeignKey(Attendance, on_delete=models.CASCADE, related_name="+", verbose_name=_("Who"))

    class Meta:
        verbose_name = _("Left the room")
        constraints = (
            models.UniqueConstraint(fields=["agency", "item", "attendance"], name="left_the_room_once_for_an_item"),
        )
