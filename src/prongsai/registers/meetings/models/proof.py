"""The proof that a decision was carried out."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.meetings.models.decision import Decision


class ProofKind(models.TextChoices):
    """What the proof is."""

    FILE = "file", _("Files")
    LINK = "link", _("Address of a page")
    PAPER = "paper", _("A paper with number and day")


class ProofState(models.TextChoices):
    """What the secretary said."""

    WAITING = "waiting", _("Waits for the secretary")
    ACCEPTED = "accepted", _("Proof accepted")
    RETURNED = "returned", _("Proof returned")


@tracked()
class Proof(OfAgency):
    """What was handed in, by whom (also for somebody else), and what the secretary said to it."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="proofs")
    kind = models.CharField(_("Kind of proof"), max_length=6, choices=ProofKind)
    sentence = models.TextField(_("What was done, when"))
    link = models.URLField(_("Address of the page"), max_length=500, blank=True, default="")
    paper_number = models.CharField(_("Number of the paper"), max_length=60, blank=True, default="")
    paper_day = models.DateField(_("Day of the paper"), null=True, blank=True)
    handed = models.DateField(_("Handed in on"))
    handed_by = models.CharField(max_length=40, editable=False)
    recorded_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Recorded for")
    )
    received_by = models.CharField(_("Received by"), max_length=100, blank=True, default="")
    state = models.CharField(_("State"), max_length=10, choices=ProofState, default=ProofState.WAITING)
    answered = models.DateField(_("Answered on"), null=True, blank=True)
    answered_by = models.CharField(max_length=40, editable=False, default="")
    returned_because = models.CharField(_("Returned because"), max_length=400, blank=True, default="")

    class Meta:
        verbose_name = _("Proof of a decision")
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "decision"],
                condition=models.Q(state="waiting"),
                name="one_proof_waits_for_a_decision",
            ),
        )
