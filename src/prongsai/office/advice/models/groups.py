"""Figures of a group of agencies, reckoned by a job when something was submitted, never by a page."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.models import OfAgency

EVERYBODY = ""
"""The group of all agencies that an adviser advises; the other groups are kinds of agencies."""

OVERALL = "overall"
"""The key of the overall score among the medians."""


class GroupYear(OfAgency):
    """A group in a fiscal year: counts of agencies, and medians by the number of the indicator.

    `medians` are `{"4": {"of": 7, "median": "83.62"}}`; a group of fewer than five has no entry, not even its size.
    """

    fiscal_year = models.PositiveSmallIntegerField(_("Fiscal year"))
    group = models.CharField(_("Group"), max_length=40, blank=True)
    advised = models.PositiveIntegerField()
    submitted = models.PositiveIntegerField()
    asking = models.PositiveIntegerField()
    late = models.PositiveIntegerField()
    short = models.PositiveIntegerField()
    medians = models.JSONField(default=dict)
    reckoned = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("Figures of a group of agencies")
        ordering = ("-fiscal_year", "group")
        constraints = (models.UniqueConstraint(fields=["agency", "fiscal_year", "group"], name="a_group_once_a_year"),)

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.group or '*'}"
