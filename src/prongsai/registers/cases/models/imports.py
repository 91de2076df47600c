"""Lines of an older register that were read from a file and wait for somebody to look through them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.files.waiting_lists import WaitingList


class Imports(models.QuerySet["ImportedCases"]):
    """Imports that wait."""

    def visible_to(self, acting: Acting) -> Imports:
        """Give those one sent, and those of one's units: the lines name people."""
        seen = models.Q(unit__in=acting.units) | models.Q(made_by=acting.actor)
        return self.filter(seen, agency=acting.agency)


class ImportedCases(WaitingList):
    """What a file was read as. It becomes cases whole, or goes."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit"))

    objects = Imports.as_manager()

    class Meta(WaitingList.Meta):
        verbose_name = _("Cases waiting for review")
