"""A task: what is to be done, by whom, until when; and that it was done, by which proof."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.files.waiting_lists import WaitingList
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.tasks.channels import Channel

SEES_ALL = (Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)


class TaskState(models.TextChoices):
    """How far a task has come."""

    OPEN = "open", _("To be done")
    DONE = "done", _("Handed in")
    DROPPED = "dropped", _("No longer needed")


class Tasks(models.QuerySet["Task"]):
    """Tasks of an agency."""

    def visible_to(self, acting: Acting) -> Tasks:
        """Give those one may know: one's own, one's unit's and those one gave; a head's, of the people of the unit.

        Coordinator, executive and auditor know all. Who came by a personal link knows one's own and one's unit's.
        """
        found = self.filter(agency=acting.agency)
        if acting.by_link:
            return found.filter(owed_by(acting))
        if acting.has(*SEES_ALL):
            return found
        seen = owed_by(acting) | models.Q(made_by=acting.actor)
        if acting.has(Role.UNIT_HEAD):
            seen |= models.Q(person__unit__in=units_of(acting))
        return found.filter(seen)

    def open(self) -> Tasks:
        """Give those that are to be done."""
        return self.filter(state=TaskState.OPEN)

    def saying(self, words: str) -> Tasks:
        """Give those in whose text all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text",))
class Task(OfAgency):
    """A task that somebody gave. A person owes it, or a whole unit: never both, never nobody."""

    title = models.CharField(_("The task"), max_length=300)
    details = models.TextField(_("More about it"), blank=True, default="")
    address = models.URLField(_("Address of a page about it"), max_length=500, blank=True, default="")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Unit")
    )
    due = models.DateField(_("Due"), null=True, blank=True)
    repeats_every = models.PositiveSmallIntegerField(_("Comes again after months"), default=0)
    first_due = models.DateField(null=True, editable=False)
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, editable=False, related_name="followed_by")
    state = models.CharField(_("State"), max_length=10, choices=TaskState, default=TaskState.OPEN)
    made = models.DateField(_("Given on"))
    made_by = models.CharField(max_length=40, editable=False)
    done = models.DateField(_("Handed in on"), null=True, blank=True)
    done_by = models.CharField(max_length=40, editable=False, default="")
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    proof = models.TextField(_("What was done"), blank=True, default="")
    recorded_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Recorded for")
    )
    received_by = models.CharField(_("Received by"), max_length=10, choices=Channel, blank=True, default="")
    returned_because = models.CharField(_("Returned because"), max_length=500, blank=True, default="")
    dropped_because = models.CharField(_("Not needed because"), max_length=500, blank=True, default="")
    search_text = models.TextField(editable=False, default="")

    objects = Tasks.as_manager()

    class Meta:
        verbose_name = _("Task")
        verbose_name_plural = _("Tasks")
        ordering = (models.F("due").asc(nulls_last=True), "id")
        indexes = (models.Index(fields=["agency", "state", "due"], name="tasks_by_day"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(person__isnull=True, unit__isnull=False)
                | models.Q(person__isnull=False, unit__isnull=True),
                name="a_task_is_owed_by_a_person_or_a_unit",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="done") | models.Q(done__isnull=False), name="a_task_is_done_on_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(repeats_every=0) | models.Q(due__isnull=False), name="what_comes_again_has_a_day"
            ),
            models.UniqueConstraint(
                fields=["agency", "follows"], condition=models.Q(follows__isnull=False), name="one_next_time_of_a_task"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("task", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state == TaskState.OPEN

    @property
    def owner(self) -> Person | Unit:
        """Who owes it."""
        found = self.person or self.unit
        assert found is not None
        return found

    @property
    def owing_unit(self) -> Unit:
        """The unit that owes it, or that of the person."""
        return self.person.unit if self.person else self.unit  # type: ignore[return-value]

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it was handed in."""
        return bool(self.done and self.entered and self.done < self.entered)

    def is_late(self, today: date) -> bool:
        """Whether its day has passed and it is not done."""
        return self.is_open and self.due is not None and self.due < today

    def is_of(self, acting: Acting) -> bool:
        """Whether somebody owes it, alone or with the unit."""
        person = acting.person
        if self.person_id is not None:
            return person is not None and person.pk == self.person_id
        return self.unit_id in units_of(acting)

    def keep_keys(self) -> None:
        """Set what lists search by."""
        self.search_text = search_key(f"{self.title} {self.details} {self.owner}")


class TaskImports(models.QuerySet["ImportedTasks"]):
    """Lists that wait."""

    def visible_to(self, acting: Acting) -> TaskImports:
        """Give those one sent, to a head those of the unit, to who sees all tasks all: the lines name people."""
        own = self.filter(agency=acting.agency)
        if acting.has(*SEES_ALL):
            return own
        seen = models.Q(made_by=acting.actor)
        if acting.has(Role.UNIT_HEAD):
            seen |= models.Q(unit__in=units_of(acting))
        return own.filter(seen)


class ImportedTasks(WaitingList):
    """What a list was read as. It becomes tasks whole, or goes."""

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Unit")
    )

    objects = TaskImports.as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Tasks waiting for review")


def units_of(acting: Acting) -> frozenset[int]:
    """Give the units of somebody: those of the roles, and the one where the person works. The agency speaks."""
    person = acting.person
    return acting.units | (frozenset({person.unit_id}) if person else frozenset())


def owed_by(acting: Acting) -> models.Q:
    """Say which tasks are somebody's own: named in person, or the unit's."""
    mine = models.Q(unit__in=units_of(acting))
    person = acting.person
    return mine | models.Q(person=person) if person else mine
