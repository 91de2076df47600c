"""The line of approval: who does the work of a post on a day, and who stands above whom.

Staff, head of the unit, approver (ปลัด), executive (นายก). At each height the first post by order leads; others of the
same standing, such as deputies, act only where an order says so. An acting holder (รักษาราชการแทน) comes before the one
in whose place; a vacant post is passed over upwards, never sideways or down. Nobody stands above oneself: who is the
author, or holds two posts of the line, is asked once, and then the next higher one.

Call these while the agency speaks. `on` is the day in question: `calendar.today(agency)` for now.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Value, When

from prongsai.platform.agency.models import Holding, HoldingKind, Person, Post, Standing, Unit

RUNGS = (Standing.HEAD, Standing.APPROVER, Standing.EXECUTIVE)


@dataclass(frozen=True, slots=True)
class InPost:
    """A person in a post on a day, for good or acting, and by which order."""

    person: Person
    post: Post
    acting: bool
    order_reference: str = ""

    @property
    def title(self) -> str:
        """The title of the post whose work is done."""
        return self.post.title


def holder_of(post: Post, on: date) -> InPost | None:
    """Give who does the work of a post: who acts in it, the latest order first, else who holds it. None: vacant."""
    if not post.is_standing(on):
        return None
    acting_first = Case(When(kind=HoldingKind.ACTING, then=Value(0)), default=Value(1))
    running = Holding.objects.running(on).filter(post=post).select_related("person")
    first = running.order_by(acting_first, "-since", "-id").first()
    return InPost(first.person, post, first.is_acting, first.order_reference) if first else None


def posts_of(person: Person, on: date) -> list[InPost]:
    """Give the posts a person holds or acts in, the highest first."""
    held = Holding.objects.running(on).filter(person=person).select_related("post__unit")
    rows = [InPost(person, row.post, row.is_acting, row.order_reference) for row in held if row.post.is_standing(on)]
    return sorted(rows, key=lambda row: (-row.post.rank, row.acting, row.post.unit.order, row.post.order, row.post.pk))


def head_of(unit: Unit, on: date) -> InPost | None:
    """Give who heads a unit. None where the post is vacant or there is none."""
    return _leader(Standing.HEAD, on, unit)


def approver(on: date) -> InPost | None:
    """Give who looks at what goes to the executive (ปลัด). None: vacant."""
    return _leader(Standing.APPROVER, on)


def executive(on: date) -> InPost | None:
    """Give who decides for the agency (นายก). None: vacant, and nobody acts."""
    return _leader(Standing.EXECUTIVE, on)


def leader_from(standing: Standing, unit: Unit, on: date) -> InPost | None:
    """Give who leads at a height above a unit; for a vacant post the next higher one. None where all are vacant."""
    above = RUNGS[RUNGS.index(standing) :]
    return next((leader for rung in above if (leader := _leader(rung, on, unit))), None)


def leaders_of_units(units: Collection[int], on: date) -> dict[int, dict[Standing, InPost]]:
    """Give who leads at each height above each of these units (by id); a vacant post is left out.

    The same as `head_of`, `approver` and `executive` of every unit, in two questions to the database for all of them.
    """
    posts = Post.objects.standing(on).filter(standing__in=RUNGS).select_related("unit")
    first: dict[tuple[str, int | None], Post] = {}
    for post in posts.order_by("unit__order", "unit_id", "order", "id"):
        first.setdefault((post.standing, post.unit_id if post.standing == Standing.HEAD else None), post)
    there = _holders_of(first.values(), on)
    found: dict[int, dict[Standing, InPost]] = {}
    for unit in units:
        leading = ((rung, first.get((rung.value, unit if rung is Standing.HEAD else None))) for rung in RUNGS)
        found[unit] = {rung: there[post.pk] for rung, post in leading if post and post.pk in there}
    return found


def _holders_of(posts: Collection[Post], on: date) -> dict[int, InPost]:
    """Give who does the work of each post, by its id, as `holder_of` does; vacant ones are left out."""
    known = {post.pk: post for post in posts if post.is_standing(on)}
    acting_first = Case(When(kind=HoldingKind.ACTING, then=Value(0)), default=Value(1))
    running = Holding.objects.running(on).filter(post__in=known).select_related("person")
    there: dict[int, InPost] = {}
    for row in running.order_by(acting_first, "-since", "-id"):
        there.setdefault(row.post_id, InPost(row.person, known[row.post_id], row.is_acting, row.order_reference))
    return there


def next_higher(below: Person | Post, on: date, *, unit: Unit | None = None) -> InPost | None:
    """Give who stands next above a person or a post. None: nobody does, and the matter leaves the agency.

    `unit` is the unit whose work it is, by default that of the person or post.
    """
    return next(iter(line_above(below, on, unit=unit)), None)


def line_above(below: Person | Post, on: date, *, unit: Unit | None = None) -> list[InPost]:
    """Give all who stand above, from the next one to the highest, each person once."""
    of_unit = unit or below.unit
    person, ranks = _person_and_ranks(below, on, of_unit)
    asked = {person.pk} if person else set()
    line = []
    for standing in RUNGS[max(ranks, default=1) - 1 :]:
        leader = _leader(standing, on, of_unit)
        if leader and leader.person.pk not in asked:
            asked.add(leader.person.pk)
            line.append(leader)
    return line


def stands_above(person: Person, below: Person | Post, on: date, *, unit: Unit | None = None) -> bool:
    """Say whether a person may approve the work of another on that day."""
    return any(step.person.pk == person.pk for step in line_above(below, on, unit=unit))


def _leader(standing: Standing, on: date, unit: Unit | None = None) -> InPost | None:
    post = _leading_post(standing, on, unit)
    return holder_of(post, on) if post else None


def _leading_post(standing: Standing, on: date, unit: Unit | None) -> Post | None:
    posts = Post.objects.standing(on).filter(standing=standing).select_related("unit")
    if standing is Standing.HEAD:
        posts = posts.filter(unit=unit)
    return posts.order_by("unit__order", "unit_id", "order", "id").first()


def _person_and_ranks(below: Person | Post, on: date, unit: Unit) -> tuple[Person | None, list[int]]:
    """Give whose line it is, and from which height on each of the posts concerned looks up."""
    posts = [] if isinstance(below, Person) else [below]
    there = None if isinstance(below, Person) else holder_of(below, on)
    person = below if isinstance(below, Person) else there.person if there else None
    if person:
        posts += [held.post for held in posts_of(person, on)]
    return person, [_looks_up_from(post, on, unit) for post in posts]


def _looks_up_from(post: Post, on: date, unit: Unit) -> int:
    """Give the lowest rank that stands above a post: its own for one that does not lead, such as a deputy's."""
    standing = Standing(post.standing)
    leads = standing is Standing.STAFF or _leading_post(standing, on, unit) == post
    return standing.rank + 1 if leads else standing.rank
