"""What an account may do."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models.user import User
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.tenancy.history import tracked


class Role(models.TextChoices):
    """The roles of the access matrix that need an account."""

    OFFICER = "officer", _("Officer")
    UNIT_HEAD = "unit_head", _("Head of a unit")
    COORDINATOR = "coordinator", _("ITA coordinator")
    EXECUTIVE = "executive", _("Executive")
    INVESTIGATOR = "investigator", _("Investigator of corruption complaints")
    AUDITOR = "auditor", _("Internal auditor")
    OVERSEER = "overseer", _("Adviser of many agencies")
    SYSTEM_ADMIN = "system_admin", _("System administrator")
    KIOSK = "kiosk", _("Kiosk")


@tracked()
class RoleGrant(models.Model):
    """A role of an account, in one unit where the role has one."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(_("Role"), max_length=20, choices=Role)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    granted = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("Role of an account")
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "user", "role", "unit"], name="a_role_once", nulls_distinct=False
            ),
        )
