"""A unit, or an officer of it, chosen by the names of the office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Unit

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Owner: TypeAlias = Unit | Person
Words: TypeAlias = "str | _StrPromise"


def key_of(owner: Owner | None) -> str:
    """Give the value by which a form names an owner, empty for nobody."""
    if owner is None:
        return ""
    return f"person-{owner.pk}" if isinstance(owner, Person) else f"unit-{owner.pk}"


class Owners:
    """Those who can be asked: the units that stand today, and the people who work in them."""

    def __init__(self, units: Sequence[Unit], people: Sequence[Person]) -> None:
        self.known: dict[str, Owner] = {key_of(unit): unit for unit in units}
        self.known |= {key_of(person): person for person in people}
        named = [(key_of(unit), str(unit)) for unit in units]
        staff = [(key_of(one), f"{one} ({one.unit})") for one in people]
        self.choices = [("", "–"), (_("Units"), named), (_("People"), staff)]

    def field(self, label: Words, *, required: bool = True) -> forms.ChoiceField:
        """Give a box in which one of them is chosen."""
        return forms.ChoiceField(label=label, choices=self.choices, required=required)
