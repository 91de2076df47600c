"""What was read from lists and waits for somebody to look through it: decisions, an older register of meetings."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.waiting_lists import WaitingList
from prongsai.registers.meetings.models.agenda import AgendaItem
from prongsai.registers.meetings.models.meeting import Meeting


class Imports(models.QuerySet["ImportedDecisions"]):
    """Imports that wait."""

    def visible_to(self, acting: Acting) -> Imports:
        """Give those of the meetings one may see."""
        return self.filter(agency=acting.agency, item__meeting__in=Meeting.objects.visible_to(acting))


class ImportedDecisions(WaitingList):
    """What a list was read as. It becomes decisions under an item whole, or goes."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="+")

    objects = Imports.as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Decisions waiting for review")


class RegisterImports(models.QuerySet["ImportedMeetings"]):
    """Registers that wait."""

    def visible_to(self, acting: Acting) -> RegisterImports:
        """Give those of one's agency; one that names a closed circle is seen by who sent it alone."""
        seen = models.Q(is_closed_circle=False) | models.Q(made_by=acting.actor)
        return self.filter(seen, agency=acting.agency)


class ImportedMeetings(WaitingList):
    """What an older register of meetings was read as. It is taken in whole, or goes."""

    is_closed_circle = models.BooleanField(_("Only members may read its papers"), default=False)

    objects = RegisterImports.as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Meetings waiting for review")
