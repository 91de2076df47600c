"""Whom an order appoints."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.orders.models.order import Order


class MemberRole(models.TextChoices):
    """What somebody is in a committee; the words of the paper may differ (คณะทำงานและเลขานุการ)."""

    ADVISER = "adviser", _("Adviser")
    CHAIR = "chair", _("Chair")
    VICE_CHAIR = "vice_chair", _("Vice chair")
    MEMBER = "member", _("Member")
    SECRETARY = "secretary", _("Secretary")
    ASSISTANT = "assistant", _("Assistant secretary")


@tracked()
class OrderMember(OfAgency):
    """Somebody whom an order appoints: by post, with the person where it is one of the office."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="members")
    position = models.PositiveSmallIntegerField(_("Order"), default=1)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    post = models.CharField(_("Post"), max_length=200)
    role = models.CharField(_("Role in the group"), max_length=12, choices=MemberRole, default=MemberRole.MEMBER)
    wording = models.CharField(_("Role as the paper says it"), max_length=100, blank=True, default="")
    duty = models.CharField(_("Duty"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("Member by order")
        ordering = ("position", "id")

    def __str__(self) -> str:
        return f"{self.post} ({self.role_words})"

    @property
    def role_words(self) -> str:
        """The role as the paper says it."""
        return self.wording or str(self.get_role_display())
