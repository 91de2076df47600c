"""Which unit hands in which item of the assessment."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


@tracked()
class ItemOwner(OfAgency):
    """A unit, or an officer of it, hands in what an item asks for. `noted_in` is the year whose codes were meant.

    It holds for later years too: the crosswalk leads from its code to theirs, as long as the meaning is the same.
    """

    code = models.CharField(_("Item"), max_length=8)
    noted_in = models.PositiveSmallIntegerField(_("Year of the codes in use"))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit"))
    officer = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Officer in charge")
    )

    class Meta:
        verbose_name = _("Owner of an item")
        ordering = ("-noted_in", "id")
        constraints = (models.UniqueConstraint(fields=["agency", "noted_in", "code"], name="one_owner_of_an_item"),)

    def __str__(self) -> str:
        return f"{self.code} ({self.noted_in}): {self.officer or self.unit}"
