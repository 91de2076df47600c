"""A data call, and whom it is addressed to."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.office.data_calls.models.seeing import SEES_ALL, part_of, units_of
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class Calls(models.QuerySet["DataCall"]):
    """Data calls of an agency."""

    def visible_to(self, acting: Acting) -> Calls:
        """Give all to who looks after the whole, to others those that ask their unit for something."""
        own = self.filter(agency=acting.agency)
        if acting.has(*SEES_ALL) and not acting.by_link:
            return own
        return own.filter(pk__in=Addressee.objects.visible_to(acting).values("call"))


@tracked()
class DataCall(OfAgency):
    """Units are asked for something until a day. Number and day of the memo are those that the registry gave, typed.

    `key` names calls that another room of the yearly job makes (`measures`); it is empty for those of people.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=40, blank=True, default="", editable=False)
    title = models.CharField(_("Title of the call"), max_length=200)
    memo_number = models.CharField(_("Number of the memo"), max_length=60, blank=True, default="")
    memo_day = models.DateField(_("Day of the memo"), null=True, blank=True)
    sent = models.DateField(_("Asked on"))
    due = models.DateField(_("To be handed in by"))
    contact = models.CharField(_("Whom to ask"), max_length=200, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)
    made = models.DateField(editable=False)

    objects = Calls.as_manager()

    class Meta:
        verbose_name = _("Data call")
        ordering = ("-sent", "-id")
        constraints = (
            models.CheckConstraint(condition=models.Q(due__gte=models.F("sent")), name="asked_before_it_is_due"),
            models.UniqueConstraint(
                fields=["agency", "round", "key"], condition=~models.Q(key=""), name="one_data_call_of_a_room"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("data-call", args=[self.pk])

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it was made."""
        return self.sent < self.made


class Addressees(models.QuerySet["Addressee"]):
    """Whom calls are addressed to."""

    def visible_to(self, acting: Acting) -> Addressees:
        """Give those whose part one may know."""
        return self.filter(part_of(acting), agency=acting.agency)


class Addressee(OfAgency):
    """A unit, or one officer of it, whom a call asks. It is followed up as one, however many items it owes.

    `followed_due` is the day from which its follow-up counts: that of the nearest item that is owed.
    """

    call = models.ForeignKey(DataCall, on_delete=models.PROTECT, related_name="addressees")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit"))
    officer = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Officer in charge")
    )
    followed_due = models.DateField(null=True, editable=False)

    objects = Addressees.as_manager()

    class Meta:
        verbose_name = _("Addressee of a data call")
        ordering = ("unit__order", "unit_id", models.F("officer").asc(nulls_first=True))
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "call", "unit", "officer"], name="addressed_once", nulls_distinct=False
            ),
        )

    def __str__(self) -> str:
        return str(self.officer or self.unit)

    def is_of(self, acting: Acting) -> bool:
        """Whether somebody is asked: in person, or with the unit where no officer is named."""
        person = acting.person
        if self.officer_id is not None:
            return person is not None and person.pk == self.officer_id
        return self.unit_id in units_of(acting)

    def is_gone(self, day: date) -> bool:
        """Whether its unit was closed, or its officer left."""
        return not self.unit.is_standing(day) or (self.officer is not None and not self.officer.is_here(day))
