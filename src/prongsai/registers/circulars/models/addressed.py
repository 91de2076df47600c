"""What circulars and briefings share: a subject, a text, and whom it is for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from prongsai.ita.catalogue.topics import load_topics
from prongsai.ita.thai import search_key
from prongsai.platform.agency.models import Unit
from prongsai.platform.tenancy.models import OfAgency


class Audience(models.TextChoices):
    """For whom: everybody, the heads of all units, whole units, or persons named."""

    ALL = "all", _("Everybody in the office")
    HEADS = "heads", _("The heads of all units")
    UNITS = "units", _("Whole units")
    PEOPLE = "people", _("Persons")


def no_more_than_asked(name: str) -> models.CheckConstraint:
    """Give the rule on the counts of an old register: both or none, and no more answered or came than were asked."""
    none = Q(register_asked__isnull=True, register_done__isnull=True)
    return models.CheckConstraint(condition=none | Q(register_done__lte=F("register_asked")), name=name)


class Addressed(OfAgency):
    """Something that is told to people. Whom is chosen in a draft, and named one by one when it goes out."""

    subject = models.CharField(_("Subject"), max_length=300)
    words = models.TextField(_("What is told"), blank=True, default="")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("From the unit"))
    topic = models.CharField(_("Topic that it supports"), max_length=60, blank=True, default="")
    policy = models.ForeignKey(
        "policies.Policy", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("Policy that it makes known"),
    )  # fmt: skip
    audience = models.CharField(_("To whom"), max_length=8, choices=Audience, default=Audience.ALL)
    audience_units = models.JSONField(_("Units"), default=list, blank=True)
    audience_people = models.JSONField(_("Persons"), default=list, blank=True)
    made_by = models.CharField(max_length=40, editable=False)
    search_text = models.TextField(editable=False, default="")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.subject

    @property
    def topic_name(self) -> str:
        """The topic in Thai, empty where none was chosen."""
        known = load_topics().get(self.topic)
        return known.name_th if known else ""

    def save(self, *args: Any, **options: Any) -> None:
        """Keep what the list searches by."""
        self.search_text = search_key(f"{self.subject} {self.search_words()}")
        super().save(*args, **options)

    def search_words(self) -> str:
        """Give what it is found by beside its subject."""
        return ""
