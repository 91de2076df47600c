"""What people note through the year for the report: problems and proposals."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.office.evidence.models.turn import SEES_ALL, own_units
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class NoteKind(models.TextChoices):
    """What a note is."""

    PROBLEM = "problem", _("Problem")
    PROPOSAL = "proposal", _("Proposal")


class Notes(models.QuerySet["Note"]):
    """Notes of an agency."""

    def visible_to(self, acting: Acting) -> Notes:
        """Give all to those who see the whole; to others those of their units."""
        found = self.filter(agency=acting.agency)
        if not acting.by_link and acting.has(*SEES_ALL):
            return found
        return found.filter(unit__in=own_units(acting))


@tracked()
class Note(OfAgency):
    """A problem or a proposal, about one measure or the whole year. `in_report` says that the report carries it."""

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Kind"), max_length=10, choices=NoteKind)
    words = models.CharField(_("In words"), max_length=500)
    measure = models.ForeignKey(
        "measures.Measure", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Measure")
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Unit")
    )
    day = models.DateField(_("Noted on"))
    in_report = models.BooleanField(_("Carried to the report"), default=True)
    by = models.CharField(max_length=40, editable=False)

    objects = Notes.as_manager()

    class Meta:
        verbose_name = _("Note for the report")
        ordering = ("day", "id")

    def __str__(self) -> str:
        return self.words
