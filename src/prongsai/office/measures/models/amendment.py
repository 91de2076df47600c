"""Why a plan that was decided was changed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.office.measures.models.plan import MeasurePlan
from prongsai.platform.tenancy.models import OfAgency


class Amendment(OfAgency):
    """One change of a decided plan: what was changed, on which day, why. Written once, never changed.

    `what` names the measure and what was done to it, so that it can be read after the measure is gone.
    """

    plan = models.ForeignKey(MeasurePlan, on_delete=models.CASCADE, related_name="amendments")
    what = models.CharField(_("What was changed"), max_length=300)
    because = models.CharField(_("Reason"), max_length=500)
    day = models.DateField(_("Day"))
    by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("Amendment of a plan")
        ordering = ("day", "id")
        constraints = (models.CheckConstraint(condition=~models.Q(because=""), name="a_plan_is_amended_for_a_reason"),)

    def __str__(self) -> str:
        return self.what
