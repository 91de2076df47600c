"""Who stands behind the short name of an actor (`user:12`)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency


def names_of(actors: Iterable[str]) -> dict[str, str]:
    """Give a name for each actor: of an account its shown name, of another agency its own, of others what they are."""
    wanted = set(actors)
    numbers = {number for kind, number in map(_parts, wanted) if kind in ("user", "link") and number}
    people = {user.pk: str(user) for user in User.objects.filter(pk__in=numbers)}
    offices = {number for kind, number in map(_parts, wanted) if kind == "agency" and number}
    agencies = {agency.pk: agency.name for agency in Agency.objects.filter(pk__in=offices)} if offices else {}
    return {actor: _name(*_parts(actor), people, agencies) or actor for actor in wanted}


def _parts(actor: str) -> tuple[str, int]:
    kind, _, number = actor.partition(":")
    return kind, int(number) if number.isdecimal() and len(number) < 19 else 0


def _name(kind: str, number: int, people: dict[int, str], agencies: dict[int, str]) -> str:
    if kind == "agency":
        return agencies.get(number, "")
    if kind in ("user", "link"):
        name = people.get(number, "")
        return gettext("{name} (by personal link)").format(name=name) if name and kind == "link" else name
    return {
        "job": gettext("The system, by itself"),
        "command": gettext("A command on the computer of the system"),
        "nobody": gettext("Somebody not logged in"),
    }.get(kind, "")
