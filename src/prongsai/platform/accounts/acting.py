"""The account, person, agency and roles with which a page is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency, Person


@dataclass(frozen=True, slots=True)
class Acting:
    """Who asks: made once per request by `for_roles`, passed to querysets (`visible_to(acting)`) and services."""

    user: User
    agency: Agency | None
    roles: frozenset[Role]
    units: frozenset[int]
    by_link: bool = False

    def has(self, *roles: Role) -> bool:
        """Say whether the account has one of the roles."""
        return not self.roles.isdisjoint(roles)

    @property
    def person(self) -> Person | None:
        """The person of the account. Read it while the agency speaks: outside that scope there is none."""
        return self.user.person

    @property
    def actor(self) -> str:
        """The name under which deeds are recorded: `user:12`, or `link:12` for who came by a personal link."""
        return f"{'link' if self.by_link else 'user'}:{self.user.pk}"


def acting_as(user: User, *, by_link: bool = False) -> Acting:
    """Gather what an account may be, from its grants (no agency needs to speak yet)."""
    grants = list(user.grants.all())
    return Acting(
        user=user,
        agency=user.agency,
        roles=frozenset(Role(grant.role) for grant in grants),
        units=frozenset(grant.unit_id for grant in grants if grant.unit_id),
        by_link=by_link,
    )
