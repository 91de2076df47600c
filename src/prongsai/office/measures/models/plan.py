"""The plan of measures of a year: what was decided, when, by which meeting and order."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class PlanState(models.TextChoices):
    """How far a plan has come."""

    DRAFT = "draft", _("Being drawn up")
    SUBMITTED = "submitted", _("Submitted")
    DECIDED = "decided", _("Plan decided")


class Plans(models.QuerySet["MeasurePlan"]):
    """Plans of an agency."""

    def visible_to(self, acting: Acting) -> Plans:
        """Give those of one's agency: the whole office works on them."""
        return self.filter(agency=acting.agency)


@tracked()
class MeasurePlan(OfAgency):
    """The measures of one fiscal year. Decided it is changed by amendments alone, each with its reason.

    `analysed_year` is the fiscal year whose result the plan answers: from the catalogue's chain of years or said by a
    person, never counted. `decided` is the day of the meeting or approval as written in the paper, `entered` that of
    writing it down. `set_aside` are the drafts that the office leaves out, by their key.
    """

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("State"), max_length=10, choices=PlanState, default=PlanState.DRAFT)
    analysed_year = models.PositiveSmallIntegerField(_("Year whose result was analysed"), null=True, blank=True)
    decided = models.DateField(_("Plan decided on"), null=True, blank=True)
    decided_in = models.CharField(_("Decided in"), max_length=300, blank=True, default="")
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    made_known = models.DateField(_("Made known on"), null=True, blank=True)
    limitations = models.TextField(_("Limitations of the office"), blank=True, default="")
    proposals = models.TextField(_("Proposals of the office"), blank=True, default="")
    set_aside = ArrayField(models.CharField(max_length=200), default=list, blank=True, editable=False)
    made_by = models.CharField(max_length=40, editable=False)

    objects = Plans.as_manager()

    class Meta:
        verbose_name = _("Plan of measures")
        ordering = ("-round__fiscal_year",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "round"], name="one_plan_of_a_round"),
            models.CheckConstraint(
                condition=~models.Q(state="decided") | models.Q(decided__isnull=False),
                name="a_plan_is_decided_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.round.fiscal_year}"

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("measures", args=[self.round_id])

    @property
    def is_decided(self) -> bool:
        """Whether it holds."""
        return self.state == PlanState.DECIDED

    @property
    def limitation_lines(self) -> list[str]:
        """The limitations, one to a line."""
        return _lines(self.limitations)

    @property
    def proposal_lines(self) -> list[str]:
        """The proposals, one to a line."""
        return _lines(self.proposals)

    @property
    def is_backdated(self) -> bool:
        """Whether the decision was written down later than it was taken."""
        return self.decided is not None and self.entered is not None and self.decided < self.entered


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
