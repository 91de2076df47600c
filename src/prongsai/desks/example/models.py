"""A talk held in a village."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.models import OfAgency


class Talks(models.QuerySet["Talk"]):
    """Talks, and who may see them."""

    def visible_to(self, acting: Acting) -> Talks:
        """Give the talks of one's agency: the whole office may know them."""
        return self.filter(agency=acting.agency)


class Talk(OfAgency):
    """A talk: where, when, how many came."""

    village = models.CharField(_("Village"), max_length=100)
    happened = models.DateField(_("Day of the talk"))
    listeners = models.PositiveIntegerField(_("How many came"))

    objects = Talks.as_manager()

    class Meta:
        verbose_name = _("Talk")
        ordering = ("-happened", "id")

    def __str__(self) -> str:
        return self.village
