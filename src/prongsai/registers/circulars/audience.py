"""Whom something is for, one by one: with unit and post of the day on which it goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from prongsai.platform.agency.line import head_of, posts_of
from prongsai.platform.agency.models import Person, Unit
from prongsai.registers.circulars.models import Audience
from prongsai.registers.circulars.models.addressed import Addressed


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person with the post in which something reaches them; empty where they hold none."""

    person: Person
    post: str


def addressees_of(told: Addressed, on: date) -> list[Addressee]:
    """Give everybody it is for who works here on a day, each once, in the order of units and names."""
    return [Addressee(person, post_of(person, on)) for person in _people(told, on)]


def post_of(person: Person, on: date) -> str:
    """Give the title of the highest post somebody holds or acts in, as papers write it; empty where there is none."""
    held = posts_of(person, on)
    if not held:
        return ""
    return f"รักษาราชการแทน {held[0].title}" if held[0].acting else held[0].title


def in_words(told: Addressed) -> str:
    """Say in Thai, as papers do, whom it is for."""
    if told.audience == Audience.ALL:
        return "บุคลากรทุกคน"
    if told.audience == Audience.HEADS:
        return "หัวหน้าส่วนราชการทุกส่วน"
    if told.audience == Audience.UNITS:
        names = Unit.objects.filter(pk__in=told.audience_units).values_list("name", flat=True)
        return f"บุคลากร{' '.join(names)}"
    return "ผู้มีรายชื่อแนบท้าย"


def in_words_of_page(told: Addressed) -> str:
    """Say in the language of the page whom it is for."""
    if told.audience == Audience.UNITS:
        names = Unit.objects.filter(pk__in=told.audience_units).values_list("name", flat=True)
        return ", ".join(names)
    if told.audience == Audience.PEOPLE:
        return _("%(count)s persons named") % {"count": len(told.audience_people)}
    return str(Audience(told.audience).label)


def _people(told: Addressed, on: date) -> list[Person]:
    here = Person.objects.here(on).select_related("unit").order_by("unit__order", "unit_id", "sort_key", "pk")
    if told.audience == Audience.HEADS:
        heads = [head_of(unit, on) for unit in Unit.objects.standing(on)]
        numbers = {head.person.pk for head in heads if head}
        return list(here.filter(pk__in=numbers))
    if told.audience == Audience.UNITS:
        return list(here.filter(unit__in=told.audience_units))
    if told.audience == Audience.PEOPLE:
        return list(here.filter(pk__in=told.audience_people))
    return list(here)
