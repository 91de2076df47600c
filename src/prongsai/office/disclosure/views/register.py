"""The items of a year: who prepares each, by when, how far it is, where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.ita.catalogue import Framework
from prongsai.office.disclosure import services
from prongsai.office.disclosure.forms import NarrowForm
from prongsai.office.disclosure.models import DisclosedItem, Home
from prongsai.office.disclosure.register import code_of, due_of, home_of, left_over, owner_of, unit_of
from prongsai.office.disclosure.rights import READERS, is_of
from prongsai.office.disclosure.services.checking import CheckedItem, checks_of
from prongsai.office.disclosure.services.filling import handed_in_codes
from prongsai.office.disclosure.states import ItemStanding
from prongsai.office.disclosure.views.finding import round_or_404
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.calendar.today import today
from prongsai.platform.modules import asking_once

OWED = (ItemStanding.NOT_HANDED_IN, ItemStanding.LACKING)
"""What a unit still has to do; a signature or a proof that is awaited is no delay of the unit."""


@dataclass(frozen=True, slots=True)
class Line:
    """An item as the list shows it. `own`: of the unit of who asks; `waiting`: something accepted can be taken over."""

    item: DisclosedItem
    code: str
    title: str
    part: str
    owner: Unit | Person | None
    due: date | None
    home: Home
    standing: ItemStanding
    own: bool
    waiting: bool
    is_late: bool

    @property
    def unit(self) -> Unit | None:
        """The unit that prepares it."""
        return unit_of(self.owner)


@require_safe
@for_roles(*READERS)
def disclosure(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show the items of a year by part of the framework; one's own unit's first."""
    acting, cycle = request.acting, round_or_404(request.acting, round_id)
    lines = _lines(request, cycle)
    units = {line.unit.pk: line.unit for line in lines if line.unit}
    form = NarrowForm(request.GET or None, units=units.values(), states=ItemStanding.choices)
    shown = _narrowed(lines, form)
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "disclosure"),
        "form": form,
        "narrowed": len(shown) < len(lines),
        "own": [line for line in shown if line.own],
        "parts": _parts(cycle.framework, [line for line in shown if not line.own]),
        "count": len(lines),
        "left_over": left_over(cycle),
        "show_home": any(line.home is Home.CONTRACTOR for line in lines),
        "ready": sum(line.standing.is_ready for line in lines),
        "may_start": acting.has(Role.COORDINATOR) and not cycle.closed,
        "may_choose_home": acting.has(Role.COORDINATOR),
        "earlier": acting.has(Role.COORDINATOR) and not cycle.closed and _may_reuse(cycle),
    }
    return render(request, "disclosure/disclosure.html", told)


@require_POST
@for_roles(Role.COORDINATOR)
def start(request: StaffRequest, round_id: int) -> HttpResponse:
    """Make the items of a year."""
    cycle = round_or_404(request.acting, round_id)
    services.begin_items(acting=request.acting, cycle=cycle)
    messages.success(request, _("The items of the year are here."))
    return redirect("disclosure", cycle.pk)


def _lines(request: StaffRequest, cycle: Round) -> list[Line]:
    checked = checks_of(cycle).items
    if not checked:
        return []
    with asking_once():
        accepted, day = handed_in_codes(cycle), today(cycle.agency)
        taken = _taken(cycle)
        own = not request.acting.has(Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)
        return [_line(request, each, accepted - taken, day, own=own) for each in checked]


def _taken(cycle: Round) -> set[str]:
    rows = DisclosedItem.objects.filter(round=cycle, pieces__hand_in__isnull=False)
    return {code_of(item) for item in rows.select_related("round").distinct()}


def _line(request: StaffRequest, each: CheckedItem, accepted: set[str], day: date, *, own: bool) -> Line:
    item = each.item
    framework = item.round.framework
    code, owner, due = code_of(item), owner_of(item), due_of(item)
    asked = framework.item(code)
    return Line(
        item=item,
        code=code,
        title=each.check.title or "",
        part=(asked.sub_indicator or str(asked.indicator)) if asked else "",
        owner=owner,
        due=due,
        home=home_of(item),
        standing=each.standing,
        own=own and is_of(request.acting, owner),
        waiting=code in accepted,
        is_late=due is not None and due < day and each.standing in OWED,
    )


def _narrowed(lines: Sequence[Line], form: NarrowForm) -> list[Line]:
    unit, state = form.chosen("unit"), form.chosen("state")
    return [
        line
        for line in lines
        if (not unit or (line.unit and str(line.unit.pk) == unit)) and (not state or line.standing.value == state)
    ]


def _parts(framework: Framework, lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """Give the lines by sub-indicator, each under its name."""
    names = {part.code: f"{part.code} {part.name or ''}".strip() for part in framework.sub_indicators}
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(names.get(line.part, line.part), []).append(line)
    return list(found.items())


def _may_reuse(cycle: Round) -> bool:
    known: Any = services.earlier_by_code(cycle)
    empty = DisclosedItem.objects.filter(round=cycle, pieces=None).select_related("round")
    return any(code_of(item) in known for item in empty)
