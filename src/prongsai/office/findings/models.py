"""What was found for a year, kept so that a page need not reckon it again."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.models import OfAgency


class FoundYear(OfAgency):
    """The findings of a round for one set of inputs. `inputs` is their hash: other inputs, other findings."""

    round = models.ForeignKey("rounds.Round", on_delete=models.CASCADE, related_name="+")
    inputs = models.CharField(max_length=64)
    content = models.JSONField()
    made = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("Findings of a year")
        ordering = ("round_id",)
        constraints = (models.UniqueConstraint(fields=["agency", "round"], name="one_set_of_findings_of_a_round"),)

    def __str__(self) -> str:
        return f"{self.round_id}: {self.inputs[:12]}"
