"""The history of one row, as a page tells it: who, when, what was changed from what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext

from prongsai.ita.thai import format_decimal
from prongsai.platform.audit.actors import names_of
from prongsai.platform.ui.wording import moment_in_words, short_day

NOTHING = "–"
FEWEST_PLACES = 2


@dataclass(frozen=True, slots=True)
class Change:
    """One field and its two values, as words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Version:
    """One entry of a history. `what` is insert, update or delete; only an update has `changes`."""

    when: datetime
    who: str
    what: str
    changes: tuple[Change, ...]


def history_of(row: models.Model) -> list[Version]:
    """Give the versions of a tracked row of the agency that speaks, newest first; `audit/history.html` shows them."""
    history: Any = row._meta.get_field("events").related_model
    events = list(history.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id"))
    actors = [(event.pgh_context or {}).get("actor", "") for event in events]
    names = names_of(actors)
    versions = [
        Version(event.pgh_created_at, names[actor], event.pgh_label, _changes(row, earlier, event))
        for earlier, event, actor in zip([None, *events], events, actors, strict=False)
    ]
    return versions[::-1]


def _changes(row: models.Model, earlier: Any, later: Any) -> tuple[Change, ...]:
    if earlier is None or later.pgh_label != "update":
        return ()
    kept = {field.name for field in later._meta.concrete_fields}
    fields = [field for field in row._meta.concrete_fields if field.editable and field.name in kept]
    return tuple(
        Change(capfirst(str(field.verbose_name)), _words(field, earlier), _words(field, later))
        for field in fields
        if getattr(earlier, field.attname) != getattr(later, field.attname)
    )


def _words(field: models.Field[Any, Any], version: Any) -> str:
    value = getattr(version, field.attname)
    if value is None or value == "":
        return NOTHING
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.ForeignKey):
        return _name_of_other(version, field.name)
    return _plain(value)


def _name_of_other(version: Any, name: str) -> str:
    try:
        return str(getattr(version, name))
    except ObjectDoesNotExist:
        return NOTHING


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, datetime):
        return moment_in_words(value)
    if isinstance(value, Decimal):
        return format_decimal(value, places=max(FEWEST_PLACES, _places(value)))
    return short_day(value) if isinstance(value, date) else str(value)


def _places(value: Decimal) -> int:
    """Give how many decimals a number needs: a column of four shows 78.16 as 78.1600 otherwise."""
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else FEWEST_PLACES
