"""The steps of a submission: opinions, then the decision."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Standing
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.approvals.models.submission import Submission


class Part(models.TextChoices):
    """What is done at a step."""

    OPINION = "opinion", _("Opinion")
    DECISION = "decision", _("Deciding")


class Verdict(models.TextChoices):
    """What was said at a step."""

    AGREES = "agrees", _("Agrees")
    REMARKS = "remarks", _("Agrees, with a remark")
    OBJECTS = "objects", _("Does not agree")
    ON_PAPER = "on_paper", _("Stands on the signed paper")
    FELL_AWAY = "fell_away", _("Not needed")
    APPROVES = "approves", _("Approves")
    RETURNS = "returns", _("Returns for changes")


@tracked()
class SubmissionStep(OfAgency):
    """A step: asked of a height of the line, answered by who then did the work of that post or of a higher one."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    part = models.CharField(_("Kind of step"), max_length=10, choices=Part)
    standing = models.CharField(_("Asked of"), max_length=10, choices=Standing)
    verdict = models.CharField(_("Answer"), max_length=10, choices=Verdict, blank=True, default="")
    text = models.TextField(_("Words of the answer"), max_length=2_000, blank=True, default="")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    post = models.CharField(_("Post"), max_length=200, blank=True, default="")
    is_acting = models.BooleanField(_("Acting"), default=False)
    order_reference = models.CharField(_("By order"), max_length=200, blank=True, default="")
    day = models.DateField(_("Day"), null=True, blank=True)
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    entered_by = models.CharField(max_length=40, editable=False, default="")
    on_paper = models.BooleanField(_("On paper"), default=False)
    paper_number = models.CharField(_("Number of the paper"), max_length=60, blank=True, default="")

    class Meta:
        verbose_name = _("Step of a submission")
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "submission", "number"], name="one_step_of_a_number"),
            models.CheckConstraint(
                condition=models.Q(verdict="") | models.Q(day__isnull=False), name="a_verdict_has_a_day"
            ),
        )

    @property
    def is_open(self) -> bool:
        """Whether it waits."""
        return not self.verdict

    @property
    def is_decision(self) -> bool:
        """Whether it is the last one."""
        return self.part == Part.DECISION

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it was said."""
        return bool(self.day and self.entered and self.day < self.entered)
