"""A report: what was said, frozen, and the papers made of it."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prongsai.office.reports.content import ReportContent, mark_of
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency

SEES_ALL = (Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)


class ReportKind(models.TextChoices):
    """The papers of a year."""

    MEASURES = "measures", _("Measures of the year")
    MEASURES_MEMO = "measures-memo", _("Memo that asks for approval of the measures")
    MEASURES_ANNOUNCED = "measures-announced", _("Announcement of the measures")
    MONTHLY = "monthly", _("Monthly memo")
    SIX = "six", _("Report after 6 months")
    SIX_MEMO = "six-memo", _("Memo that carries the report after 6 months")
    TWELVE = "twelve", _("Report after 12 months")
    TWELVE_MEMO = "twelve-memo", _("Memo that carries the report after 12 months")
    RESULT_ANNOUNCED = "result-announced", _("Announcement of the result")


class Reports(models.QuerySet["Report"]):
    """Reports of an agency."""

    def visible_to(self, acting: Acting) -> Reports:
        """Give all to those who see the whole of the year; to others what was signed: a draft names who is late."""
        found = self.filter(agency=acting.agency)
        return found if acting.has(*SEES_ALL) else found.filter(signed__isnull=False)

    def newest(self) -> Reports:
        """Give of each paper the last version alone."""
        later = Reports(self.model).filter(
            round=models.OuterRef("round"),
            kind=models.OuterRef("kind"),
            until=models.OuterRef("until"),
            version__gt=models.OuterRef("version"),
        )
        return self.filter(~models.Exists(later))


@tracked()
class Report(OfAgency):
    """One version of a paper. `content` is all it says, `mark` the hash of it; neither ever changes.

    It is a draft (ร่าง) until a signed scan is attached: `number` and `day` are as the registry of papers gave them.
    `until` is the last day that it covers. `waiting` and `approved` follow what was submitted, where it was.
    """

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Kind"), max_length=20, choices=ReportKind)
    version = models.PositiveSmallIntegerField(_("Version"))
    until = models.DateField(_("Until"))
    content = models.JSONField()
    mark = models.CharField(max_length=64)
    made = models.DateField(_("Made on"))
    made_by = models.CharField(max_length=40, editable=False)
    waiting = models.BooleanField(_("Waits for a decision"), default=False)
    approved = models.DateField(_("Approved on"), null=True, blank=True)
    number = models.CharField(_("Number of the paper"), max_length=60, blank=True, default="")
    day = models.DateField(_("Date of the paper"), null=True, blank=True)
    signed = models.DateField(_("Signed copy attached on"), null=True, blank=True)

    objects = Reports.as_manager()

    class Meta:
        verbose_name = _("Report")
        ordering = ("-until", "kind", "-version")
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "round", "kind", "until", "version"], name="one_report_of_a_version"
            ),
            models.CheckConstraint(
                condition=models.Q(signed__isnull=True) | models.Q(day__isnull=False), name="a_signed_report_has_a_day"
            ),
        )

    def __str__(self) -> str:
        told = {"title": self.get_kind_display(), "version": self.version}
        return gettext("%(title)s, version %(version)s") % told

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("report", args=[self.pk])

    @property
    def told(self) -> ReportContent:
        """What it says, as records."""
        return ReportContent.model_validate(self.content)

    @property
    def is_draft(self) -> bool:
        """Whether the signed copy is still awaited."""
        return self.signed is None

    @property
    def is_backdated(self) -> bool:
        """Whether the signed copy was attached later than the paper is dated."""
        return self.day is not None and self.signed is not None and self.day < self.signed

    @property
    def is_intact(self) -> bool:
        """Whether the content is still what was frozen."""
        return mark_of(self.content) == self.mark
