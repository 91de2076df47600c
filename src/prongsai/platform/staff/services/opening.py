"""A new agency, ready for its first day: its usual units, and the person who begins."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import compact
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.agency.kinds import Kind, kinds
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.tenancy.speaker import speaking
from prongsai.platform.ui.refusals import Conflict

FIRST_ROLES = (Role.COORDINATOR, Role.SYSTEM_ADMIN)
"""Whoever begins does the yearly job and lets the others in; both can be given on later."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An agency as it begins."""

    agency: Agency
    kind: Kind
    units: list[Unit]
    begins: User


@transaction.atomic
def open_agency(*, actor: str, code: str, name: str, login_name: str, person: str) -> Opened:
    """Make an agency of the kind that its name begins with, with the units that are usual there, and who begins.

    `person` is the given and the family name. The account has the roles `FIRST_ROLES` and no passphrase yet. Raises
    Conflict for a code that is taken, ValidationError for one that is none.
    """
    kind = kind_by_name(name)
    agency = Agency(code=code, name=name, kind=kind.key, short_name=_short(name, kind))
    if Agency.objects.filter(code=code).exists():
        raise Conflict(_("There is an agency with this code already."))
    agency.full_clean(exclude=["host"])
    agency.save()
    with speaking(agency.pk, actor=actor):
        names = kind.units or (name,)
        units = [Unit.objects.create(agency=agency, name=unit, order=order) for order, unit in enumerate(names)]
        begins = _account(agency, units[0], login_name, person)
        for role in FIRST_ROLES:
            RoleGrant.objects.create(user=begins, agency=agency, role=role)
            record(actor, "role.granted", thing=begins, figures={"role": role.value})
        record(actor, "staff.agency_opened", thing=agency, figures={"units": len(units)})
    return Opened(agency, kind, units, begins)


def kind_by_name(name: str) -> Kind:
    """Give the kind with which the full or shortened name of an agency begins, else the one that suggests nothing."""
    asked = compact(name)
    fitting = [
        (len(known), kind.key)
        for kind in kinds().values()
        for known in (compact(kind.thai), compact(kind.short))
        if known and asked.startswith(known)
    ]
    return kinds()[max(fitting)[1]] if fitting else kinds()["other"]


def _short(name: str, kind: Kind) -> str:
    return name.replace(kind.thai, kind.short, 1)[:100] if kind.short and name.startswith(kind.thai) else ""


def _account(agency: Agency, unit: Unit, login_name: str, person: str) -> User:
    given, _blank, family = person.strip().partition(" ")
    if not family.strip():
        raise ValidationError(_("Write the given and the family name, with a blank between them."))
    someone = Person.objects.create(agency=agency, unit=unit, given_name=given, family_name=family.strip())
    return User.objects.create_account(login_name, agency=agency, person=someone, display_name=str(someone))
