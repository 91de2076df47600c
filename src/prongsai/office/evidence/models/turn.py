"""A turn of a step: once, or each time it comes again, or once for each unit."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.tasks.services import Channel

SEES_ALL = (Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)


class TurnState(models.TextChoices):
    """How far a turn has come. Late, and waiting for proof, follow from days and proof and are not stored."""

    OPEN = "open", _("Not done yet")
    BEGUN = "begun", _("In progress")
    DONE = "done", _("Carried out")
    NONE = "none", _("Nothing to report")
    DROPPED = "dropped", _("Not done, with a reason")


def own_units(acting: Acting) -> frozenset[int]:
    """Give the units of somebody: those of the roles, and the one where the person works. The agency speaks."""
    person = acting.person
    return acting.units | (frozenset({person.unit_id}) if person else frozenset())


class Turns(models.QuerySet["StepTurn"]):
    """Turns of an agency."""

    def visible_to(self, acting: Acting) -> Turns:
        """Give all to those who see the whole; to others those of their units and their own."""
        found = self.filter(agency=acting.agency)
        if not acting.by_link and acting.has(*SEES_ALL):
            return found
        seen = models.Q(unit__in=own_units(acting))
        return found.filter(seen | models.Q(person=acting.person) if acting.person else seen)


@tracked()
class StepTurn(OfAgency):
    """One time that a step is to be done.

    `happened` is the day of the deed, `entered` the day of writing it down; an earlier day is shown with both.
    `result` says what was done, how many, where; `figures` are counts by their Thai name, as typed. `NONE` says that
    nothing was to report (ไม่มี), `reason` why something was not done.
    """

    step = models.ForeignKey("measures.Step", on_delete=models.PROTECT, related_name="+")
    due = models.DateField(_("Due"), null=True, blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Unit")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    state = models.CharField(_("State"), max_length=10, choices=TurnState, default=TurnState.OPEN)
    happened = models.DateField(_("Happened on"), null=True, blank=True)
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    result = models.TextField(_("What was done"), blank=True, default="")
    figures = models.JSONField(_("Figures"), default=dict, blank=True)
    reason = models.CharField(_("Reason"), max_length=500, blank=True, default="")
    done_by = models.CharField(max_length=40, editable=False, default="")
    recorded_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Recorded for")
    )
    received_by = models.CharField(_("Received by"), max_length=10, choices=Channel, blank=True, default="")

    objects = Turns.as_manager()

    class Meta:
        verbose_name = _("Turn of a step")
        ordering = (models.F("due").asc(nulls_last=True), "id")
        indexes = (models.Index(fields=["agency", "state", "due"], name="turns_by_day"),)
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "step", "due", "unit"], name="one_turn_of_a_day_and_unit", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["done", "none"]) | models.Q(happened__isnull=False),
                name="a_turn_is_done_on_a_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="dropped") | ~models.Q(reason=""), name="a_dropped_turn_has_a_reason"
            ),
        )

    def __str__(self) -> str:
        return str(self.step)

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("turn", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in {TurnState.OPEN, TurnState.BEGUN}

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it was done."""
        return bool(self.happened and self.entered and self.happened < self.entered)

    def is_of(self, acting: Acting) -> bool:
        """Whether somebody owes it, alone or with the unit."""
        person = acting.person
        if self.person_id is not None and person is not None and person.pk == self.person_id:
            return True
        return self.unit_id is not None and self.unit_id in own_units(acting)

    def is_late(self, today: date) -> bool:
        """Whether its day has passed and it is not done."""
        return self.is_open and self.due is not None and self.due < today
