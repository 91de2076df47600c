"""The log of publication as rows: acts in one order, signed heads, closed sets."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.models.items import DisclosedItem
from prongsai.office.disclosure.models.publications import Publication
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class LoggedAct(OfAgency):
    """An act as a leaf of the agency's tree (`log/`). `index` counts from 0; `leaf` is its canonical form.

    `peaks` is the right edge of the tree after it, hexadecimal, so that the next act needs no other row. Rows are never
    changed nor deleted: the database refuses it.
    """

    index = models.PositiveBigIntegerField(_("Number of the act"))
    item = models.ForeignKey(DisclosedItem, on_delete=models.PROTECT, null=True, related_name="acts")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, null=True, related_name="acts")
    kind = models.CharField(_("Act"), max_length=10)
    leaf = models.TextField()
    hash = models.CharField(max_length=64)
    peaks = models.JSONField()
    at = models.DateTimeField(_("Time"))

    class Meta:
        verbose_name = _("Act of publication")
        ordering = ("index",)
        constraints = (models.UniqueConstraint(fields=["agency", "index"], name="one_act_of_a_number"),)
        triggers = (pgtrigger.Protect(name="acts_stay", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.index} {self.kind}"


class LogHead(OfAgency):
    """A signed head of the log. Each day has one for what was there in the morning, and one after each further act."""

    day = models.DateField(_("Day"))
    size = models.PositiveBigIntegerField(_("Acts"))
    root = models.CharField(max_length=64)
    at = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    signature = models.CharField(max_length=128)

    class Meta:
        verbose_name = _("Head of the log of publication")
        ordering = ("size", "day")
        constraints = (models.UniqueConstraint(fields=["agency", "day", "size"], name="one_head_of_a_size_of_a_day"),)
        triggers = (pgtrigger.Protect(name="heads_stay", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.day}: {self.size}"


@tracked()
class ClosedSet(OfAgency):
    """A set that was closed for the assessment: `addresses` by code of the item, as they were sent.

    While it is closed no address of it may change. Opened again, for a reason, it stays as it was.
    """

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    closed = models.DateField(_("Set closed on"))
    addresses = models.JSONField(_("Addresses"))
    mark = models.CharField(max_length=64)
    made_by = models.CharField(max_length=40, editable=False)
    opened = models.DateField(_("Opened again on"), null=True, blank=True)
    opened_because = models.CharField(_("Reason"), max_length=500, blank=True, default="")

    class Meta:
        verbose_name = _("Closed set")
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "round"], condition=models.Q(opened__isnull=True), name="one_closed_set_of_a_year"
            ),
            models.CheckConstraint(
                condition=models.Q(opened__isnull=True) | ~models.Q(opened_because=""), name="opened_for_a_reason"
            ),
        )

    def __str__(self) -> str:
        return str(self.closed)
