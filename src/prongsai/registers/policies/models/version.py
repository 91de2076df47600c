"""A version of a policy: its text, its approval, its signature, and from when until when it is in force."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.files.models import Attachment
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.policies.models.policy import Policy


class PolicyState(models.TextChoices):
    """How far a version has come."""

    DRAFT = "draft", _("Draft")
    WAITING = "waiting", _("Waiting for approval")
    APPROVED = "approved", _("Approved, to be signed")
    IN_FORCE = "in_force", _("In force")
    ENDED = "ended", _("No longer in force")


SIGNED_PAPER = "policy-signed"
"""The holder of the signed paper: what is in force without it is a draft to everybody outside."""
OPEN = (PolicyState.DRAFT, PolicyState.WAITING, PolicyState.APPROVED)


_PAPER_IS_HERE = models.Exists(Attachment.objects.filter(holder=SIGNED_PAPER, thing=models.OuterRef("pk")))


class PolicyVersions(models.QuerySet["PolicyVersion"]):
    """Versions of policies."""

    def visible_to(self, acting: Acting) -> PolicyVersions:
        """Give those of one's agency."""
        return self.filter(agency=acting.agency)

    def open(self) -> PolicyVersions:
        """Give those that are being worked on."""
        return self.filter(state__in=OPEN)

    def in_force(self) -> PolicyVersions:
        """Give those that hold."""
        return self.filter(state=PolicyState.IN_FORCE)

    def with_paper(self) -> PolicyVersions:
        """Give those whose signed paper is here as a picture."""
        return self.filter(_PAPER_IS_HERE)

    def without_paper(self) -> PolicyVersions:
        """Give those whose signed paper is still to come."""
        return self.exclude(_PAPER_IS_HERE)

    def knowing_paper(self) -> PolicyVersions:
        """Give each with `has_paper`: whether its signed paper is here as a picture."""
        return self.annotate(has_paper=_PAPER_IS_HERE)

    def public(self) -> PolicyVersions:
        """Give those that hold and that everybody may read: public ones whose signed paper is here."""
        return self.in_force().with_paper().filter(policy__is_public=True, policy__repealed=None)


@tracked()
class PolicyVersion(OfAgency):
    """A version. Its text is written only while it is a draft; it holds from the day its signed paper says."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("Version"))
    state = models.CharField(_("State"), max_length=10, choices=PolicyState, default=PolicyState.DRAFT)
    title = models.CharField(_("Title"), max_length=300)
    text = models.TextField(_("Text"), max_length=20_000, blank=True, default="")
    made_by = models.CharField(max_length=40, editable=False)
    edited_by = models.CharField(max_length=40, editable=False)
    approved = models.DateField(_("Approved on"), null=True, blank=True)
    approver_post = models.CharField(_("Post of the approver"), max_length=200, blank=True, default="")
    signer = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Signed by")
    )
    signer_post = models.CharField(_("Post of the signer"), max_length=200, blank=True, default="")
    paper_number = models.CharField(_("Number of the paper"), max_length=60, blank=True, default="")
    signed = models.DateField(_("Signed on"), null=True, blank=True)
    entered = models.DateField(_("Written down on"), null=True, blank=True)
    since = models.DateField(_("In force since"), null=True, blank=True)
    until = models.DateField(_("In force until"), null=True, blank=True)

    objects = PolicyVersions.as_manager()

    class Meta:
        verbose_name = _("Version of a policy")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "policy", "number"], name="one_policy_version_of_a_number"),
            models.UniqueConstraint(
                fields=["agency", "policy"],
                condition=models.Q(state__in=["draft", "waiting", "approved"]),
                name="one_open_version_of_a_policy",
            ),
            models.UniqueConstraint(
                fields=["agency", "policy"],
                condition=models.Q(state="in_force"),
                name="one_version_of_a_policy_in_force",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="in_force") | models.Q(signed__isnull=False, since__isnull=False),
                name="in_force_by_a_signed_paper",
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("policy-version", args=[self.pk])

    @property
    def is_draft(self) -> bool:
        """Whether its text may still be changed."""
        return self.state == PolicyState.DRAFT

    @property
    def is_in_force(self) -> bool:
        """Whether it holds."""
        return self.state == PolicyState.IN_FORCE

    @property
    def is_backdated(self) -> bool:
        """Whether the signature was written down later than it was given."""
        return bool(self.signed and self.entered and self.signed < self.entered)
