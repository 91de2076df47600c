"""A case: what somebody handed in, where it stands, when it is due."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.cases.kinds import CaseKind, kinds
from prongsai.registers.cases.states import CLOSED, OPEN, TRANSITIONS, WAITING, CaseState, Channel

WEEK = timedelta(days=7)
"""Between two reasons for a delay, and from the end of a case to the word of it (Licensing Facilitation Act, s. 10)."""
RUNNING = OPEN - WAITING


class Cases(models.QuerySet["Case"]):
    """Cases of an agency."""

    def visible_to(self, acting: Acting) -> Cases:
        """Give one's own, those of one's units, those one wrote down; sensitive ones: own, and of the unit one heads.

        Who came by a personal link sees one's own and no others.
        """
        own = models.Q(officer=acting.person) if acting.person else models.Q(pk=None)
        seen = own
        if acting.by_link:
            return self.filter(seen, agency=acting.agency)
        if acting.has(Role.OFFICER):
            seen |= models.Q(is_sensitive=False) & (
                models.Q(unit__in=acting.units) | models.Q(recorded_by=acting.actor)
            )
        if acting.has(Role.UNIT_HEAD):
            seen |= models.Q(unit__in=acting.units)
        return self.filter(seen, agency=acting.agency)

    def open(self) -> Cases:
        """Give those that are not at an end."""
        return self.filter(state__in=OPEN)

    def waiting(self) -> Cases:
        """Give those for which something is to come from the applicant."""
        return self.filter(state__in=WAITING)

    def due_on(self, day: date) -> Cases:
        """Give those whose clock runs and ends on a day."""
        return self.filter(state__in=RUNNING, due=day)

    def late(self, day: date) -> Cases:
        """Give those whose clock has run out."""
        return self.filter(state__in=RUNNING, due__lt=day)

    def in_hand(self, person: Person | None) -> Cases:
        """Give the open ones of an officer."""
        return self.open().filter(officer=person) if person else self.none()

    def saying(self, words: str) -> Cases:
        """Give those in whose number, subject, applicant or service all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


_OF_PERSONS = ("subject", "body", "asker_name", "asker_phone", "asker_contact", "asker_number", "result")
_OF_THE_PROGRAM = ("search_text", "code_prefix", "code_hash", "once_hash")


