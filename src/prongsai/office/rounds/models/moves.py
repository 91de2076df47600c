"""What became of a code when the round moved to its own framework, and that a person said yes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.office.rounds.models.round import Round
from prongsai.platform.tenancy.models import OfAgency


class CodeMove(OfAgency):
    """A relation of the crosswalk as it was accepted: codes before, codes after. Written once, never changed."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="moves")
    from_year = models.PositiveSmallIntegerField()
    relation = models.CharField(_("What became of it"), max_length=10)
    before = models.JSONField()
    after = models.JSONField()
    accepted_by = models.CharField(max_length=40, editable=False)
    accepted = models.DateField()

    class Meta:
        verbose_name = _("Moved code")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.round}: {'+'.join(self.before)} → {'+'.join(self.after)}"
