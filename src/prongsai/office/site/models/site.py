"""When the site of an office was made."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.models import OfAgency


class Site(OfAgency):
    """One row of an agency. `pages` and `files` count what was made at `built`, in `milliseconds`.

    `menu` and `foot` are what every page then led to, so that one page can be made anew like the others.
    `shows_progress`: how far the measures have come is told to the public.
    """

    built = models.DateTimeField(_("Site made on"), null=True, blank=True)
    pages = models.PositiveIntegerField(_("Pages"), default=0)
    files = models.PositiveIntegerField(_("Files"), default=0)
    milliseconds = models.PositiveIntegerField(default=0)
    menu = models.JSONField(default=list, editable=False)
    foot = models.JSONField(default=list, editable=False)
    shows_progress = models.BooleanField(_("Show the public how far the measures have come"), default=True)

    class Meta:
        verbose_name = _("Public site")
        constraints = (models.UniqueConstraint(fields=["agency"], name="one_site_of_an_agency"),)

    def __str__(self) -> str:
        return str(self.built or "")
