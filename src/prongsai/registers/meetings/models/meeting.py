"""A meeting: number, day, place, and how far its papers have come."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.meetings.models.group import MeetingGroup


class MeetingState(models.TextChoices):
    """How far a meeting has come."""

    CALLED = "called", _("Called")
    HELD = "held", _("Meeting held")
    ADOPTED = "adopted", _("Minutes adopted")
    CANCELLED = "cancelled", _("Cancelled")


OPEN = (MeetingState.CALLED, MeetingState.HELD)


class Meetings(models.QuerySet["Meeting"]):
    """Meetings of an agency."""

    def visible_to(self, acting: Acting) -> Meetings:
        """Give those of the groups one may see."""
        return self.filter(agency=acting.agency, group__in=MeetingGroup.objects.visible_to(acting))

    def saying(self, words: str) -> Meetings:
        """Give those in whose group, place, agenda or minutes all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text",))
class Meeting(OfAgency):
    """A meeting of a group. Number and year are the office's own count; minutes are frozen once adopted."""

    group = models.ForeignKey(
        MeetingGroup, on_delete=models.PROTECT, related_name="meetings", verbose_name=_("Group that meets")
    )
    number = models.PositiveSmallIntegerField(_("Number of the meeting"))
    year = models.PositiveSmallIntegerField(_("Year (B.E.)"))
    day = models.DateField(_("Day of the meeting"))
    starts = models.TimeField(_("Begins at"), null=True, blank=True)
    ends = models.TimeField(_("Ended at"), null=True, blank=True)
    place = models.CharField(_("Place"), max_length=200, blank=True, default="")
    state = models.CharField(_("State"), max_length=10, choices=MeetingState, default=MeetingState.CALLED)
    why = models.TextField(_("Why the meeting is called"), blank=True, default="")
    letter_number = models.CharField(_("Number of the invitation"), max_length=60, blank=True, default="")
    letter_day = models.DateField(_("Day of the invitation"), null=True, blank=True)
    backdated_because = models.CharField(_("Why it is dated before its order"), max_length=400, blank=True, default="")
    note_taker = models.CharField(_("Taker of the minutes"), max_length=200, blank=True, default="")
    note_taker_post = models.CharField(_("Post of the taker"), max_length=200, blank=True, default="")
    checker = models.CharField(_("Checker of the minutes"), max_length=200, blank=True, default="")
    checker_post = models.CharField(_("Post of the checker"), max_length=200, blank=True, default="")
    adopted_at = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="adopts", verbose_name=_("Adopted at")
    )
    corrections = models.TextField(_("Corrections on adoption"), blank=True, default="")
    cancelled_because = models.CharField(_("Cancelled because"), max_length=400, blank=True, default="")
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    made_by = models.CharField(max_length=40, editable=False)
    search_text = models.TextField(editable=False, default="")

    objects = Meetings.as_manager()

    class Meta:
        verbose_name = _("Meeting")
        verbose_name_plural = _("Meetings")
        ordering = ("-day", "-number", "-id")
        indexes = (models.Index(fields=["agency", "-day"], name="meetings_in_order"),)
        constraints = (
            models.UniqueConstraint(fields=["agency", "group", "year", "number"], name="one_meeting_of_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.group} {self.number_words}"

    @property
    def number_words(self) -> str:
        """Number and year as offices write them."""
        return f"{self.number}/{self.year}"

    @property
    def is_open(self) -> bool:
        """Whether its papers may still be changed."""
        return self.state in OPEN

    @property
    def is_held(self) -> bool:
        """Whether it took place."""
        return self.state in (MeetingState.HELD, MeetingState.ADOPTED)

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down on a later day than it took place."""
        return bool(self.entered and self.day < self.entered)

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("meeting", args=[self.pk])

    def keep_keys(self) -> None:
        """Set what lists search by: group, number, place, agenda, minutes and decisions."""
        own = [self.group.name, self.number_words, self.place]
        if self.pk:
            for item in self.items.all():
                own += [item.title, item.said, item.resolution]
            own += self.decisions.values_list("what", flat=True)
        self.search_text = search_key(" ".join(own))
