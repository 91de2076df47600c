"""A circular: written, sent, acknowledged by those who received it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.tenancy.history import tracked
from prongsai.registers.circulars.models.addressed import Addressed, no_more_than_asked

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE)
OVERSEERS = (Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)
"""Who sees every circular with its counts; who is missing only its sender sees."""


class CircularState(models.TextChoices):
    """How far it has come."""

    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Sent out")
    WITHDRAWN = "withdrawn", _("Has been withdrawn")


class Circulars(models.QuerySet["Circular"]):
    """Circulars of an agency."""

    def visible_to(self, acting: Acting) -> Circulars:
        """Give what one received or sent, drafts to who writes them, all to who looks after the office.

        A personal link shows what was sent to oneself, and nothing else.
        """
        here, person = self.filter(agency=acting.agency), acting.user.person_id
        mine = Circular.objects.filter(receivers__person=person, receivers__person__isnull=False)
        draft = Q(state=CircularState.DRAFT)
        received = Q(pk__in=mine.values("pk")) & ~draft
        if acting.by_link:
            return here.filter(received)
        if acting.has(*OVERSEERS):
            return here
        seen = received | Q(sender=person, sender__isnull=False) | Q(unit__in=acting.units) & ~draft
        return here.filter(seen | draft if acting.has(*WRITERS) else seen)

    def sent(self) -> Circulars:
        """Give those that went out and hold."""
        return self.filter(state=CircularState.SENT)

    def saying(self, words: str) -> Circulars:
        """Give those in whose subject, number or text all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text",))
class Circular(Addressed):
    """A circular (แจ้งเวียน). `sent` is the day it went out, `entered` the day it was written down here."""

    state = models.CharField(_("State"), max_length=10, choices=CircularState, default=CircularState.DRAFT)
    sender = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Sent by")
    )
    due = models.DateField(_("To be acknowledged by"), null=True, blank=True)
    sent = models.DateField(_("Sent on"), null=True, blank=True)
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    withdrawn = models.DateField(_("Circular withdrawn on"), null=True, blank=True)
    withdrawn_because = models.CharField(_("Withdrawn because"), max_length=300, blank=True, default="")
    paper_number = models.CharField(_("Number of the paper"), max_length=60, blank=True, default="")
    paper_day = models.DateField(_("Day on the paper"), null=True, blank=True)
    paper_signer = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Signed by")
    )

    register_asked = models.PositiveIntegerField(_("Receivers by the old register"), null=True, blank=True)
    register_done = models.PositiveIntegerField(_("Acknowledged by the old register"), null=True, blank=True)

    objects = Circulars.as_manager()

    class Meta:
        verbose_name = _("Circular letter")
        ordering = ("-sent", "-id")
        indexes = (models.Index(fields=["agency", "-sent"], name="circulars_in_order"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(state="draft") | Q(sent__isnull=False, sender__isnull=False),
                name="sent_on_a_day_by_somebody",
            ),
            no_more_than_asked("no_more_acknowledged_than_asked"),
        )

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("circular", args=[self.pk])

    def search_words(self) -> str:
        """Give its number and text."""
        return f"{self.paper_number} {self.words}"

    @property
    def is_draft(self) -> bool:
        """Whether it has not gone out."""
        return self.state == CircularState.DRAFT

    @property
    def is_sent(self) -> bool:
        """Whether it went out and holds."""
        return self.state == CircularState.SENT

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it went out."""
        return bool(self.sent and self.entered and self.sent < self.entered)

    @property
    def is_signed(self) -> bool:
        """Whether the signed memo, with number and day, is attached: until then its print says ร่าง."""
        return bool(self.paper_number and self.paper_day and self.paper_signer_id)

    @property
    def is_from_register(self) -> bool:
        """Whether it was taken in from the office's own register: counts without names, nobody is asked."""
        return self.register_asked is not None

    def is_kept_by(self, acting: Acting) -> bool:
        """Whether somebody sent it and so sees who is missing."""
        return not acting.by_link and self.sender_id is not None and self.sender_id == acting.user.person_id
