"""A step of a measure: what exactly is done, by whom, until when, how often."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.office.measures.models.measure import Measure
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


@tracked()
class Step(OfAgency):
    """One step. With `every_months` it comes again until the measure ends; with `each_unit` every unit does it.

    `due` is the first day by which it is to be done; None where the office has not said one yet: then the end of the
    measure counts.
    """

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField(_("Place in the plan"))
    text = models.CharField(_("Step"), max_length=500)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Unit")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    each_unit = models.BooleanField(_("Every unit does it"), default=False)
    due = models.DateField(_("Due"), null=True, blank=True)
    every_months = models.PositiveSmallIntegerField(_("Again every so many months"), default=0)

    class Meta:
        verbose_name = _("Step")
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "measure", "number"],
                name="one_step_of_a_measure_and_number",
                deferrable=models.Deferrable.DEFERRED,
            ),
        )

    def __str__(self) -> str:
        return self.text
