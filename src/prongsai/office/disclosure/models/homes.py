"""Where an office shows itself to the public: on the site that Prongsai makes, or on one that a contractor runs."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class Home(models.TextChoices):
    """Whose site carries an item."""

    OWN = "own", _("The site that this system makes")
    CONTRACTOR = "contractor", _("The site that a contractor runs")


@tracked()
class SiteHome(OfAgency):
    """The office's choice: one row of an agency. `main` is its main site, from which every item must be reached.

    `own` is where the site that this system makes was put, if that is not this server: a web space, a name of its own.
    """

    home = models.CharField(_("Where items stand"), max_length=10, choices=Home, default=Home.OWN)
    main = models.URLField(_("Address of the main site"), max_length=500, blank=True, default="")
    own = models.URLField(_("Address of our own site, if it was put elsewhere"), max_length=500, blank=True, default="")
    contractor = models.CharField(_("Contractor who looks after the site"), max_length=200, blank=True, default="")
    contact = models.CharField(_("How to reach the contractor"), max_length=200, blank=True, default="")
    in_search = models.BooleanField(_("Search engines may list the site"), default=True)

    class Meta:
        verbose_name = _("Home on the web")
        constraints = (models.UniqueConstraint(fields=["agency"], name="one_home_of_an_agency"),)

    def __str__(self) -> str:
        return self.main or self.get_home_display()
