"""A round: one year of the assessment in one agency."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.catalogue import Framework
from prongsai.office.rounds.frameworks import framework_with_codes_of
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class Rounds(models.QuerySet["Round"]):
    """Rounds of an agency."""

    def visible_to(self, acting: Acting) -> Rounds:
        """Give those of one's agency: the whole office works on them."""
        return self.filter(agency=acting.agency)


@tracked()
class Round(OfAgency):
    """A year of the assessment. While its own framework is not out it works on the codes of an earlier year, as draft.

    The working group is that of an `order` of the register; where that has none, what was typed: `order_number`,
    `order_day`, `members`.

    `codes_mark` marks what the framework said when the round began on it or was moved to it.
    """

    fiscal_year = models.PositiveSmallIntegerField(_("Fiscal year"))
    codes_year = models.PositiveSmallIntegerField(_("Year of the codes in use"))
    codes_mark = models.CharField(max_length=64, editable=False)
    order = models.ForeignKey(
        "orders.Order", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("Order of the register"),
    )  # fmt: skip
    order_number = models.CharField(_("Number of the order"), max_length=60, blank=True, default="")
    order_day = models.DateField(_("Day of the order"), null=True, blank=True)
    members = models.TextField(_("Members of the working group"), blank=True, default="")
    closed = models.DateField(_("Year closed on"), null=True, blank=True)
    made_by = models.CharField(max_length=40, editable=False)

    objects = Rounds.as_manager()

    class Meta:
        verbose_name = _("Round of the assessment")
        ordering = ("-fiscal_year",)
        constraints = (models.UniqueConstraint(fields=["agency", "fiscal_year"], name="one_round_of_a_year"),)

    def __str__(self) -> str:
        return f"ITA {self.fiscal_year}"

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("round", args=[self.pk])

    @property
    def is_draft(self) -> bool:
        """Whether it works on the codes of another year."""
        return self.codes_year != self.fiscal_year

    @property
    def framework(self) -> Framework:
        """The framework it works on; a draft shows itself as one."""
        return framework_with_codes_of(self.fiscal_year, self.codes_year)

    @property
    def has_group(self) -> bool:
        """Whether an order of the working group is written down."""
        return bool(self.order_id or self.order_number or self.member_lines)

    @property
    def member_lines(self) -> list[str]:
        """The members, one to a line."""
        return [line.strip() for line in self.members.splitlines() if line.strip()]
