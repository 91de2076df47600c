"""Who sees which case."""

from __future__ import annotations

import pytest
from django.urls import reverse

from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.registers.cases.models import Case

SENSITIVE = {"kind": "complaint"}


def sees(office, role: Role, case, *, by_link: bool = False) -> bool:
    with office.speaks():
        acting = acting_as(office.accounts[role], by_link=by_link)
        return Case.objects.visible_to(acting).filter(pk=case.pk).exists()


@pytest.fixture
def make(here, received):
    def make(**told):
        with here.speaks():
            return received(here, **told).case

    return make


def test_officers_and_the_head_see_the_cases_of_their_unit_and_of_no_other(here, make):
    own, other = make(), make(unit="กองคลัง", by=Role.COORDINATOR)
    for role in (Role.OFFICER, Role.UNIT_HEAD):
        assert (sees(here, role, own), sees(here, role, other)) == (True, False)


def test_what_one_wrote_down_for_another_unit_one_goes_on_to_see(here, make):
    case = make(unit="กองคลัง")
    assert (sees(here, Role.OFFICER, case), sees(here, Role.UNIT_HEAD, case)) == (True, False)


def test_the_officer_in_charge_sees_a_case_of_any_unit(here, make):
    case = make(unit="กองคลัง", by=Role.COORDINATOR, officer=here.people[Role.OFFICER])
    assert sees(here, Role.OFFICER, case)


def test_a_sensitive_case_is_seen_by_who_has_it_and_by_the_head_alone(here, make):
    nobodys, own = make(**SENSITIVE), make(**SENSITIVE, officer=here.people[Role.OFFICER])
    assert not sees(here, Role.OFFICER, nobodys)  # although it wrote it down
    assert sees(here, Role.OFFICER, own)
    assert sees(here, Role.UNIT_HEAD, nobodys)


def test_a_sensitive_service_makes_a_case_sensitive(here, make):
    assert not sees(here, Role.OFFICER, make(is_sensitive=True))


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR, Role.INVESTIGATOR, Role.KIOSK])
def test_other_roles_see_counts_and_no_case(here, make, role):
    assert not sees(here, role, make())


def test_a_personal_link_opens_ones_own_cases_and_no_others(here, make):
    own, of_unit = make(officer=here.people[Role.OFFICER]), make()
    assert sees(here, Role.OFFICER, own, by_link=True)
    assert not sees(here, Role.OFFICER, of_unit, by_link=True)
    assert not sees(here, Role.UNIT_HEAD, of_unit, by_link=True)


def test_the_twin_agency_sees_nothing_and_has_the_same_numbers(here, there, make, received, asks):
    case = make()
    with there.speaks():
        theirs = received(there).case
    assert (case.number, case.year) == (theirs.number, theirs.year)
    assert asks(Role.OFFICER, there).get(case.get_absolute_url()).status_code == 404
    assert asks().get(theirs.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("name", ["case", "case-edit", "case-new-code"])
def test_a_case_of_another_unit_is_not_there(here, make, asks, name):
    case = make(unit="กองคลัง", by=Role.COORDINATOR)
    client = asks()
    assert client.get(reverse(name, args=[case.pk])).status_code in (404, 405)
    assert client.post(reverse(name, args=[case.pk])).status_code in (404, 405)
    assert client.post(reverse("case-deed", args=[case.pk, "note"]), {"words": "x", "seen": "x"}).status_code == 404
