"""A day or window of a round that the office knows better than the framework."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.models.round import Round
from prongsai.office.rounds.schedule import Dated
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


@tracked()
class RoundDay(OfAgency):
    """Days of a milestone as typed, with where they were read. Without a source they stay unconfirmed."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="days")
    milestone = models.CharField(_("What happens"), max_length=20, choices=Milestone)
    start = models.DateField(_("First day"), null=True, blank=True)
    end = models.DateField(_("Last day"), null=True, blank=True)
    source = models.CharField(_("Where it was read"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("Day of a round")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "round", "milestone"], name="a_milestone_once_in_a_round"),
        )

    def __str__(self) -> str:
        return f"{self.round} {self.milestone}"

    @property
    def dated(self) -> Dated:
        """The days as the schedule takes them."""
        told = bool(self.source)
        return Dated(Milestone(self.milestone), self.start, self.end, self.source, confirmed=told, typed=True)
