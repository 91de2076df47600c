"""What happened to a case, line by line."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.cases.models.case import Case
from prongsai.registers.cases.states import CaseState


class EntryKind(models.TextChoices):
    """What a line tells."""

    RECEIVED = "received", _("Received")
    MOVED = "moved", _("New state")
    TO_APPLICANT = "to", _("Message to the applicant")
    FROM_APPLICANT = "from", _("Message of the applicant")
    NOTE = "note", _("Note for staff")
    LATE = "late", _("Reason for the delay")
    END_TOLD = "end", _("The end was told")
    HANDED_OVER = "handed", _("Handed over")
    CHANGED = "changed", _("Details changed")
    NEW_CODE = "code", _("New tracking code")
    DOUBLE = "double", _("A double was joined")


class Entries(models.QuerySet["CaseEntry"]):
    """Lines."""

    def for_applicant(self) -> Entries:
        """Give those that the applicant may see."""
        return self.filter(is_public=True)


class CaseEntry(OfAgency):
    """A line of the history that people read. It is added and never changed; papers hang on it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(_("What happened"), max_length=10, choices=EntryKind)
    state = models.CharField(_("State"), max_length=10, choices=CaseState, blank=True, default="")
    words = models.TextField(_("Words"), blank=True, default="")
    is_public = models.BooleanField(_("The applicant sees it"), default=False)
    by = models.CharField(max_length=40, editable=False)
    day = models.DateField(_("Day"))
    made = models.DateTimeField(default=timezone.now, editable=False)

    objects = Entries.as_manager()

    class Meta:
        verbose_name = _("Line of a case")
        ordering = ("id",)
        indexes = (models.Index(fields=["agency", "case", "id"], name="lines_of_a_case"),)

    @property
    def when(self) -> date | datetime:
        """The moment it was written down; the day alone where it tells of another day."""
        return self.made if timezone.localdate(self.made) == self.day else self.day

    @property
    def title(self) -> str:
        """What the line tells, in words."""
        return self.get_state_display() if self.kind == EntryKind.MOVED else self.get_kind_display()
