"""A matter that is submitted by itself and belongs to no other room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Standing, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


@tracked()
class Matter(OfAgency):
    """A matter (เรื่องทั่วไป): its subject, whose it is, whose opinion is asked for, and who decides."""

    subject = models.CharField(_("Subject"), max_length=300)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit"))
    opinions = models.JSONField(_("Opinions asked for"), default=list)
    decides = models.CharField(_("Who decides"), max_length=10, choices=Standing)
    made_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("Matter of its own")
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.subject
