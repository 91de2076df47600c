"""What the assessor said of an item, and how the office explained it."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.clarifying import ClarificationContent
from prongsai.office.disclosure.content import mark_of
from prongsai.office.disclosure.models.items import DisclosedItem
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


@tracked()
class ItemRemark(OfAgency):
    """What was told of an item while it can still be explained. Once the result is final it is read in by `results`."""

    item = models.ForeignKey(DisclosedItem, on_delete=models.PROTECT, related_name="remarks")
    lost = models.BooleanField(_("The item is lost as it stands"))
    words = models.TextField(_("What the assessor said"), blank=True, default="")
    told = models.DateField(_("Told on"))
    made_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("Remark of the assessor")
        ordering = ("-told", "-id")

    def __str__(self) -> str:
        return self.words[:80]


@tracked()
class Clarification(OfAgency):
    """The office's answer to a remark, frozen as a report is: `content` is all it says, `mark` the hash of it.

    It is a draft (ร่าง) until the signed copy is attached; number and day are as the registry of papers gave them.
    """

    remark = models.ForeignKey(ItemRemark, on_delete=models.PROTECT, related_name="clarifications")
    version = models.PositiveSmallIntegerField(_("Version"))
    content = models.JSONField()
    mark = models.CharField(max_length=64)
    made = models.DateField(_("Made on"))
    made_by = models.CharField(max_length=40, editable=False)
    number = models.CharField(_("Number of the paper"), max_length=60, blank=True, default="")
    day = models.DateField(_("Date of the paper"), null=True, blank=True)
    signed = models.DateField(_("Signed copy attached on"), null=True, blank=True)
    sent = models.DateField(_("Day of sending"), null=True, blank=True)
    outcome = models.CharField(_("How it ended"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("Clarification")
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "remark", "version"], name="one_clarification_of_a_version"),
            models.CheckConstraint(
                condition=models.Q(signed__isnull=True) | models.Q(day__isnull=False),
                name="a_signed_clarification_has_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.remark.item} ({self.version})"

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("disclosure-clarification", args=[self.pk])

    @property
    def told(self) -> ClarificationContent:
        """What it says, as records."""
        return ClarificationContent.model_validate(self.content)

    @property
    def is_intact(self) -> bool:
        """Whether the content is still what was frozen."""
        return mark_of(self.content) == self.mark
