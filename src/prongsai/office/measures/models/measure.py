"""A measure: one row of the plan."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai.periods import Period, Recurrence
from prongsai.office.measures.models.plan import MeasurePlan
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class Measures(models.QuerySet["Measure"]):
    """Measures of an agency."""

    def visible_to(self, acting: Acting) -> Measures:
        """Give those of one's agency."""
        return self.filter(agency=acting.agency)


@tracked()
class Measure(OfAgency):
    """What is to be done about one or several weak points.

    `codes` are the questions and items that it answers, in the numbering of the analysed year; `feeds` the OIT items
    for which it gives proof, in that of the plan's year. `answers` are all weak points that it answers, indicators and
    parts of the EIT too, by kind and code (`indicator:4`, `question:E2`). `topic` and `play` (key of a measure) point
    into the playbook; a measure of the office's own has none. `further_titles` are the others of a row in which an
    office put several. `units_as_printed` keeps the units of a paper that are none of the office.
    """

    plan = models.ForeignKey(MeasurePlan, on_delete=models.CASCADE, related_name="measures")
    number = models.PositiveSmallIntegerField(_("Place in the plan"))
    issue = models.PositiveSmallIntegerField(_("Issue"), null=True, blank=True)
    indicator = models.PositiveSmallIntegerField(_("Indicator"), null=True, blank=True)
    codes = ArrayField(models.CharField(max_length=8), verbose_name=_("Questions and items"), default=list, blank=True)
    answers = ArrayField(
        models.CharField(max_length=20), verbose_name=_("Weak points it answers"), default=list, blank=True
    )
    finding = models.TextField(_("Finding"), blank=True, default="")
    why = models.TextField(_("Why"), blank=True, default="")
    title = models.CharField(_("Measure"), max_length=500)
    further_titles = ArrayField(
        models.CharField(max_length=500), verbose_name=_("Further measures of the row"), default=list, blank=True
    )
    topic = models.CharField(max_length=60, blank=True, default="", editable=False)
    play = models.CharField(max_length=60, blank=True, default="", editable=False)
    feeds = ArrayField(models.CharField(max_length=8), verbose_name=_("Gives proof for"), default=list, blank=True)
    lead_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Responsible unit")
    )
    units_as_printed = models.CharField(_("Units as printed"), max_length=300, blank=True, default="")
    since = models.DateField(_("Period from"), null=True, blank=True)
    until = models.DateField(_("Until"), null=True, blank=True)
    every_months = models.PositiveSmallIntegerField(_("Again every so many months"), default=0)
    follow_up = models.TextField(_("Follow-up"), blank=True, default="")
    expected_proof = ArrayField(
        models.CharField(max_length=300), verbose_name=_("Expected proof"), default=list, blank=True
    )
    is_confirmed = models.BooleanField(_("All facts behind it are established"), default=False)

    objects = Measures.as_manager()

    class Meta:
        verbose_name = _("Measure")
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "plan", "number"],
                name="one_measure_of_a_number",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(since__isnull=True) | models.Q(until__gte=models.F("since")),
                name="a_measure_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("measure", args=[self.pk])

    @property
    def label(self) -> str:
        """The short name by which an office speaks of it: M03."""
        return f"M{self.number:02d}"

    @property
    def answered(self) -> list[str]:
        """What it answers, in short words: codes, then indicators and parts of the EIT."""
        kinds = {"indicator": "ตัวชี้วัดที่ {}", "component": "{}"}
        wider = [entry.partition(":") for entry in self.answers if entry.partition(":")[0] in kinds]
        named = [code for kind, _colon, code in (a.partition(":") for a in self.answers) if kind not in kinds]
        return list(dict.fromkeys([*self.codes, *named, *(kinds[kind].format(code) for kind, _colon, code in wider)]))

    @property
    def period(self) -> Period | Recurrence | None:
        """When it is done, as papers print it."""
        if self.until is not None:
            return Period(self.since, self.until)
        return Recurrence(self.every_months) if self.every_months else None


class SupportingUnit(OfAgency):
    """A unit that helps with a measure."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="supporting")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("Supporting unit")
        ordering = ("unit__order", "unit_id")
        constraints = (
            models.UniqueConstraint(fields=["agency", "measure", "unit"], name="a_unit_supports_a_measure_once"),
        )
