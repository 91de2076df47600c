"""Frameworks that people of this installation took in by a page."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedFrameworks(models.QuerySet["LoadedFramework"]):
    """Frameworks as sent."""

    def waiting(self) -> LoadedFrameworks:
        """Give those of which nobody has said yes or no."""
        return self.filter(accepted=None)

    def holding(self) -> LoadedFrameworks:
        """Give of each year the one that was accepted last."""
        accepted = self.filter(accepted__isnull=False)
        return accepted.order_by("fiscal_year", "-accepted", "-pk").distinct("fiscal_year")


class LoadedFramework(models.Model):
    """A year's framework as sent in a file, checked against every rule: waiting for a yes, or accepted.

    It belongs to the installation and holds no data of an agency: all agencies here work on the same frameworks.
    `content` is its YAML. Accepted ones are never changed; a later one of the same year takes their place.
    """

    fiscal_year = models.PositiveSmallIntegerField(_("Fiscal year"))
    file_name = models.CharField(_("File name"), max_length=200)
    content = models.TextField()
    made_by = models.CharField(max_length=40, editable=False)
    made = models.DateTimeField(auto_now_add=True)
    accepted_by = models.CharField(max_length=40, editable=False, default="")
    accepted = models.DateTimeField(_("Taken in on"), null=True, blank=True)

    objects = LoadedFrameworks.as_manager()

    class Meta:
        verbose_name = _("Framework taken in")
        ordering = ("-made", "-id")

    def __str__(self) -> str:
        return f"{self.fiscal_year}: {self.file_name}"
