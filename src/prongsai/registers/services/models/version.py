"""A version of a service: its sheet, and how far it has come."""

from __future__ import annotations

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.papers.service_gaps import Lacking, gaps_of
from prongsai.ita.papers.service_json import from_json
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.services.models.service import Service


class VersionState(models.TextChoices):
    """How far a version has come."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for approval")
    APPROVED = "approved", _("Approved")


OPEN = (VersionState.DRAFT, VersionState.SUBMITTED)


class Versions(models.QuerySet["ServiceVersion"]):
    """Versions of services."""

    def visible_to(self, acting: Acting) -> Versions:
        """Give those of one's agency."""
        return self.filter(agency=acting.agency)

    def open(self) -> Versions:
        """Give those that are still being worked on."""
        return self.filter(state__in=OPEN)

    def approved(self) -> Versions:
        """Give those that are approved."""
        return self.filter(state=VersionState.APPROVED)

    def posted(self) -> Versions:
        """Give those on the public pages: approved, posted, not withdrawn, of services for the public still offered."""
        return self.approved().filter(
            posted__isnull=False, withdrawn=None, service__audience="public", service__given_up=None
        )


@tracked()
class ServiceVersion(OfAgency):
    """A version. Its content is written only while it is a draft."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("Version"))
    state = models.CharField(_("State"), max_length=10, choices=VersionState, default=VersionState.DRAFT)
    content = models.JSONField(editable=False, encoder=DjangoJSONEncoder)
    made_by = models.CharField(max_length=40, editable=False)
    edited_by = models.CharField(max_length=40, editable=False)
    returned_because = models.TextField(_("Returned because"), max_length=2_000, blank=True, default="")
    approved = models.DateField(_("Approved on"), null=True, blank=True)
    approver = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Approved by")
    )
    approver_post = models.CharField(_("Post of the approver"), max_length=200, blank=True, default="")
    paper_number = models.CharField(_("Number of the paper"), max_length=60, blank=True, default="")
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    posted = models.DateField(_("Posted on"), null=True, blank=True)
    withdrawn = models.DateField(_("Withdrawn on"), null=True, blank=True)

    objects = Versions.as_manager()

    class Meta:
        verbose_name = _("Version of a service")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "service", "number"], name="one_version_of_a_number"),
            models.UniqueConstraint(
                fields=["agency", "service"],
                condition=models.Q(state__in=["draft", "submitted"]),
                name="one_open_version_of_a_service",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="approved") | models.Q(approved__isnull=False), name="approved_on_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.service} ({self.number})"

    @property
    def sheet(self) -> ServiceSheet:
        """The content."""
        return from_json(self.content)

    @property
    def gaps(self) -> tuple[Lacking, ...]:
        """What the sheet does not say yet."""
        return gaps_of(self.sheet)

    @property
    def is_draft(self) -> bool:
        """Whether its content may still be changed."""
        return self.state == VersionState.DRAFT

    @property
    def is_approved(self) -> bool:
        """Whether it was approved, and so is frozen."""
        return self.state == VersionState.APPROVED

    @property
    def is_posted(self) -> bool:
        """Whether it stands on the public page."""
        return self.posted is not None and self.withdrawn is None

    @property
    def is_backdated(self) -> bool:
        """Whether the approval was written down later than it was given."""
        return bool(self.approved and self.entered and self.approved < self.entered)

    def said_of(self, part: str) -> Any:
        """Give what the content says of one part, as it is stored: to see whether somebody changed it meanwhile."""
        return self.content.get(part)
