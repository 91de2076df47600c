"""What the records of the office say on its basic pages: units and posts, executives, address."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from prongsai.office.site.made import Facts
from prongsai.office.site.making.shown_files import Named, named_version
from prongsai.office.site.models import OfficeContact
from prongsai.platform.agency.models import Holding, Post, Standing
from prongsai.platform.files.models import FileVersion

SHOWN = (Standing.EXECUTIVE, Standing.APPROVER, Standing.HEAD)
"""Whose name stands on the page of executives; all others are named by their post alone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An executive or head: name, posts, how to reach the office, and where the photograph lies."""

    name: str
    posts: tuple[str, ...]
    contact: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """What records give for a page."""

    people: tuple[Shown, ...] = ()
    units: tuple[tuple[str, tuple[str, ...]], ...] = ()
    contact: tuple[tuple[str, str], ...] = ()
    pictures: tuple[Named, ...] = field(default=())

    @property
    def says_something(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.people or self.units or self.contact)


def filled(by: str, facts: Facts, path: str, pictures: dict[int, list[FileVersion]]) -> Filled:
    """Give what the records named `by` say; nothing where a page is written by hand alone."""
    if by == "units":
        return Filled(units=_units(facts))
    if by == "executives":
        return _people(facts, path, pictures)
    if by == "contact":
        return Filled(contact=_contact(facts))
    return Filled()


def _units(facts: Facts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = defaultdict(list)
    posts = Post.objects.standing(facts.today).select_related("unit").order_by("unit__order", "unit_id", "order", "id")
    for post in posts:
        if post.title not in found[post.unit.name]:
            found[post.unit.name].append(post.title)
    return tuple((unit, tuple(titles)) for unit, titles in found.items())


def _people(facts: Facts, path: str, pictures: dict[int, list[FileVersion]]) -> Filled:
    contacts = {each.person_id: each for each in OfficeContact.objects.all()}
    held = Holding.objects.running(facts.today).filter(post__standing__in=SHOWN).select_related("person", "post__unit")
    rows = sorted(
        held, key=lambda row: (-row.post.rank, row.is_acting, row.post.unit.order, row.post.order, row.post_id)
    )
    posts: dict[int, list[str]] = defaultdict(list)
    names: dict[int, str] = {}
    for row in rows:
        if row.post.is_standing(facts.today):
            names[row.person_id] = row.person.full_name
            title = row.post.title
            posts[row.person_id].append(_("%(post)s (acting)") % {"post": title} if row.is_acting else title)
    portraits = {
        person: named_version(path, pictures[contact.pk][-1])
        for person, contact in contacts.items()
        if person in names and pictures.get(contact.pk)
    }
    people = tuple(
        Shown(
            name,
            tuple(posts[person]),
            contacts[person].contact if person in contacts else "",
            portraits[person].path if person in portraits else "",
        )
        for person, name in names.items()
    )
    return Filled(people=people, pictures=tuple(portraits.values()))


def _contact(facts: Facts) -> tuple[tuple[str, str], ...]:
    agency = facts.agency
    told = (
        (_("Office address"), agency.address),
        (_("Telephone"), agency.phone),
        (_("E-mail"), agency.email),
        (_("Main web site"), agency.website),
    )
    return tuple((label, value) for label, value in told if value)
