"""What people decided about a measure while it ran: that it is complete, in force, or stopped."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


@tracked()
class Standing(OfAgency):
    """At most one for each measure. Complete or in force only with accepted proof, stopped only with a reason."""

    measure = models.ForeignKey("measures.Measure", on_delete=models.PROTECT, related_name="+")
    completed = models.DateField(_("Completed on"), null=True, blank=True)
    in_force = models.DateField(_("Continuing since"), null=True, blank=True)
    stopped = models.DateField(_("Stopped on"), null=True, blank=True)
    stopped_because = models.CharField(_("Stopped because"), max_length=500, blank=True, default="")
    outcome = models.TextField(_("What came of it"), blank=True, default="")
    by = models.CharField(max_length=40, editable=False, default="")

    class Meta:
        verbose_name = _("Standing of a measure")
        ordering = ("measure_id",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "measure"], name="one_standing_of_a_measure"),
            models.CheckConstraint(
                condition=models.Q(stopped__isnull=True) | ~models.Q(stopped_because=""),
                name="a_measure_is_stopped_for_a_reason",
            ),
        )
