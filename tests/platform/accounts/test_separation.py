"""Roles nobody holds together."""

from itertools import combinations

import pytest

from prongsai.platform.accounts.models import Role
from prongsai.platform.accounts.separation import BY_TWO, clashing

APART = {
    *((Role.INVESTIGATOR, other) for other in (Role.EXECUTIVE, Role.SYSTEM_ADMIN, Role.AUDITOR)),
    *((Role.AUDITOR, other) for other in (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE)),
    (Role.AUDITOR, Role.SYSTEM_ADMIN),
    *((Role.KIOSK, other) for other in Role if other != Role.KIOSK),
}


@pytest.mark.parametrize(("one", "other"), list(combinations(Role, 2)))
def test_two_roles_stand_together_unless_they_are_a_separation_pair(one, other):
    apart = (one, other) in APART or (other, one) in APART
    assert clashing(one, {other}) == ({other} if apart else set())
    assert clashing(other, {one}) == ({one} if apart else set())


def test_who_watches_and_who_governs_comes_in_by_two_persons():
    assert {Role.INVESTIGATOR, Role.AUDITOR, Role.SYSTEM_ADMIN} == BY_TWO
