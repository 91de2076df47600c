"""Roles that wait for a second person."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models.roles import Role
from prongsai.platform.accounts.models.user import User
from prongsai.platform.tenancy.models import OfAgency


class RoleProposal(OfAgency):
    """A role that one person proposes and another confirms; until then it is worth nothing."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="proposals")
    role = models.CharField(_("Role"), max_length=20, choices=Role)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed = models.DateTimeField(_("Proposed"), default=timezone.now)

    class Meta:
        verbose_name = _("Proposed role")
        ordering = ("proposed",)
        constraints = (models.UniqueConstraint(fields=["agency", "user", "role"], name="a_role_proposed_once"),)
