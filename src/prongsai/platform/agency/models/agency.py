"""A public agency."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Agency(models.Model):
    """A public agency. It carries no policy: a page must find it before it is known who speaks."""

    code = models.SlugField(
        _("Short code in addresses"), max_length=40, unique=True, validators=[RegexValidator(r"^[a-z][a-z0-9-]*$")]
    )
    name = models.CharField(_("Name"), max_length=200)
    short_name = models.CharField(_("Short name"), max_length=100, blank=True)
    english_name = models.CharField(_("English name"), max_length=200, blank=True)
    kind = models.CharField(_("Kind of agency"), max_length=40)
    district = models.CharField(_("District"), max_length=100, blank=True)
    province = models.CharField(_("Province"), max_length=100, blank=True)
    address = models.CharField(_("Office address"), max_length=300, blank=True)
    phone = models.CharField(_("Telephone"), max_length=40, blank=True)
    letter_prefix = models.CharField(_("Letter prefix"), max_length=40, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    website = models.URLField(_("Main web site"), blank=True)
    host = models.CharField(_("Host name of its own pages"), max_length=200, blank=True)
    closed = models.DateField(_("Closed on"), null=True, blank=True)
    demo_today = models.DateField(_("Today in the demonstration"), null=True, blank=True)

    class Meta:
        verbose_name = _("Agency")
        constraints = (
            models.UniqueConstraint(fields=["host"], condition=~models.Q(host=""), name="one_agency_per_host"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_demo(self) -> bool:
        """Whether its data is invented: every page and paper then says so."""
        return self.demo_today is not None
