"""Pieces of which the page of an item is made, and which elements a person saw in them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.models.items import DisclosedItem
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class PieceKind(models.TextChoices):
    """Of what a piece is made."""

    WORDS = "words", _("Words written here")
    TABLE = "table", _("A table")
    FILE = "file", _("A file")
    LINK = "link", _("A link")
    REPORT = "report", _("A report of the year")
    RECORDS = "records", _("What the registers and desks hold")


class PeriodSaid(models.TextChoices):
    """What a person said of the days of a piece that came from another year."""

    CONFIRMED = "confirmed", _("The days were looked at")
    OPEN = "open", _("Days still to be looked at")


@tracked()
class Piece(OfAgency):
    """One piece, in the order in which readers see them. Files are attachments of the holder `disclosure-piece`.

    `element` is the element of the framework that it answers, in the catalogue's own words; empty: a part of the page
    as a whole. `nothing`: there is nothing to report (ไม่มี), which the page says. `rows` are those of a table, the
    first of them the head. `source` and `topic` name whose records are shown, between `since` and `until`.
    `covers` is the fiscal year (BE) that the content is of; `months` are those it covers (`2567-10`, Buddhist era).
    `dates` is open for what was taken over from another year until a person looked at its days.
    """

    item = models.ForeignKey(DisclosedItem, on_delete=models.CASCADE, related_name="pieces")
    order = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(_("Kind"), max_length=10, choices=PieceKind)
    heading = models.CharField(_("Heading"), max_length=300, blank=True, default="")
    element = models.CharField(_("Element"), max_length=500, blank=True, default="")
    words = models.TextField(_("Text"), blank=True, default="")
    nothing = models.BooleanField(_("There is nothing to report"), default=False)
    rows = models.JSONField(_("Table"), default=list, blank=True)
    link = models.URLField(_("Address of a page"), max_length=500, blank=True, default="")
    report = models.ForeignKey("reports.Report", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    source = models.CharField(max_length=60, blank=True, default="", editable=False)
    topic = models.CharField(max_length=60, blank=True, default="", editable=False)
    since = models.DateField(_("From"), null=True, blank=True)
    until = models.DateField(_("Until"), null=True, blank=True)
    covers = models.PositiveSmallIntegerField(_("Fiscal year of the content"), null=True, blank=True)
    months = models.JSONField(_("Months covered"), default=list, blank=True)
    happened = models.DateField(_("Happened on"), null=True, blank=True)
    received = models.DateField(_("Received by the office on"), null=True, blank=True)
    hand_in = models.ForeignKey("data_calls.HandIn", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    dates = models.CharField(max_length=10, choices=PeriodSaid, blank=True, default="", editable=False)
    made_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("Piece of an item")
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.heading or self.element or self.get_kind_display()


@tracked()
class ElementSeen(OfAgency):
    """A person found an element in a piece that no program looks into (a scan, a page elsewhere), and says where."""

    class State(models.TextChoices):
        """What was found."""

        PRESENT = "present", _("It is there")
        SAID_NONE = "said-none", _("It says that there is nothing")
        BLANK = "blank", _("The heading alone")

    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="seen")
    element = models.CharField(_("Element"), max_length=500)
    state = models.CharField(_("State"), max_length=10, choices=State)
    place = models.CharField(_("Page or place"), max_length=100, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("Element seen in a piece")
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["agency", "piece", "element"], name="an_element_seen_once"),)

    def __str__(self) -> str:
        return f"{self.element}: {self.get_state_display()}"
