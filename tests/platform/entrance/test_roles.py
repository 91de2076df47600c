"""Roles: who gives them, what one person may not hold, what takes two."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from cast import make_office
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role, RoleGrant, RoleProposal, User
from prongsai.platform.accounts.separation import APART, BY_TWO
from prongsai.platform.entrance.refusals import Refusal, Why
from prongsai.platform.entrance.services import granting
from prongsai.platform.tenancy.speaker import speaking
from prongsai.platform.ui.refusals import Conflict


@pytest.fixture
def newcomer(here):
    return User.objects.create_account("newcomer", agency=here.agency)


@pytest.fixture
def holding(here):
    """Make an account that holds some roles."""

    def make(*roles):
        user = User.objects.create_account("holds-" + "-".join(roles), agency=here.agency, is_kiosk=Role.KIOSK in roles)
        with here.speaks():
            for role in roles:
                RoleGrant.objects.create(user=user, agency=here.agency, role=role)
        return user

    return make


@pytest.fixture
def grant(here, acting):
    def give(user, role, by=Role.SYSTEM_ADMIN, unit=None):
        unit = here.units["กองคลัง"] if role in granting.WITH_UNIT else unit
        with here.speaks():
            return granting.grant_role(acting=acting(by), user=user, role=role, unit=unit)

    return give


def roles_of(user):
    return {Role(grant.role) for grant in RoleGrant.objects.filter(user=user)}


@pytest.mark.parametrize("role", sorted(set(Role) - BY_TWO - {Role.KIOSK}))
def test_most_roles_are_given_by_one_person(grant, newcomer, role):
    grant(newcomer, role)
    assert roles_of(newcomer) == {role}


@pytest.mark.parametrize("role", sorted(BY_TWO))
def test_watching_and_governing_wait_for_a_second_person(grant, newcomer, role, here, acting):
    proposal = grant(newcomer, role)
    assert isinstance(proposal, RoleProposal)
    assert roles_of(newcomer) == set()
    with here.speaks(), pytest.raises(Refusal) as refused:
        granting.confirm_role(acting=acting(Role.SYSTEM_ADMIN), proposal=proposal)
    assert refused.value.why is Why.SAME_PERSON
    with here.speaks():
        granting.confirm_role(acting=acting(Role.EXECUTIVE), proposal=proposal)
    assert roles_of(newcomer) == {role}


@pytest.mark.parametrize("pair", sorted(tuple(sorted(pair)) for pair in APART))
def test_no_person_holds_both_of_a_separation_pair(grant, holding, pair):
    for held, wanted in (pair, pair[::-1]):
        with pytest.raises(Refusal) as refused:
            grant(holding(held), wanted)
        assert refused.value.why is Why.APART


@pytest.mark.parametrize(
    "pair", sorted(tuple(sorted(pair)) for pair in APART if pair & BY_TWO and Role.KIOSK not in pair)
)
def test_a_proposal_counts_as_held(grant, newcomer, pair):
    first, second = sorted(pair, key=lambda role: role not in BY_TWO)
    grant(newcomer, first)
    with pytest.raises(Refusal) as refused:
        grant(newcomer, second)
    assert refused.value.why is Why.APART


def test_nobody_gives_a_role_to_oneself(grant, here):
    with pytest.raises(Refusal) as refused:
        grant(here.accounts[Role.SYSTEM_ADMIN], Role.COORDINATOR)
    assert refused.value.why is Why.ONESELF


def test_nobody_confirms_ones_own(grant, here, acting):
    with here.speaks():
        proposal = RoleProposal.objects.create(
            agency=here.agency,
            user=here.accounts[Role.EXECUTIVE],
            role=Role.SYSTEM_ADMIN,
            proposed_by=here.accounts[Role.SYSTEM_ADMIN],
        )
    with here.speaks(), pytest.raises(Refusal) as refused:
        granting.confirm_role(acting=acting(Role.EXECUTIVE), proposal=proposal)
    assert refused.value.why is Why.ONESELF
    with here.speaks():
        assert RoleProposal.objects.exists()


def test_a_role_is_held_once(grant, newcomer):
    grant(newcomer, Role.COORDINATOR)
    with pytest.raises(Refusal) as refused:
        grant(newcomer, Role.COORDINATOR)
    assert refused.value.why is Why.HELD


def test_an_officer_may_serve_two_units(grant, newcomer, here, acting):
    grant(newcomer, Role.OFFICER)
    with here.speaks():
        unit = here.units["สำนักปลัด"]
        granting.grant_role(acting=acting(Role.SYSTEM_ADMIN), user=newcomer, role=Role.OFFICER, unit=unit)
    assert acting_as(newcomer).units == {unit.pk for unit in here.units.values()}


@pytest.mark.parametrize(
    ("role", "with_unit"), [(Role.OFFICER, False), (Role.UNIT_HEAD, False), (Role.COORDINATOR, True)]
)
def test_a_unit_goes_with_the_roles_that_have_one(here, acting, newcomer, role, with_unit):
    unit = here.units["กองคลัง"] if with_unit else None
    with here.speaks(), pytest.raises(Refusal) as refused:
        granting.grant_role(acting=acting(Role.SYSTEM_ADMIN), user=newcomer, role=role, unit=unit)
    assert refused.value.why is Why.UNIT


def test_the_last_system_administrator_keeps_the_role(here, acting, holding):
    only = here.accounts[Role.SYSTEM_ADMIN].grants.get()
    with here.speaks(), pytest.raises(Refusal) as refused:
        granting.revoke_role(acting=acting(Role.SYSTEM_ADMIN), grant=only)
    assert refused.value.why is Why.LAST_ADMIN
    holding(Role.SYSTEM_ADMIN)
    with here.speaks():
        granting.revoke_role(acting=acting(Role.SYSTEM_ADMIN), grant=only)


def test_each_change_is_recorded(grant, newcomer, here, acting, lines):
    grant(newcomer, Role.COORDINATOR)
    with here.speaks():
        granting.revoke_role(acting=acting(Role.SYSTEM_ADMIN), grant=newcomer.grants.get())
    admin = f"user:{here.accounts[Role.SYSTEM_ADMIN].pk}"
    assert lines(here, "role.granted") == lines(here, "role.revoked") == [(admin, f"accounts.user:{newcomer.pk}")]


@pytest.mark.django_db(transaction=True)
def test_two_roles_that_exclude_each_other_are_not_given_at_the_same_moment():
    here = make_office("nongkrachang", "หนองกระจ่าง")
    user = User.objects.create_account("newcomer", agency=here.agency)
    admin = acting_as(here.accounts[Role.SYSTEM_ADMIN])

    def give(role):
        try:
            with transaction.atomic(), speaking(here.agency.pk, actor="test"):
                granting.grant_role(acting=admin, user=User.objects.get(pk=user.pk), role=role)
        except Refusal as refusal:
            return refusal.why
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(give, (Role.INVESTIGATOR, Role.EXECUTIVE))) == {None, Why.APART}


def test_what_was_taken_back_is_not_confirmed_by_an_older_page(grant, newcomer, here, acting):
    proposal = grant(newcomer, Role.AUDITOR)
    with here.speaks():
        on_the_older_page = RoleProposal.objects.get(pk=proposal.pk)
        granting.drop_proposal(acting=acting(Role.SYSTEM_ADMIN), proposal=proposal)
        with pytest.raises(Conflict):
            granting.confirm_role(acting=acting(Role.EXECUTIVE), proposal=on_the_older_page)
    assert not newcomer.grants.filter(role=Role.AUDITOR).exists()
