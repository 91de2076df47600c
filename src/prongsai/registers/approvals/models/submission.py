"""A thing that was submitted, as it stood that day."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Standing, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.tasks.services import Channel


class SubmissionState(models.TextChoices):
    """How far a submission has come."""

    WAITING = "waiting", _("Waiting for an answer")
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned for changes")
    WITHDRAWN = "withdrawn", _("Taken back")


class Submissions(models.QuerySet["Submission"]):
    """Submissions of an agency."""

    def visible_to(self, acting: Acting) -> Submissions:
        """Give those of one's agency: what an office decides on inside is known to who works there.

        By a personal link only what one is or was asked about, or submitted.
        """
        own = self.filter(agency=acting.agency)
        if not acting.by_link:
            return own
        person = acting.user.person_id or 0
        answered = models.Exists(own.filter(pk=models.OuterRef("pk"), steps__person=person))
        return own.filter(models.Q(asked=person) | models.Q(submitter=person) | answered)

    def waiting(self) -> Submissions:
        """Give those that nobody has decided on."""
        return self.filter(state=SubmissionState.WAITING)

    def saying(self, words: str) -> Submissions:
        """Give those in whose subject, unit or sentences all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text", "asked"))
class Submission(OfAgency):
    """A version of a thing that was submitted. Nothing of it changes but its state.

    `asked` is who was told last that it is their turn; whose turn it is, the line of posts says each day anew.
    """

    kind = models.CharField(max_length=40, editable=False)
    thing = models.PositiveBigIntegerField(editable=False)
    version = models.PositiveSmallIntegerField(_("Time submitted"), default=1)
    subject = models.CharField(_("Subject"), max_length=300)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit"))
    why = models.TextField(_("Why"), max_length=2_000)
    what = models.TextField(_("What it is"), max_length=2_000)
    asks = models.TextField(_("What is asked for"), max_length=2_000)
    lines = models.JSONField(default=list, encoder=DjangoJSONEncoder, editable=False)
    enclosures = models.JSONField(default=list, editable=False)
    decides = models.CharField(_("Who decides"), max_length=10, choices=Standing)
    state = models.CharField(_("State"), max_length=10, choices=SubmissionState, default=SubmissionState.WAITING)
    submitter = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("Submitted by")
    )
    received_by = models.CharField(max_length=20, blank=True, default="", editable=False)
    asked = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", editable=False)
    submitted = models.DateField(_("Submitted on"))
    entered = models.DateField(_("Written down on"))
    made_by = models.CharField(max_length=40, editable=False)
    author_accounts = models.JSONField(default=list, editable=False)
    author_people = models.JSONField(default=list, editable=False)
    settled = models.DateField(_("Decided on"), null=True, blank=True)
    search_text = models.TextField(editable=False, default="")

    objects = Submissions.as_manager()

    class Meta:
        verbose_name = _("Submission")
        ordering = ("-submitted", "-id")
        indexes = (models.Index(fields=["agency", "state", "submitted"], name="submissions_in_order"),)
        constraints = (
            models.UniqueConstraint(fields=["agency", "kind", "thing", "version"], name="submitted_once_as_a_version"),
            models.UniqueConstraint(
                fields=["agency", "kind", "thing"],
                condition=models.Q(state="waiting"),
                name="one_waiting_submission_of_a_thing",
            ),
        )

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("approval", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        """Whether somebody has still to say something."""
        return self.state == SubmissionState.WAITING

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it was submitted."""
        return self.submitted < self.entered

    @property
    def is_recorded_for(self) -> bool:
        """Whether somebody else wrote it down (บันทึกแทน)."""
        return bool(self.received_by)

    @property
    def way_in_words(self) -> str:
        """How it came in, where somebody else wrote it down."""
        return str(Channel(self.received_by).label) if self.received_by else ""

    def keep_key(self) -> None:
        """Set what lists search by."""
        self.search_text = search_key(f"{self.subject} {self.unit.name} {self.why} {self.what} {self.asks}")


READERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)
WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)
DECIDERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE)
"""Who acts in a post may have any role of staff; whether it is their turn, the line of posts says."""
