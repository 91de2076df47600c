"""What was published of an item, version by version; and what a person said of personal data in it."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.models.items import DisclosedItem
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class Publications(models.QuerySet["Publication"]):
    """Versions of published pages."""

    def visible_to(self, acting: Acting) -> Publications:
        """Give those of one's agency. Pages ask for a role."""
        return self.filter(agency=acting.agency)

    def standing(self) -> Publications:
        """Give of each item the newest version; also of those withdrawn, whose tombstone stays."""
        later = Publications(self.model).filter(item=models.OuterRef("item"), version__gt=models.OuterRef("version"))
        return self.filter(~models.Exists(later))


@tracked()
class Publication(OfAgency):
    """A version of the page of an item. `content` is all that it shows (`content.py`), `mark` the hash of it.

    `found` is what the check found then (`content.FoundInside`), for the office alone.
    Neither changes; a correction is the next version. `path` is its address on our site (`ita/2568/o26/`), the same
    for all versions. Withdrawn, its tombstone says since when and why.
    """

    item = models.ForeignKey(DisclosedItem, on_delete=models.PROTECT, related_name="publications")
    version = models.PositiveSmallIntegerField(_("Version"))
    path = models.CharField(_("Address"), max_length=200)
    content = models.JSONField()
    found = models.JSONField(default=dict)
    mark = models.CharField(max_length=64)
    published = models.DateTimeField(_("Published"))
    made_by = models.CharField(max_length=40, editable=False)
    withdrawn = models.DateTimeField(_("Withdrawn from publication"), null=True, blank=True)
    withdrawn_because = models.CharField(_("Reason"), max_length=500, blank=True, default="")

    objects = Publications.as_manager()

    class Meta:
        verbose_name = _("Published version")
        ordering = ("item", "-version")
        constraints = (
            models.UniqueConstraint(fields=["agency", "item", "version"], name="one_publication_of_a_version"),
            models.CheckConstraint(
                condition=models.Q(withdrawn__isnull=True) | ~models.Q(withdrawn_because=""),
                name="withdrawn_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.path} ({self.version})"

    def get_absolute_url(self) -> str:
        """Give the address of its page among staff."""
        return reverse("publication", args=[self.pk])


@tracked()
class Confirmation(OfAgency):
    """Somebody read what would be published of an item and finds it right: this content (`mark`) and no later one.

    Who alone wrote an item publishes it only after another one has confirmed it.
    """

    item = models.ForeignKey(DisclosedItem, on_delete=models.CASCADE, related_name="confirmations")
    mark = models.CharField(max_length=64)
    made_by = models.CharField(max_length=40, editable=False)
    made = models.DateTimeField(_("Confirmed"))

    class Meta:
        verbose_name = _("Confirmation of an item")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "item", "mark", "made_by"], name="a_content_confirmed_once"),
        )

    def __str__(self) -> str:
        return f"{self.item}: {self.made_by}"


@tracked()
class PrivacyAnswer(OfAgency):
    """What a person said of something that points to a private person: hidden, or shown for a reason.

    Neither the thing itself nor its hash is kept: `masked` shows as much as a mask leaves, `mark` is keyed with a
    secret of the installation, so that the answer holds for the same words in the same item.
    """

    class Answer(models.TextChoices):
        """What becomes of it."""

        HIDE = "hide", _("Hide it")
        SHOW = "show", _("Show it, for a reason")

    item = models.ForeignKey(DisclosedItem, on_delete=models.CASCADE, related_name="privacy_answers")
    kind = models.CharField(max_length=20)
    masked = models.CharField(max_length=200)
    mark = models.CharField(max_length=64)
    place = models.CharField(_("Place found"), max_length=200)
    answer = models.CharField(_("What becomes of it"), max_length=4, choices=Answer)
    because = models.CharField(_("Reason"), max_length=300, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)
    made = models.DateField(_("Made on"))

    class Meta:
        verbose_name = _("Answer about personal data")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "item", "mark"], name="one_answer_about_a_thing"),
            models.CheckConstraint(
                condition=~models.Q(answer="show") | ~models.Q(because=""), name="personal_data_shown_for_a_reason"
            ),
        )

    def __str__(self) -> str:
        return self.masked
