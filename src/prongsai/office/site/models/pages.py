"""Basic pages: what every office says of itself, with who looks after each and when it was looked at."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency

READERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)
WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)
"""Who writes pages: the coordinator all, the others those of their own unit."""


class BasicPages(models.QuerySet["BasicPage"]):
    """Basic pages of an agency."""

    def visible_to(self, acting: Acting) -> BasicPages:
        """Give all to the staff of the office: they are public."""
        found = self.filter(agency=acting.agency)
        return found if acting.has(*READERS) else found.none()

    def changeable_by(self, acting: Acting) -> BasicPages:
        """Give all to the coordinator, to others those of their own unit. Who writes at all is asked before."""
        if acting.has(Role.COORDINATOR):
            return self.visible_to(acting)
        found = self.visible_to(acting)
        units = acting.units | ({acting.person.unit_id} if acting.person else set())
        return found.filter(unit__in=units)


@tracked()
class BasicPage(OfAgency):
    """A basic page. `key` is one of `data/basic_pages.yaml`, which says its title and what fills it by itself.

    `rows` is a table, its head first. `words` and `rows` stand beside what comes from the records. Files are
    attachments of the holder `site-page`. `checked` is the day somebody last said that all of it is still so.
    """

    key = models.SlugField(max_length=40, editable=False)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Owner unit")
    )
    words = models.TextField(_("Text"), max_length=20_000, blank=True, default="")
    rows = models.JSONField(_("Table"), default=list, blank=True)
    checked = models.DateField(_("Last looked at on"), null=True, blank=True)
    next_check = models.DateField(_("To be looked at again by"), null=True, blank=True)
    made_by = models.CharField(max_length=40, editable=False)

    objects = BasicPages.as_manager()

    class Meta:
        verbose_name = _("Basic page")
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["agency", "key"], name="one_basic_page_of_a_key"),)

    def __str__(self) -> str:
        return self.key

    def get_absolute_url(self) -> str:
        """Give the address of its page among staff."""
        return reverse("site-page", args=[self.pk])

    def is_check_due(self, today: date) -> bool:
        """Whether somebody should look at it again; a page that nobody ever looked at should be."""
        return self.checked is None or (self.next_check is not None and self.next_check <= today)


@tracked()
class OfficeContact(OfAgency):
    """What stands beside the name of an executive or head: how to reach the office of the post, never a private number.

    The photograph is an attachment of the holder `site-person`.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("Person"))
    contact = models.CharField(_("Office telephone or e-mail"), max_length=200, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("Office contact")
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["agency", "person"], name="one_office_contact_of_a_person"),)

    def __str__(self) -> str:
        return self.contact
