"""Which unit receives what comes by the web."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


@tracked()
class FrontDesk(OfAgency):
    """The unit to which a case goes that names no service."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Receiving unit"))

    class Meta:
        verbose_name = _("Receiving unit")
        constraints = (models.UniqueConstraint(fields=["agency"], name="one_front_desk"),)
