"""Roles: given, confirmed by a second person, taken away. Each change ends all sessions of the account at once."""

from __future__ import annotations

from django.db import transaction

from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, RoleGrant, RoleProposal, User
from prongsai.platform.accounts.separation import BY_TWO, clashing
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.entrance.refusals import Refusal, Why
from prongsai.platform.entrance.services.entering import end_everything
from prongsai.platform.ui.refusals import Conflict

WITH_UNIT = frozenset({Role.OFFICER, Role.UNIT_HEAD})


@transaction.atomic
def grant_role(*, acting: Acting, user: User, role: Role, unit: Unit | None = None) -> RoleGrant | RoleProposal:
    """Give a role; for investigator, auditor and system administrator propose it to a second person.

    Refuses ONESELF, OFF, HELD, UNIT, and APART for roles that one person may not hold together.
    """
    user = _locked(user)
    agency = _check(acting, user, role)
    if role in BY_TWO:
        proposal = RoleProposal.objects.create(agency=agency, user=user, role=role, proposed_by=acting.user)
        record(acting, "role.proposed", thing=user, figures={"role": role.value})
        return proposal
    if (role in WITH_UNIT) != (unit is not None):
        raise Refusal(Why.UNIT)
    if RoleGrant.objects.filter(user=user, role=role, unit=unit).exists():
        raise Refusal(Why.HELD)
    return _give(acting, user, role, unit)


@transaction.atomic
def confirm_role(*, acting: Acting, proposal: RoleProposal) -> RoleGrant:
    """Confirm a proposed role as the second person. Refuses SAME_PERSON, and all that `grant_role` refuses.

    Raises Conflict where the proposal does not stand any more.
    """
    user = _locked(proposal.user)
    if acting.user.pk == proposal.proposed_by_id:
        raise Refusal(Why.SAME_PERSON)
    role = Role(proposal.role)
    if not RoleProposal.objects.filter(pk=proposal.pk).delete()[0]:
        raise Conflict  # taken back, or confirmed by another, since the page was opened
    _check(acting, user, role)
    return _give(acting, user, role, None)


@transaction.atomic
def drop_proposal(*, acting: Acting, proposal: RoleProposal) -> None:
    """Take a proposed role back."""
    record(acting, "role.proposal_dropped", thing=proposal.user, figures={"role": proposal.role})
    proposal.delete()


@transaction.atomic
def revoke_role(*, acting: Acting, grant: RoleGrant) -> None:
    """Take a role away; the very next request of the account is refused. Refuses LAST_ADMIN."""
    user = _locked(grant.user)
    if grant.role == Role.SYSTEM_ADMIN and is_last_admin(user):
        raise Refusal(Why.LAST_ADMIN)
    grant.delete()
    end_everything(user)
    record(acting, "role.revoked", thing=user, figures={"role": grant.role})


def is_last_admin(user: User) -> bool:
    """Say whether nobody else runs the accounts of the agency. Rows are locked, so that two cannot go at once."""
    admins = RoleGrant.objects.select_for_update().filter(
        agency=user.agency, role=Role.SYSTEM_ADMIN, user__is_active=True
    )
    return {grant.user_id for grant in admins} == {user.pk}


def _locked(user: User) -> User:
    """Hold the account, so that two roles that exclude each other cannot be given at the same moment."""
    return User.objects.select_for_update(of=("self",)).select_related("agency").get(pk=user.pk)


def _check(acting: Acting, user: User, role: Role) -> Agency:
    """Refuse what may not be; give the agency in which the role is given."""
    if acting.user.pk == user.pk:
        raise Refusal(Why.ONESELF)
    if user.agency is None or not user.may_enter:
        raise Refusal(Why.OFF)
    waiting = {Role(proposal.role) for proposal in user.proposals.all()}
    held = acting_as(user).roles
    if role in waiting or (role in held and role not in WITH_UNIT):
        raise Refusal(Why.HELD)
    if clashing(role, held | waiting) or user.is_kiosk != (role is Role.KIOSK):
        raise Refusal(Why.APART)
    return user.agency


def _give(acting: Acting, user: User, role: Role, unit: Unit | None) -> RoleGrant:
    grant = RoleGrant.objects.create(user=user, agency=user.agency, role=role, unit=unit, granted_by=acting.user)
    end_everything(user)
    record(acting, "role.granted", thing=user, figures={"role": role.value, "unit": unit.pk if unit else None})
    return grant
