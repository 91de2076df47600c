"""A version of a service taken through the line of approval, in tests and journeys. Called while the office speaks."""

from __future__ import annotations

from cast import Office
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.registers.approvals import services as approvals
from prongsai.registers.approvals.models import Submission, Verdict
from prongsai.registers.services.models import ServiceVersion


def submitted(office: Office, version: ServiceVersion, by: Role = Role.OFFICER) -> Submission:
    return approvals.submit(acting=acting_as(office.accounts[by]), kind="service", thing=version.pk)


def approve(office: Office, version: ServiceVersion, by: Role = Role.OFFICER) -> ServiceVersion:
    """The post of the approver is vacant in the standing cast: the head gives an opinion, the executive decides."""
    submission = submitted(office, version, by)
    head, executive = (acting_as(office.accounts[role]) for role in (Role.UNIT_HEAD, Role.EXECUTIVE))
    approvals.give_opinion(acting=head, submission=submission, verdict=Verdict.AGREES)
    approvals.approve(acting=executive, submission=submission)
    return ServiceVersion.objects.select_related("service").get(pk=version.pk)
