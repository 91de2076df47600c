"""A round of checking: a walk past everything that hangs."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class CheckingRounds(models.QuerySet["CheckingRound"]):
    """Rounds of an agency."""

    def visible_to(self, acting: Acting) -> CheckingRounds:
        """Give those of one's agency."""
        return self.filter(agency=acting.agency)

    def running(self) -> CheckingRounds:
        """Give the one that runs, if any."""
        return self.filter(ended=None)


@tracked()
class CheckingRound(OfAgency):
    """A round. It ends by itself when everything has been looked at, or when somebody ends it."""

    begun = models.DateField(_("Begun on"))
    due = models.DateField(_("To be finished by"))
    ended = models.DateField(_("Round ended on"), null=True, blank=True)
    begun_by = models.CharField(max_length=40, editable=False)

    objects = CheckingRounds.as_manager()

    class Meta:
        verbose_name = _("Checking round")
        ordering = ("-begun", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["agency"], condition=models.Q(ended=None), name="one_running_round_of_an_agency"
            ),
            models.CheckConstraint(
                condition=models.Q(due__gte=models.F("begun")), name="a_round_is_due_after_it_begins"
            ),
        )


@tracked()
class CheckingHabit(OfAgency):
    """After how many months somebody should look again; one row for an agency, none means the usual six."""

    months = models.PositiveSmallIntegerField(_("Look again after months"), default=6)

    class Meta:
        verbose_name = _("Habit of checking")
        constraints = (models.UniqueConstraint(fields=["agency"], name="one_checking_habit_of_an_agency"),)
