"""Following up what has a due day."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.notices.models.notices import LinkedRow, Notice
from prongsai.platform.tenancy.models import OfAgency


class Step(models.TextChoices):
    """The steps of a follow-up, in their order: three to who owes, then up the line of the posts."""

    FIRST = "first", _("First follow-up, before the due day")
    SECOND = "second", _("Second follow-up")
    THIRD = "third", _("Third follow-up")
    HEAD = "head", _("To the head of the unit")
    APPROVER = "approver", _("To the approver")
    EXECUTIVE = "executive", _("To the executive")


class Ending(models.TextChoices):
    """Why a follow-up ended."""

    DONE = "done", _("Done")
    WITHDRAWN = "withdrawn", _("Not needed any more")


class FollowUps(models.QuerySet["FollowUp"]):
    """Follow-ups of one agency."""

    def running(self) -> FollowUps:
        """Give those that have not ended."""
        return self.filter(ended__isnull=True)


class FollowUp(LinkedRow, OfAgency):
    """Something that a unit, or one person in it, owes by a day. `kind` and `thing` name it; it is followed up once."""

    kind = models.CharField(max_length=80)
    thing = models.BigIntegerField()
    subject = models.CharField(max_length=200)
    due = models.DateField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    begun = models.DateTimeField(default=timezone.now)
    begun_by = models.CharField(max_length=60)
    ended = models.DateTimeField(null=True)
    ending = models.CharField(max_length=9, choices=Ending, blank=True)

    objects = FollowUps.as_manager()

    class Meta:
        verbose_name = _("Follow-up")
        ordering = ("due", "id")
        constraints = (models.UniqueConstraint(fields=["agency", "kind", "thing"], name="a_thing_is_followed_up_once"),)

    def __str__(self) -> str:
        return self.subject


class FollowUpStep(OfAgency):
    """A step that was taken, counted from the due day as it was then; without a notice where nobody was to be told."""

    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=9, choices=Step)
    due = models.DateField()
    day = models.DateField()
    notice = models.ForeignKey(Notice, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("Step of a follow-up")
        ordering = ("day", "id")
        constraints = (
            models.UniqueConstraint(fields=["agency", "follow_up", "due", "step"], name="a_step_is_taken_once"),
        )


class FollowUpDays(OfAgency):
    """When an agency takes each step: working days before the due day for the first, after it for the others.

    None: the step is not taken. Where an agency has no row, the data of the project counts (`data/follow_up.yaml`).
    """

    first = models.PositiveSmallIntegerField(null=True)
    second = models.PositiveSmallIntegerField(null=True)
    third = models.PositiveSmallIntegerField(null=True)
    head = models.PositiveSmallIntegerField(null=True)
    approver = models.PositiveSmallIntegerField(null=True)
    executive = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = _("Days of follow-ups")
        constraints = (models.UniqueConstraint(fields=["agency"], name="one_set_of_days"),)
