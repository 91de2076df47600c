"""Entries of the office's older register of submissions: what stands there, taken over as it is."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.files.waiting_lists import WaitingList, WaitingLists
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class TakenOverEntries(models.QuerySet["TakenOver"]):
    """Entries of an agency."""

    def visible_to(self, acting: Acting) -> TakenOverEntries:
        """Give those of one's agency: what an office decided on inside is known to who works there."""
        return self.filter(agency=acting.agency)

    def saying(self, words: str) -> TakenOverEntries:
        """Give those in whose subject, parties or decision all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text",))
class TakenOver(OfAgency):
    """A line of an older register (นำเข้าจากทะเบียนเดิม). It is never a decision made in this system.

    Sender, receiver and decision are words as they stand there: nobody of the office is named by them.
    """

    number = models.CharField(_("Number in the older register"), max_length=60, blank=True, default="")
    day = models.DateField(_("Submitted on"))
    subject = models.CharField(_("Subject"), max_length=300)
    sender = models.CharField(_("From"), max_length=200, blank=True, default="")
    receiver = models.CharField(_("To"), max_length=200, blank=True, default="")
    decision = models.CharField(_("What was decided"), max_length=300, blank=True, default="")
    decision_number = models.CharField(_("Number of the paper"), max_length=60, blank=True, default="")
    decided = models.DateField(_("Decided on"), null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit"))
    entered = models.DateField(_("Written down on"))
    made_by = models.CharField(max_length=40, editable=False)
    search_text = models.TextField(editable=False, default="")

    objects = TakenOverEntries.as_manager()

    class Meta:
        verbose_name = _("Entry of the older register")
        ordering = ("-day", "-id")
        indexes = (models.Index(fields=["agency", "-day"], name="taken_over_in_order"),)

    def __str__(self) -> str:
        return self.subject

    def keep_key(self) -> None:
        """Set what lists search by."""
        parts = (self.number, self.subject, self.sender, self.receiver, self.decision, self.decision_number)
        self.search_text = search_key(" ".join((*parts, self.unit.name)))


class ImportedSubmissions(WaitingList):
    """What an older register was read as. It is taken over whole, or goes."""

    objects = WaitingLists["ImportedSubmissions"].as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Older register waiting for review")
