"""The days that an assessment has every year: what they are called, in which part of the year they lie."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    """The parts of the year, as orders of working groups name them."""

    BEFORE = "before", _("Before the assessment")
    DURING = "during", _("During the assessment")
    AFTER = "after", _("After the assessment")


class Milestone(models.TextChoices):
    """A day or window that comes every year."""

    CALENDAR = "calendar", _("Calendar of the assessment published")
    REGISTRATION = "registration", _("Registration and lists of stakeholders")
    ASSESSMENT = "assessment", _("The assessment as a whole")
    SURVEYS = "surveys", _("Answers to IIT and EIT")
    DISCLOSURE = "disclosure", _("Answers to OIT: pages published and sent")
    SCORING = "scoring", _("OIT is scored")
    CLARIFICATION = "clarification", _("Item results seen, clarification")
    CONFIRMATION = "confirmation", _("OIT scores confirmed")
    RESULTS = "results", _("Results announced")

    @property
    def phase(self) -> Phase:
        """The part of the year in which it lies."""
        if self in (Milestone.CALENDAR, Milestone.REGISTRATION):
            return Phase.BEFORE
        return Phase.AFTER if self is Milestone.RESULTS else Phase.DURING


@cache
def milestone_called() -> dict[str, Milestone]:
    """Give which event of a framework's calendar is which milestone, by the name it has there."""
    text = files("prongsai.office.rounds").joinpath("data/milestones.yaml").read_text(encoding="utf-8")
    told: dict[str, list[str]] = yaml.safe_load(text)
    return {name: Milestone(key) for key, names in told.items() for name in names}
