"""Roles that one person may not hold together, and those that two persons must give."""

from __future__ import annotations

from collections.abc import Collection

from prongsai.platform.accounts.models.roles import Role

WRITERS = frozenset(
    {Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.INVESTIGATOR, Role.SYSTEM_ADMIN}
)
APART: frozenset[frozenset[Role]] = frozenset(
    {
        frozenset({Role.INVESTIGATOR, Role.EXECUTIVE}),
        frozenset({Role.INVESTIGATOR, Role.SYSTEM_ADMIN}),
        *(frozenset({Role.AUDITOR, writer}) for writer in WRITERS),
        *(frozenset({Role.KIOSK, other}) for other in Role if other is not Role.KIOSK),
    }
)
BY_TWO = frozenset({Role.INVESTIGATOR, Role.AUDITOR, Role.SYSTEM_ADMIN})
WITH_SECOND_FACTOR = frozenset({Role.INVESTIGATOR, Role.AUDITOR, Role.COORDINATOR, Role.EXECUTIVE, Role.SYSTEM_ADMIN})


def clashing(role: Role, held: Collection[Role]) -> frozenset[Role]:
    """Give the roles held that may not stand beside a new one."""
    return frozenset(other for other in held if frozenset({role, other}) in APART)
