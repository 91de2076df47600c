"""What somebody who leaves has open: posts, the account and its ways in, and the things of every room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from prongsai.platform.accounts.models import PersonalLink, User
from prongsai.platform.agency.line import posts_of
from prongsai.platform.agency.models import Person
from prongsai.platform.modules import HandOverSource, OpenThing, Registry, registry


@dataclass(frozen=True, slots=True)
class ToHandOver:
    """A thing of a room, and the room that takes the successor's name."""

    source: HandOverSource
    thing: OpenThing

    @property
    def name(self) -> str:
        """Name it in a form."""
        return f"{self.source.key}:{self.thing.key}"

    @property
    def kind(self) -> str:
        """What such things are called."""
        return gettext(self.source.title)


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that ends with the leaving: a post, an account, a role, a link."""

    kind: str
    title: str


def to_hand_over(person: Person, modules: Registry = registry) -> list[ToHandOver]:
    """Ask every room for what is open in a person's hands."""
    sources = [source for module in modules for source in module.hand_over]
    return [ToHandOver(source, thing) for source in sources for thing in source.open_things(person.pk)]


def ending(person: Person, on: date) -> list[Ending]:
    """Give what ends by itself when a person leaves."""
    return [*_posts(person, on), *_entrances(person)]


def _posts(person: Person, on: date) -> Iterator[Ending]:
    for held in posts_of(person, on):
        acting = f" ({gettext('Acting')})" if held.acting else ""
        yield Ending(gettext("Post"), f"{held.title}{acting}")


def _entrances(person: Person) -> Iterator[Ending]:
    account = User.objects.filter(person=person).first()
    if account is None:
        return
    if account.is_active:
        yield Ending(gettext("Account"), account.login_name)
    for grant in account.grants.select_related("unit"):
        unit = f" ({grant.unit})" if grant.unit else ""
        yield Ending(gettext("Role of the account"), f"{grant.get_role_display()}{unit}")
    for _link in PersonalLink.objects.usable().filter(user=account):
        yield Ending(gettext("Personal link"), account.login_name)