@tracked(leaving_out=(*_OF_PERSONS, *_OF_THE_PROGRAM))
class Case(OfAgency):
    """A case. What a person wrote stands outside the history: it can really be removed when its time is over."""

    kind = models.CharField(_("Kind of case"), max_length=40)
    year = models.PositiveSmallIntegerField(_("Year"))
    number = models.PositiveIntegerField(_("Case number"))
    channel = models.CharField(_("Channel"), max_length=10, choices=Channel)
    service = models.ForeignKey(
        "services.Service", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Service")
    )
    is_sensitive = models.BooleanField(_("Sensitive"), default=False)
    subject = models.CharField(_("Subject"), max_length=200)
    body = models.TextField(_("What is asked"), blank=True, default="")
    asker_name = models.CharField(_("Name of the applicant"), max_length=200, blank=True, default="")
    asker_phone = models.CharField(_("Telephone"), max_length=20, blank=True, default="")
    asker_contact = models.CharField(_("Address or other contact"), max_length=300, blank=True, default="")
    asker_number = models.TextField(editable=False, blank=True, default="")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit"))
    officer = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Officer in charge")
    )
    recorded_by = models.CharField(max_length=40, editable=False)
    recorded_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Recorded for")
    )
    received_on = models.DateField(_("Received on"))
    entered_on = models.DateField(_("Written down on"))
    state = models.CharField(_("State"), max_length=10, choices=CaseState, default=CaseState.RECEIVED)
    limit_days = models.PositiveSmallIntegerField(_("Time (working days)"), null=True, blank=True)
    waited_days = models.PositiveSmallIntegerField(_("Working days waited for the applicant"), default=0)
    waiting_since = models.DateField(_("Waiting for the applicant since"), null=True, blank=True)
    papers_asked_on = models.DateField(_("Papers asked for on"), null=True, blank=True)
    due = models.DateField(_("Due on"), null=True, blank=True)
    late_told_on = models.DateField(_("Reason for the delay told on"), null=True, blank=True)
    closed_on = models.DateField(_("Ended on"), null=True, blank=True)
    end_told_on = models.DateField(_("End told on"), null=True, blank=True)
    result = models.TextField(_("Result"), blank=True, default="")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="doubles", verbose_name=_("Joined to")
    )
    cleared_on = models.DateField(_("Personal data removed on"), null=True, blank=True)
    code_prefix = models.CharField(max_length=3, editable=False)
    code_hash = models.CharField(max_length=64, editable=False)
    once_hash = models.CharField(max_length=64, editable=False, null=True)
    search_text = models.TextField(editable=False, default="")

    objects = Cases.as_manager()

    class Meta:
        verbose_name = _("Case")
        verbose_name_plural = _("Cases")
        ordering = ("-received_on", "-id")
        indexes = (
            models.Index(fields=["agency", "state", "due"], name="cases_due"),
            models.Index(fields=["agency", "-received_on", "-id"], name="cases_newest"),
            models.Index(fields=["agency", "officer", "state"], name="cases_in_hand"),
            models.Index(fields=["agency", "code_prefix"], name="cases_by_code"),
        )
        constraints = (
            models.UniqueConstraint(fields=["agency", "kind", "year", "number"], name="one_case_of_a_number"),
            models.UniqueConstraint(fields=["agency", "once_hash"], name="one_case_of_a_form"),
            models.CheckConstraint(
                condition=models.Q(state__in=sorted(OPEN), closed_on=None)
                | models.Q(state__in=sorted(CLOSED), closed_on__isnull=False),
                name="an_end_has_its_day",
            ),
            models.CheckConstraint(
                condition=models.Q(state="merged", merged_into__isnull=False)
                | (~models.Q(state="merged") & models.Q(merged_into=None)),
                name="joined_to_a_case",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=sorted(WAITING), waiting_since__isnull=False)
                | (~models.Q(state__in=sorted(WAITING)) & models.Q(waiting_since=None)),
                name="waiting_since_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.told_number} {self.subject}"

    def get_absolute_url(self) -> str:
        """Give the address of its page for staff."""
        return reverse("case", args=[self.pk])

    @property
    def told_kind(self) -> CaseKind | None:
        """The kind, None where its room is gone."""
        return kinds.get(self.kind)

    @property
    def kind_title(self) -> str:
        """The title of its kind."""
        return self.told_kind.shown if self.told_kind else self.kind

    @property
    def told_number(self) -> str:
        """Kind, number and year, as it is called: never what it is about, so that it may stand in notices."""
        return f"{self.kind_title} {self.number}/{self.year}"

    @property
    def is_open(self) -> bool:
        """Whether it is not at an end."""
        return self.state in OPEN

    @property
    def is_waiting(self) -> bool:
        """Whether something is to come from the applicant; the clock stands meanwhile."""
        return self.state in WAITING

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it was received."""
        return self.entered_on > self.received_on

    def may_become(self, state: CaseState) -> bool:
        """Whether a state may follow, by the table and by its kind."""
        allowed = self.told_kind.states if self.told_kind else frozenset(CaseState)
        return state in TRANSITIONS[CaseState(self.state)] and state in allowed

    def is_late(self, today: date) -> bool:
        """Whether its clock has run out."""
        return self.is_open and not self.is_waiting and self.due is not None and self.due < today

    def reason_due(self, today: date) -> date | None:
        """Give the day by which the applicant is to hear the reason of a delay, None while there is none."""
        if not self.is_late(today) or self.due is None:
            return None
        return self.late_told_on + WEEK if self.late_told_on else self.due + timedelta(days=1)

    @property
    def end_due(self) -> date | None:
        """The day by which the applicant is to hear of the end; None where there is nothing to tell any more."""
        if self.closed_on is None or self.end_told_on or self.state in (CaseState.WITHDRAWN, CaseState.MERGED):
            return None
        return self.closed_on + WEEK

    @property
    def is_in_time(self) -> bool | None:
        """Whether it ended in time; None while it is open or where it had no clock."""
        return None if self.closed_on is None or self.due is None else self.closed_on <= self.due

    def keep_search_text(self, also: str = "") -> None:
        """Set what lists search by. A citizen number is never among it."""
        said = (self.kind_title, f"{self.number}/{self.year}", self.subject, self.asker_name, self.asker_phone, also)
        self.search_text = search_key(" ".join(said))
