"""How people were told of a policy."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.notices.links import Link
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.policies.models.version import PolicyVersion


class Way(models.TextChoices):
    """By what means."""

    CIRCULAR = "circular", _("Circular")
    MEETING = "meeting", _("Meeting or briefing")
    PLACEMENT = "placement", _("Put up in the office")
    WEB = "web", _("Web page or social media")
    OTHER = "other", _("Another way")


@tracked()
class MadeKnown(OfAgency):
    """A version was made known on a day. `url_name` leads to the thing of another room, where it is one."""

    version = models.ForeignKey(PolicyVersion, on_delete=models.CASCADE, related_name="made_known")
    way = models.CharField(_("How"), max_length=10, choices=Way)
    day = models.DateField(_("Day"))
    entered = models.DateField(_("Written down on"))
    words = models.CharField(_("In words"), max_length=300, blank=True, default="")
    url_name = models.CharField(max_length=60, editable=False, default="")
    url_args = models.JSONField(default=dict, editable=False)
    made_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("How a policy was made known")
        ordering = ("day", "id")

    @property
    def path(self) -> str:
        """The page of the thing by which it was made known, empty where there is none any more."""
        return Link(self.url_name, self.url_args).path() if self.url_name else ""

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it happened."""
        return self.day < self.entered
