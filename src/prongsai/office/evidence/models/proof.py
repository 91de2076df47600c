"""Proof: a fact of a desk, a file, a link or a sentence with date and number; and what it is used for."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.office.evidence.models.turn import SEES_ALL, own_units
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.tasks.services import Channel


class ProofState(models.TextChoices):
    """Whether a person has accepted it."""

    OFFERED = "offered", _("To be looked at")
    ACCEPTED = "accepted", _("Accepted as proof")
    RETURNED = "returned", _("Returned with a reason")


class Proofs(models.QuerySet["Proof"]):
    """Proof of an agency."""

    def visible_to(self, acting: Acting) -> Proofs:
        """Give all to those who see the whole; to others what their units gave."""
        found = self.filter(agency=acting.agency)
        if not acting.by_link and acting.has(*SEES_ALL):
            return found
        return found.filter(unit__in=own_units(acting))

    def accepted(self) -> Proofs:
        """Give those that a person accepted."""
        return self.filter(state=ProofState.ACCEPTED)


@tracked()
class Proof(OfAgency):
    """One piece of proof. Its files are attachments of the holder `evidence.proof`.

    Three days: `happened` (the deed), `received` (by the office), `published`. `source` and `fact` name the desk and
    its fact where it came from the work itself. `answer` is what a person said to the questions raised about it
    (when, how many, where is the file?). `expires`: from then on a newer one is asked for.
    """

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(_("What it shows"))
    document_number = models.CharField(_("Number of the document"), max_length=80, blank=True, default="")
    link = models.URLField(_("Address"), max_length=500, blank=True, default="")
    figures = models.JSONField(_("Figures"), default=dict, blank=True)
    topic = models.CharField(max_length=60, blank=True, default="", editable=False)
    source = models.CharField(max_length=60, blank=True, default="", editable=False)
    fact = models.CharField(max_length=200, blank=True, default="", editable=False)
    happened = models.DateField(_("Happened on"), null=True, blank=True)
    received = models.DateField(_("Received by the office on"))
    published = models.DateField(_("Published on"), null=True, blank=True)
    expires = models.DateField(_("Valid until"), null=True, blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Unit")
    )
    may_be_public = models.BooleanField(_("May be shown to the public"), default=False)
    state = models.CharField(_("State"), max_length=10, choices=ProofState, default=ProofState.OFFERED)
    answer = models.CharField(_("Answer to the questions"), max_length=500, blank=True, default="")
    decided = models.DateField(_("Decided on"), null=True, blank=True)
    decided_by = models.CharField(max_length=40, editable=False, default="")
    returned_because = models.CharField(_("Returned because"), max_length=500, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)
    recorded_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Recorded for")
    )
    received_by = models.CharField(_("Received by"), max_length=10, choices=Channel, blank=True, default="")

    objects = Proofs.as_manager()

    class Meta:
        verbose_name = _("Proof")
        ordering = ("-received", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "round", "source", "fact"],
                condition=~models.Q(fact=""),
                name="a_fact_of_a_desk_is_taken_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="returned") | ~models.Q(returned_because=""),
                name="proof_is_returned_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.words[:80]

    @property
    def is_accepted(self) -> bool:
        """Whether a person accepted it."""
        return self.state == ProofState.ACCEPTED

    @property
    def is_backdated(self) -> bool:
        """Whether it tells of a day before the office received it."""
        return self.happened is not None and self.happened < self.received

    def holds(self, today: date) -> bool:
        """Whether it was accepted and is still valid."""
        return self.is_accepted and (self.expires is None or self.expires >= today)

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("proof", args=[self.pk])


class ProofUse(OfAgency):
    """What a proof is used for: a turn, a measure, an OIT item (code of the round's year). Exactly one of the three."""

    proof = models.ForeignKey(Proof, on_delete=models.CASCADE, related_name="uses")
    turn = models.ForeignKey("evidence.StepTurn", on_delete=models.PROTECT, null=True, related_name="uses")
    measure = models.ForeignKey("measures.Measure", on_delete=models.PROTECT, null=True, related_name="+")
    item = models.CharField(max_length=8, blank=True, default="")

    class Meta:
        verbose_name = _("Use of a proof")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "proof", "turn", "measure", "item"], name="a_use_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(turn__isnull=False, measure__isnull=True, item="")
                | models.Q(turn__isnull=True, measure__isnull=False, item="")
                | (models.Q(turn__isnull=True, measure__isnull=True) & ~models.Q(item="")),
                name="a_proof_is_used_for_one_thing_each",
            ),
        )
