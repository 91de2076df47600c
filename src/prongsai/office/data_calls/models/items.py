"""One thing that somebody is asked for."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key
from prongsai.office.data_calls.models.calls import Addressee, DataCall
from prongsai.office.data_calls.models.seeing import part_of
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class ItemState(models.TextChoices):
    """How far it has come."""

    ASKED = "asked", _("Asked for")
    HANDED_IN = "handed-in", _("Handed in, to be looked at")
    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Returned for changes")
    NOT_NEEDED = "not-needed", _("Not needed any more")


OWED = (ItemState.ASKED, ItemState.RETURNED)


class CalledItems(models.QuerySet["CalledItem"]):
    """Things that units are asked for."""

    def visible_to(self, acting: Acting) -> CalledItems:
        """Give those one may know: one's unit's, all to who looks after the whole; by link one's own."""
        return self.filter(part_of(acting, "addressee__"), agency=acting.agency)

    def owed(self) -> CalledItems:
        """Give those that are still to be handed in."""
        return self.filter(state__in=OWED)

    def saying(self, words: str) -> CalledItems:
        """Give those in whose text all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found

    def whole(self) -> CalledItems:
        """Read with them what every page of them shows."""
        return self.select_related("call__round", "addressee__unit", "addressee__officer__unit")


@tracked(leaving_out=("search_text",))
class CalledItem(OfAgency):
    """An OIT item (`code`, in the codes of the year `noted_in`), something in free words, or what a room asks.

    `subject` is the key by which the room that asked finds it again (`measures:step:17`). `figures` names the numbers
    that are asked for, each by its words.
    """

    call = models.ForeignKey(DataCall, on_delete=models.PROTECT, related_name="items")
    addressee = models.ForeignKey(Addressee, on_delete=models.PROTECT, related_name="items")
    code = models.CharField(_("Item"), max_length=8, blank=True, default="")
    noted_in = models.PositiveSmallIntegerField(_("Year of the codes in use"), null=True, blank=True)
    title = models.CharField(_("Thing asked for"), max_length=300)
    details = models.TextField(_("More about it"), blank=True, default="")
    figures = models.JSONField(_("Numbers asked for"), default=list, blank=True)
    subject = models.CharField(max_length=100, blank=True, default="", editable=False)
    due = models.DateField(_("To be handed in by"))
    state = models.CharField(_("State"), max_length=12, choices=ItemState, default=ItemState.ASKED)
    because = models.CharField(_("Reason"), max_length=500, blank=True, default="")
    search_text = models.TextField(editable=False, default="")

    objects = CalledItems.as_manager()

    class Meta:
        verbose_name = _("Item of a data call")
        ordering = ("addressee__unit__order", "id")
        indexes = (models.Index(fields=["agency", "state", "due"], name="called_items_by_day"),)
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "addressee", "code"], condition=~models.Q(code=""), name="an_item_asked_once_of_one"
            ),
            models.UniqueConstraint(
                fields=["agency", "call", "subject"], condition=~models.Q(subject=""), name="one_item_of_a_subject"
            ),
            models.CheckConstraint(
                condition=models.Q(code="") | models.Q(noted_in__isnull=False), name="a_code_is_of_a_year"
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("called-item", args=[self.pk])

    @property
    def is_owed(self) -> bool:
        """Whether it is still to be handed in."""
        return self.state in OWED

    def is_late(self, today: date) -> bool:
        """Whether its day has passed and nothing came."""
        return self.is_owed and self.due < today

    def keep_keys(self) -> None:
        """Set what lists search by."""
        self.search_text = search_key(f"{self.code} {self.title} {self.details} {self.addressee} {self.addressee.unit}")
