"""What each unit owes, as text for the office's LINE group. Posts and people are not named in a group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.notices.links import whole_address
from prongsai.platform.notices.services import text_for_line
from prongsai.platform.ui.wording import short_day
from prongsai.registers.tasks.gathering import Listed

OWN = "tasks:"


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The text of one unit."""

    unit: Unit
    text: str


def words_of_units(found: Iterable[Listed], agency: Agency, today: date) -> list[UnitWords]:
    """Give a text for each unit that owes something, in the order of units.

    A unit's tasks come from every room; of tasks that one person owes only those that people gave are told: what other
    rooms ask of a single person may not be for a group.
    """
    owed: dict[int, list[Listed]] = {}
    for each in found:
        if each.unit and (each.task.unit or each.task.key.startswith(OWN)):
            owed.setdefault(each.unit, []).append(each)
    address = whole_address(agency, reverse("tasks"))
    with translation.override(settings.LANGUAGE_CODE):
        return [
            UnitWords(
                unit,
                text_for_line(
                    subject=_("To be handed in: %(unit)s") % {"unit": unit.name},
                    words=_("As of %(day)s") % {"day": short_day(today)},
                    items=[_item(each) for each in owed[unit.pk]],
                    address=address,
                ),
            )
            for unit in Unit.objects.filter(pk__in=owed)
        ]


def _item(each: Listed) -> str:
    if each.task.due is None:
        return each.task.title
    return _("%(title)s (due %(day)s)") % {"title": each.task.title, "day": short_day(each.task.due)}
