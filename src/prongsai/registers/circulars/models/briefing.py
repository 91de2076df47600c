"""A briefing: called, held, and who came by the attendance sheet."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.circulars.models.addressed import Addressed, no_more_than_asked
from prongsai.registers.circulars.models.circular import OVERSEERS, WRITERS


class BriefingState(models.TextChoices):
    """How far it has come."""

    DRAFT = "draft", _("Draft")
    CALLED = "called", _("People called")
    HELD = "held", _("Held, attendance written down")
    OFF = "off", _("Called off")


class Briefings(models.QuerySet["Briefing"]):
    """Briefings of an agency."""

    def visible_to(self, acting: Acting) -> Briefings:
        """Give those one is asked to or called, drafts to who writes them, all to who looks after the office."""
        here, person = self.filter(agency=acting.agency), acting.user.person_id
        mine = Briefing.objects.filter(attendees__person=person, attendees__person__isnull=False)
        draft = Q(state=BriefingState.DRAFT)
        invited = Q(pk__in=mine.values("pk")) & ~draft
        if acting.by_link:
            return here.filter(invited)
        if acting.has(*OVERSEERS):
            return here
        seen = invited | Q(convener=person, convener__isnull=False) | Q(unit__in=acting.units) & ~draft
        return here.filter(seen | draft if acting.has(*WRITERS) else seen)

    def held(self) -> Briefings:
        """Give those whose attendance is written down."""
        return self.filter(state=BriefingState.HELD)

    def saying(self, words: str) -> Briefings:
        """Give those in whose subject, place or text all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text",))
class Briefing(Addressed):
    """A briefing (ประชุมชี้แจง). `day` is when it is held, `entered` when it was called or written down here."""

    state = models.CharField(_("State"), max_length=10, choices=BriefingState, default=BriefingState.DRAFT)
    convener = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Called by")
    )
    day = models.DateField(_("Day"))
    begins = models.TimeField(_("Begins at"), null=True, blank=True)
    ends = models.TimeField(_("Ends at"), null=True, blank=True)
    place = models.CharField(_("Place"), max_length=200)
    speakers = models.CharField(_("Who explains"), max_length=300, blank=True, default="")
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    recorded = models.DateField(_("Attendance written down on"), null=True, blank=True)
    guests = models.PositiveSmallIntegerField(_("Others who came"), default=0)
    asked = models.TextField(_("What was asked and answered"), blank=True, default="")
    off_because = models.CharField(_("Called off because"), max_length=300, blank=True, default="")

    register_asked = models.PositiveIntegerField(_("Asked to come by the old register"), null=True, blank=True)
    register_done = models.PositiveIntegerField(_("Came by the old register"), null=True, blank=True)

    objects = Briefings.as_manager()

    class Meta:
        verbose_name = _("Briefing")
        ordering = ("-day", "-id")
        indexes = (models.Index(fields=["agency", "-day"], name="briefings_in_order"),)
        constraints = (
            models.CheckConstraint(condition=Q(state="draft") | Q(convener__isnull=False), name="called_by_somebody"),
            no_more_than_asked("no_more_came_than_asked"),
        )

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("briefing", args=[self.pk])

    def search_words(self) -> str:
        """Give its place, speakers and text."""
        return f"{self.place} {self.speakers} {self.words}"

    @property
    def is_draft(self) -> bool:
        """Whether nobody was called yet."""
        return self.state == BriefingState.DRAFT

    @property
    def is_called(self) -> bool:
        """Whether people are called and the attendance is not written down."""
        return self.state == BriefingState.CALLED

    @property
    def is_held(self) -> bool:
        """Whether the attendance is written down."""
        return self.state == BriefingState.HELD

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down after it had been held."""
        return bool(self.entered and self.day < self.entered)

    @property
    def is_from_register(self) -> bool:
        """Whether it was taken in from the office's own register: counts without names, nobody is asked."""
        return self.register_asked is not None

    @property
    def hours(self) -> str:
        """From when until when, as papers write it (`13.30-15.00`); empty where nobody told."""
        if self.begins is None:
            return ""
        return f"{self.begins:%H.%M}" + (f"-{self.ends:%H.%M}" if self.ends else "")

    def is_kept_by(self, acting: Acting) -> bool:
        """Whether somebody called it and so sees who was absent."""
        return not acting.by_link and self.convener_id is not None and self.convener_id == acting.user.person_id


class Attendees(models.QuerySet["Attendee"]):
    """Who is asked to a briefing."""

    def listed(self) -> Attendees:
        """Give them in the order of units and names."""
        return self.select_related("person", "unit").order_by("unit__order", "unit_id", "person__sort_key", "pk")


@tracked()
class Attendee(OfAgency):
    """Somebody asked to a briefing, with the unit and post of that day; whether they came is None until it is told."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="attendees")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("Person"))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit"))
    post = models.CharField(_("Post"), max_length=200, blank=True, default="")
    came = models.BooleanField(_("Came to the briefing"), null=True, blank=True)

    objects = Attendees.as_manager()

    class Meta:
        verbose_name = _("Attendee of a briefing")
        constraints = (
            models.UniqueConstraint(fields=["agency", "briefing", "person"], name="one_place_at_a_briefing_each"),
        )

    def __str__(self) -> str:
        return f"{self.briefing} ({self.pk})"
