"""What an agency submits: its own frozen record of it, and the copy at the adviser."""

from __future__ import annotations

import json

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.office.advice.content import RollUpContent
from prongsai.office.advice.models.relation import Advised, Adviser
from prongsai.office.rounds.milestones import Phase
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.models import OfAgency


class SentRollUps(models.QuerySet["SentRollUp"]):
    """What an agency submitted."""

    def visible_to(self, acting: Acting) -> SentRollUps:
        """Give that of one's agency."""
        return self.filter(agency=acting.agency)

    def standing(self) -> SentRollUps:
        """Give what the adviser has now."""
        return self.filter(withdrawn=None, replaced=False)


class SentRollUp(OfAgency):
    """What was submitted of a year, word for word. Never changed: it is withdrawn, or another takes its place."""

    adviser = models.ForeignKey(Adviser, on_delete=models.PROTECT, related_name="sent")
    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()
    sent = models.DateTimeField(_("Sent to the adviser"))
    sent_by = models.CharField(max_length=40, editable=False)
    replaced = models.BooleanField(default=False, editable=False)
    withdrawn = models.DateTimeField(_("Taken back on"), null=True, blank=True)
    withdrawn_by = models.CharField(max_length=40, editable=False, default="")

    objects = SentRollUps.as_manager()

    class Meta:
        verbose_name = _("Submitted roll-up")
        ordering = ("-sent", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "adviser", "round"],
                condition=models.Q(withdrawn__isnull=True, replaced=False),
                name="one_standing_roll_up_of_a_year",
            ),
        )

    def __str__(self) -> str:
        return f"{self.told.fiscal_year} {self.sent:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("advice-sent", args=[self.pk])

    @property
    def stands(self) -> bool:
        """Whether the adviser has it now."""
        return self.withdrawn is None and not self.replaced

    @property
    def told(self) -> RollUpContent:
        """What it says."""
        return content_of(self.content)


class RollUp(OfAgency):
    """The copy of a submission at the adviser: a row of the adviser's agency. Withdrawn, it is deleted, not kept.

    `number` is the submission's at the agency; the other fields repeat of `content` what lists ask for:
    no score, so that no list can be put in the order of scores.
    """

    advised = models.ForeignKey(Advised, on_delete=models.CASCADE, related_name="rollups")
    fiscal_year = models.PositiveSmallIntegerField(_("Fiscal year"))
    number = models.BigIntegerField(editable=False)
    content = models.JSONField()
    sent = models.DateTimeField(_("Sent to the adviser"))
    phase = models.CharField(_("Part of the year"), max_length=10, choices=Phase)
    late = models.PositiveIntegerField(default=0)
    asks = models.BooleanField(default=False)
    is_short = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("Roll-up at the adviser")
        ordering = ("-fiscal_year", "id")
        constraints = (
            models.UniqueConstraint(fields=["agency", "advised", "fiscal_year"], name="one_roll_up_of_an_agencys_year"),
        )
        indexes = (models.Index(fields=["agency", "fiscal_year", "advised"], name="roll_ups_of_a_year"),)

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.number}"

    @property
    def told(self) -> RollUpContent:
        """What it says."""
        return content_of(self.content)


def content_of(kept: object) -> RollUpContent:
    """Read what is kept as JSON."""
    return RollUpContent.model_validate_json(json.dumps(kept))
