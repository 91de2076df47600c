"""A result sheet: one version of the scores of a year."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.office.results.models.paper import ReadPaper
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class SheetState(models.TextChoices):
    """How far a version has come."""

    REVIEW = "review", _("To be looked through")
    CONFIRMED = "confirmed", _("Confirmed")


class Origin(models.TextChoices):
    """Where the scores came from."""

    PAPER = "paper", _("Read in a paper")
    PASTED = "pasted", _("Pasted as a table")
    TYPED = "typed", _("Typed")
    COPIED = "copied", _("Begun as a copy")


class Sheets(models.QuerySet["ResultSheet"]):
    """Result sheets of an agency."""

    def visible_to(self, acting: Acting) -> Sheets:
        """Give those of one's agency."""
        return self.filter(agency=acting.agency)

    def confirmed(self) -> Sheets:
        """Give those that a person confirmed."""
        return self.filter(state=SheetState.CONFIRMED)

    def waiting(self) -> Sheets:
        """Give those that are still looked through."""
        return self.filter(state=SheetState.REVIEW)


@tracked()
class ResultSheet(OfAgency):
    """A version of a year's scores. Confirmed it is frozen; what comes later is the next version.

    `mark` is the hash of everything it says, set when it is confirmed.
    """

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("Version"))
    state = models.CharField(_("State"), max_length=10, choices=SheetState, default=SheetState.REVIEW)
    origin = models.CharField(_("Origin"), max_length=10, choices=Origin)
    paper = models.ForeignKey(ReadPaper, on_delete=models.PROTECT, null=True, blank=True, related_name="sheets")
    made_by = models.CharField(max_length=40, editable=False)
    made = models.DateTimeField(auto_now_add=True)
    confirmed = models.DateField(_("Confirmed on"), null=True, blank=True)
    confirmed_by = models.CharField(max_length=40, editable=False, default="")
    mark = models.CharField(max_length=64, editable=False, default="")

    objects = Sheets.as_manager()

    class Meta:
        verbose_name = _("Result sheet")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "round", "number"], name="one_result_sheet_of_a_number"),
            models.CheckConstraint(
                condition=~models.Q(state="confirmed") | models.Q(confirmed__isnull=False), name="confirmed_on_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.round.fiscal_year} ({self.number})"

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("result-sheet", args=[self.pk])

    @property
    def is_confirmed(self) -> bool:
        """Whether it is frozen."""
        return self.state == SheetState.CONFIRMED
