"""The official surveys: when and where they can be answered, and how many did. Never who."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.office.rounds.models.round import Round
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class Survey(models.TextChoices):
    """The two surveys of the assessment."""

    IIT = "IIT", _("IIT: staff of the office")
    EIT = "EIT", _("EIT: people who came to the office")


@tracked()
class SurveyWindow(OfAgency):
    """Where a survey is answered, until when, and how many should answer. All as the official site says."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="surveys")
    survey = models.CharField(_("Survey"), max_length=3, choices=Survey)
    link = models.URLField(_("Address of the survey"), max_length=400, blank=True, default="")
    opens = models.DateField(_("Opens on"), null=True, blank=True)
    closes = models.DateField(_("Closes on"), null=True, blank=True)
    least = models.PositiveIntegerField(_("At least this many answers"), null=True, blank=True)
    source = models.CharField(_("Where it was read"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("Survey window")
        ordering = ("-survey",)  # IIT, then EIT
        constraints = (models.UniqueConstraint(fields=["agency", "round", "survey"], name="one_window_of_a_survey"),)

    def __str__(self) -> str:
        return f"{self.survey} {self.round.fiscal_year}"

    @property
    def newest(self) -> SurveyCount | None:
        """The last count."""
        return self.counts.first()

    def is_open(self, today: date) -> bool:
        """Whether it can be answered on a day, as far as is known."""
        return bool(self.link) and (self.opens is None or self.opens <= today) and not self.is_over(today)

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.closes is not None and self.closes < today


@tracked()
class SurveyCount(OfAgency):
    """How many had answered on a day, typed from the official site."""

    window = models.ForeignKey(SurveyWindow, on_delete=models.CASCADE, related_name="counts")
    day = models.DateField(_("Day"))
    answers = models.PositiveIntegerField(_("Answers so far"))
    made_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("Count of answers")
        ordering = ("-day", "-id")
        constraints = (models.UniqueConstraint(fields=["agency", "window", "day"], name="one_count_of_a_day"),)

    def __str__(self) -> str:
        return f"{self.window} {self.day}: {self.answers}"
