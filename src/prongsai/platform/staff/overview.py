"""The agency at a glance: who decides, who approves, who heads each unit, and what is vacant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from prongsai.platform.agency.line import InPost, approver, executive, head_of
from prongsai.platform.agency.models import Person, Post, Unit


@dataclass(frozen=True, slots=True)
class UnitAtAGlance:
    """A unit, who heads it (None: nobody), how many people and posts it has."""

    unit: Unit
    head: InPost | None
    has_head_post: bool
    people: int
    posts: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The line of approval on a day, and the units."""

    executive: InPost | None
    approver: InPost | None
    units: tuple[UnitAtAGlance, ...]
    people: int


def overview_of(on: date) -> Overview:
    """Gather it for the agency that speaks."""
    people = Counter(Person.objects.here(on).values_list("unit_id", flat=True))
    posts = Counter(Post.objects.standing(on).values_list("unit_id", flat=True))
    headed = set(Post.objects.standing(on).filter(standing="head").values_list("unit_id", flat=True))
    units = tuple(
        UnitAtAGlance(unit, head_of(unit, on), unit.pk in headed, people[unit.pk], posts[unit.pk])
        for unit in Unit.objects.standing(on)
    )
    return Overview(executive(on), approver(on), units, sum(people.values()))
