"""A group that meets: a committee by order, or the monthly meeting of the office."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency


class MemberRole(models.TextChoices):
    """What somebody is in a group."""

    ADVISER = "adviser", _("Adviser")
    CHAIR = "chair", _("Chair")
    VICE_CHAIR = "vice_chair", _("Vice chair")
    MEMBER = "member", _("Member")
    SECRETARY = "secretary", _("Secretary")
    ASSISTANT = "assistant", _("Assistant secretary")


KEEPING = (MemberRole.SECRETARY, MemberRole.ASSISTANT)


class Groups(models.QuerySet["MeetingGroup"]):
    """Groups of an agency."""

    def visible_to(self, acting: Acting) -> Groups:
        """Give those of one's agency; a closed circle is seen by its members and by who made it alone."""
        own = self.filter(agency=acting.agency)
        inside = GroupMember.objects.filter(group=models.OuterRef("pk"), person=acting.user.person_id)
        return own.filter(
            models.Q(is_closed_circle=False)
            | models.Q(made_by=f"user:{acting.user.pk}")
            | (models.Exists(inside) if acting.user.person_id else models.Q(pk=None))
        )

    def meeting(self) -> Groups:
        """Give those that still meet."""
        return self.filter(ended=None)


@tracked()
class MeetingGroup(OfAgency):
    """A group that meets. Its secretary keeps its papers."""

    name = models.CharField(_("Name of the group"), max_length=300)
    order = models.ForeignKey(
        "orders.Order", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("By order")
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Unit in charge"))
    is_monthly = models.BooleanField(_("This is the monthly meeting of the office"), default=False)
    is_closed_circle = models.BooleanField(_("Only members may read its papers"), default=False)
    ended = models.DateField(_("Meets no longer since"), null=True, blank=True)
    made_by = models.CharField(max_length=40, editable=False)

    objects = Groups.as_manager()

    class Meta:
        verbose_name = _("Group that meets")
        verbose_name_plural = _("Groups that meet")
        ordering = ("name", "id")
        constraints = (models.UniqueConstraint(fields=["agency", "name"], name="one_group_of_a_name"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("meeting-group", args=[self.pk])

    def is_kept_by(self, acting: Acting) -> bool:
        """Whether somebody keeps its papers: the coordinator, its secretaries, and who made it.

        A closed circle is kept from inside alone.
        """
        if acting.by_link:
            return False
        if acting.has(Role.COORDINATOR) and not self.is_closed_circle:
            return True
        return self.made_by == acting.actor or self.has_secretary(acting.user.person_id)

    def has_secretary(self, person: int | None) -> bool:
        """Whether a person is its secretary or an assistant."""
        return person is not None and self.members.filter(person=person, role__in=KEEPING).exists()


@tracked()
class GroupMember(OfAgency):
    """A member of a group: by post, with the person where it is one of the office."""

    group = models.ForeignKey(MeetingGroup, on_delete=models.CASCADE, related_name="members")
    position = models.PositiveSmallIntegerField(_("Order"), default=1)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    name = models.CharField(_("Name, of somebody from outside"), max_length=200, blank=True, default="")
    post = models.CharField(_("Post"), max_length=200)
    role = models.CharField(_("Role in the group"), max_length=12, choices=MemberRole, default=MemberRole.MEMBER)
    wording = models.CharField(_("Role as the paper says it"), max_length=100, blank=True, default="")

    class Meta:
        verbose_name = _("Member of a group")
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.full_name or self.post

    @property
    def full_name(self) -> str:
        """The name of the person, or as it was typed."""
        return self.person.full_name if self.person else self.name

    @property
    def role_words(self) -> str:
        """The role as the paper says it."""
        return self.wording or str(self.get_role_display())
