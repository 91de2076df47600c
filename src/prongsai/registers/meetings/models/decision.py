"""What a meeting decided: somebody owns it, by a day, and it closes only with proof."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.meetings.models.agenda import AgendaItem
from prongsai.registers.meetings.models.meeting import Meeting


class DecisionState(models.TextChoices):
    """How far a decision has come."""

    OPEN = "open", _("Still to be done")
    PROVED = "proved", _("Proof waits for the secretary")
    CLOSED = "closed", _("Closed with proof")
    DROPPED = "dropped", _("Dropped by a later meeting")


UNFINISHED = (DecisionState.OPEN, DecisionState.PROVED)


class Decisions(models.QuerySet["Decision"]):
    """Decisions of meetings."""

    def visible_to(self, acting: Acting) -> Decisions:
        """Give those of the meetings one may see, and one's own; who came by a link sees one's own alone."""
        own = self.filter(agency=acting.agency)
        mine = models.Q(unit__in=acting.units)
        if acting.user.person_id:
            mine |= models.Q(person=acting.user.person_id)
        if acting.by_link:
            return own.filter(mine)
        return own.filter(mine | models.Q(meeting__in=Meeting.objects.visible_to(acting)))

    def unfinished(self) -> Decisions:
        """Give those that are not closed."""
        return self.filter(state__in=UNFINISHED)


@tracked()
class Decision(OfAgency):
    """A task that a meeting gave out: what, to whom, by when. Person or unit: one of them always."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("Item of the agenda")
    )
    what = models.CharField(_("What is to be done"), max_length=500)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Unit that owns it")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person who owns it")
    )
    due = models.DateField(_("Due on"))
    state = models.CharField(_("State"), max_length=10, choices=DecisionState, default=DecisionState.OPEN)
    closed = models.DateField(_("Proved and closed on"), null=True, blank=True)
    dropped_because = models.CharField(_("Dropped because"), max_length=400, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)

    objects = Decisions.as_manager()

    class Meta:
        verbose_name = _("Decision of a meeting")
        verbose_name_plural = _("Decisions of meetings")
        ordering = ("due", "id")
        indexes = (models.Index(fields=["agency", "state", "due"], name="decisions_open"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | models.Q(unit__isnull=False), name="a_decision_has_an_owner"
            ),
        )

    def __str__(self) -> str:
        return self.what

    @property
    def owner(self) -> str:
        """Who owns it, in words."""
        return str(self.person or self.unit)

    @property
    def is_unfinished(self) -> bool:
        """Whether it still has to be done or looked at."""
        return self.state in UNFINISHED

    def is_late(self, on: date) -> bool:
        """Whether its day has passed and it is not closed."""
        return self.is_unfinished and self.due < on

    def is_owned_by(self, acting: Acting) -> bool:
        """Whether somebody owns it, as a person or through the unit."""
        return (self.person_id is not None and self.person_id == acting.user.person_id) or self.unit_id in acting.units

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("decision", args=[self.pk])
