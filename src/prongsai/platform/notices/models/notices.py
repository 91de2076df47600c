"""What is told, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.notices.links import Link
from prongsai.platform.tenancy.models import OfAgency

if TYPE_CHECKING:
    from prongsai.platform.accounts.acting import Acting


class LinkedRow(models.Model):
    """A row that leads to a page of our own."""

    url_name = models.CharField(max_length=100, blank=True)
    url_args = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True

    @property
    def link(self) -> Link | None:
        """The page, None where there is none."""
        return Link(self.url_name, self.url_args) if self.url_name else None

    @property
    def path(self) -> str:
        """Its path, empty where there is none (any more)."""
        return self.link.path() if self.link else ""


class Notice(LinkedRow, OfAgency):
    """Something that is told, in the language of the office. `thing` is the number of what it is about, in its room."""

    kind = models.CharField(max_length=80)
    subject = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    thing = models.BigIntegerField(null=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    due = models.DateField(null=True)
    urgent = models.BooleanField(default=False)
    sensitive = models.BooleanField(default=False)
    made = models.DateTimeField(default=timezone.now)
    made_by = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("Notice")
        ordering = ("-made", "-id")
        indexes = (models.Index(fields=["agency", "kind", "thing"], name="notices_about_a_thing"),)

    def __str__(self) -> str:
        return self.subject


class Copies(models.QuerySet["Copy"]):
    """Copies, and whose they are."""

    def visible_to(self, acting: Acting) -> Copies:
        """Give one's own; nobody reads another's notices. A personal link shows nothing of sensitive matters."""
        owner = models.Q(user=acting.user)
        if acting.user.person_id:
            owner |= models.Q(person_id=acting.user.person_id)
        mine = self.filter(owner)
        return mine.exclude(notice__sensitive=True) if acting.by_link else mine

    def unread(self) -> Copies:
        """Give those that nobody has opened and that are not done."""
        return self.filter(read__isnull=True, done__isnull=True)


class Copy(OfAgency):
    """A notice as one person has it: a person of the agency, or an account that is nobody's."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="copies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    read = models.DateTimeField(null=True)
    done = models.DateTimeField(null=True)

    objects = Copies.as_manager()

    class Meta:
        verbose_name = _("Copy of a notice")
        ordering = ("-notice__made", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "notice", "person", "user"], name="one_copy_each", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=True, user__isnull=False)
                | models.Q(person__isnull=False, user__isnull=True),
                name="a_copy_is_somebodys",
            ),
        )
        indexes = (
            models.Index(fields=["agency", "person"], condition=models.Q(read=None), name="notices_unread_of_person"),
            models.Index(fields=["agency", "person", "notice"], name="notices_of_person"),
        )
