"""Loads the invented offices into an installation."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.accounts.passphrases import canonical_passphrase
from prongsai.platform.agency.models import Agency, Holding, HoldingKind, Person, Post, Standing, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.demo.office import ToldAccount, ToldOffice, ToldPerson, told_offices
from prongsai.platform.tenancy.speaker import speaking
from prongsai.platform.ui.refusals import Conflict

ACTOR = "command:load_demo"
WITH_UNIT = frozenset({Role.OFFICER, Role.UNIT_HEAD})


def is_unused() -> bool:
    """Say whether nobody has begun to work with this installation: it has no agency and no account."""
    return not Agency.objects.exists() and not User.objects.exists()


def has_real_agency() -> bool:
    """Say whether an agency that is no demonstration is there."""
    return Agency.objects.filter(demo_today=None).exists()


@transaction.atomic
def load_demo(*, force: bool = False) -> list[Agency]:
    """Load the office of the story and its twin; give those that were not there yet.

    Any number of times: what is there already stays as people left it. Raises Conflict on an installation with a real
    agency unless `force`, since everybody knows the passphrase of the demonstration.
    """
    if has_real_agency() and not force:
        raise Conflict("a real agency is here")
    passphrase = make_password(canonical_passphrase(settings.DEMO_PASSPHRASE))  # once: hashing is slow on purpose
    missing = [told for told in told_offices() if not Agency.objects.filter(code=told.agency["code"]).exists()]
    return [_load(told, passphrase) for told in missing]


@transaction.atomic
def close_demo() -> int:
    """Close the demo agencies, whose accounts then open nothing; give how many. Their rows stay."""
    open_ones = Agency.objects.select_for_update().filter(demo_today__isnull=False, closed=None)
    for agency in open_ones:
        agency.closed = timezone.localdate()
        agency.save(update_fields=["closed"])
        with speaking(agency.pk, actor="command:close_demo"):
            record("command:close_demo", "demo.closed", thing=agency)
    return len(open_ones)


def _load(told: ToldOffice, passphrase: str) -> Agency:
    agency = Agency.objects.create(**told.agency, demo_today=told.today)
    with speaking(agency.pk, actor=ACTOR):
        units = {
            unit.name: Unit.objects.create(agency=agency, name=unit.name, short_name=unit.short_name, order=order)
            for order, unit in enumerate(told.units)
        }
        posts = {post.title: _post(agency, units[post.unit], post.title, post.standing) for post in told.vacant}
        for order, someone in enumerate(told.people):
            person = _employ(agency, units[someone.unit], someone, told, order)
            if someone.acting:
                _act(person, posts[someone.acting], someone)
            account = _account(agency, someone.login, passphrase if someone.logs_in else None, person=person)
            _grant(account, someone.roles, units[someone.unit])
        for extra in told.extra_accounts:
            _grant(_extra_account(agency, extra, passphrase), extra.roles, None)
        record(ACTOR, "demo.loaded", thing=agency, figures={"people": len(told.people)})
    return agency


def _post(agency: Agency, unit: Unit, title: str, standing: Standing, order: int = 0) -> Post:
    return Post.objects.create(agency=agency, unit=unit, title=title, standing=standing, order=order)


def _employ(agency: Agency, unit: Unit, told: ToldPerson, office: ToldOffice, order: int) -> Person:
    prefix, given_name, family_name = told.name
    person = Person.objects.create(
        agency=agency,
        prefix=prefix,
        given_name=given_name,
        family_name=family_name,
        unit=unit,
        employment=told.employment,
    )
    post = _post(agency, unit, told.post, told.standing, order)
    Holding.objects.create(agency=agency, person=person, post=post, since=office.since)
    return person


def _act(person: Person, post: Post, told: ToldPerson) -> None:
    Holding.objects.create(
        agency=person.agency,
        person=person,
        post=post,
        kind=HoldingKind.ACTING,
        since=told.acting_since,
        order_reference=told.order,
    )


def _account(agency: Agency, login: str, passphrase: str | None, *, person: Person) -> User:
    user = User.objects.create_account(login, agency=agency, person=person, display_name=person.full_name)
    return _with(user, passphrase)


def _extra_account(agency: Agency, told: ToldAccount, passphrase: str) -> User:
    is_kiosk = Role.KIOSK in told.roles
    user = User.objects.create_account(told.login, agency=agency, display_name=told.name, is_kiosk=is_kiosk)
    return _with(user, passphrase)


def _with(user: User, passphrase: str | None) -> User:
    """Give an account the hashed passphrase of all; without one nobody enters it."""
    if passphrase:
        user.password = passphrase
        user.save(update_fields=["password"])
    return user


def _grant(user: User, roles: tuple[Role, ...], unit: Unit | None) -> None:
    for role in roles:
        RoleGrant.objects.create(user=user, agency=user.agency, role=role, unit=unit if role in WITH_UNIT else None)
