"""One score of a result sheet: what was printed, where, what is doubtful, what a person made of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.office.results.models.sheet import ResultSheet
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class LineKind(models.TextChoices):
    """What a score is of, in the order of a sheet."""

    OVERALL = "overall", _("Overall score and level")
    LEVEL = "level", _("Level")
    INSTRUMENT = "instrument", _("Instruments")
    EIT_PART = "eit_part", _("Parts of the EIT")
    INDICATOR = "indicator", _("Indicators")
    SUB_INDICATOR = "sub_indicator", _("Sub-indicators")
    QUESTION = "question", _("Questions")
    ITEM = "item", _("OIT items")


@tracked()
class ScoreLine(OfAgency):
    """A score. `value` (of a level `word`) is what holds; `printed` what stood in the source, empty where nothing did.

    `doubts` are sentences with their rule, from reading and checks; while `decided_by` is empty they are open.
    """

    sheet = models.ForeignKey(ResultSheet, on_delete=models.CASCADE, related_name="lines")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=14, choices=LineKind)
    code = models.CharField(max_length=10)
    printed = models.CharField(_("As printed"), max_length=60, blank=True, default="")
    value = models.DecimalField(_("Score"), max_digits=7, decimal_places=4, null=True, blank=True)
    word = models.CharField(_("Level"), max_length=60, blank=True, default="")
    remark = models.TextField(_("Remark of the assessor"), blank=True, default="")
    place = models.CharField(_("Place in the paper"), max_length=60, blank=True, default="")
    source = models.TextField(_("Text of the paper"), blank=True, default="")
    doubts = models.JSONField(default=list, blank=True, editable=False)
    decided_by = models.CharField(max_length=40, editable=False, default="")

    class Meta:
        verbose_name = _("Score")
        ordering = ("order", "id")
        constraints = (
            models.UniqueConstraint(fields=["agency", "sheet", "kind", "code"], name="a_score_once_on_a_sheet"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("result-line", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether a doubt waits for a person."""
        return bool(self.doubts) and not self.decided_by

    @property
    def is_corrected(self) -> bool:
        """Whether what holds is not what was printed."""
        return self.said != self.printed

    @property
    def said(self) -> str:
        """What holds, as text: a score with its decimals, at least two; the word of a level."""
        return self.word if self.kind == LineKind.LEVEL else figure_text(self.value)

    @property
    def score(self) -> Decimal | None:
        """The score with the decimals that it has, at least two: the column pads it with zeros."""
        return Decimal(figure_text(self.value)) if self.value is not None else None

    def content(self) -> dict[str, Any]:
        """Give what counts for the mark of a confirmed sheet."""
        return {"kind": self.kind, "code": self.code, "said": self.said, "printed": self.printed, "remark": self.remark}


def figure_text(value: Decimal | None) -> str:
    """Write a score as papers do, nothing rounded away; empty for None."""
    if value is None:
        return ""
    plain = value.normalize()
    exponent = plain.as_tuple().exponent
    places = max(2, -exponent) if isinstance(exponent, int) else 2
    return f"{value:.{places}f}"
