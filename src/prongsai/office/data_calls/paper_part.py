"""What data calls add to the page of the monthly meeting: what is awaited, by unit. Units are named, people never."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from prongsai.ita.writing.compose import UnitTask
from prongsai.office.data_calls.models import CalledItem
from prongsai.office.rounds.models import Round


def for_meeting(found: Round, day: date) -> Mapping[str, Any]:
    """Give one row for each thing that a unit, or one of its people, still hands in on a day, the nearest first."""
    items = CalledItem.objects.owed().filter(call__round=found).select_related("addressee__unit")
    by_unit = sorted(items, key=lambda item: (item.addressee.unit.order, item.addressee.unit_id, item.due, item.pk))
    return {"tasks": tuple(UnitTask(item.addressee.unit.name, _words(item, day), item.due) for item in by_unit)}


def _words(item: CalledItem, day: date) -> str:
    return f"{item} (เกินกำหนด)" if item.is_late(day) else str(item)
