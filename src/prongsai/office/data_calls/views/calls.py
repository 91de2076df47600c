"""One call, all on one page that prints: memo, LINE text, items with what must be in them and an example."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.ita.catalogue.pages import ModelPage
from prongsai.ita.writing import compose
from prongsai.office.data_calls.file_holders import SIGNED_MEMO
from prongsai.office.data_calls.models import CalledItem, DataCall, ItemState
from prongsai.office.data_calls.outputs import (
    elements_of,
    example_of,
    examples_paper,
    is_signed,
    line_words,
    memo_paper,
)
from prongsai.office.data_calls.views.finding import ASKERS, READERS, call_or_404, items_of
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.written import written_paper


@dataclass(frozen=True, slots=True)
class Sheet:
    """An item as the page shows it."""

    item: CalledItem
    told: compose.CalledItem
    example: ModelPage | None


@dataclass(frozen=True, slots=True)
class Part:
    """What a call asks of one unit."""

    unit: Unit
    sheets: list[Sheet]
    line: str


@require_safe
@for_roles(*READERS)
def call(request: StaffRequest, call: int) -> HttpResponse:
    """Show a call; a unit sees its own part of it."""
    acting, found = request.acting, call_or_404(request.acting, call)
    held = Attachment.objects.filter(holder=SIGNED_MEMO.key, thing=found.pk).select_related("file")
    may_ask = acting.has(*ASKERS) and not found.round.closed
    told = {
        "call": found,
        "parts": [_part(found, unit, items) for unit, items in _by_unit(items_of(acting, found))],
        "signed": held.prefetch_related("file__versions"),
        "is_signed": is_signed(found),
        "may_ask": may_ask,
        "history": history_of(found),
    }
    return render(request, "data_calls/call.html", told)


@require_safe
@for_roles(*READERS)
def memo(request: StaffRequest, call: int, unit: int, suffix: str) -> HttpResponse:
    """Give the memo to a unit as PDF or Word."""
    found, of, items = _asked_of(request, call, unit)
    name = _("Memo to %(unit)s") % {"unit": of.name}
    return written_paper(memo_paper(found, of, items), suffix, name, today(request.acting.agency))


@require_safe
@for_roles(*READERS)
def examples(request: StaffRequest, call: int, unit: int, suffix: str) -> HttpResponse:
    """Give the examples for a unit as PDF or Word."""
    found, of, items = _asked_of(request, call, unit)
    name = _("Examples for %(unit)s") % {"unit": of.name}
    return written_paper(examples_paper(found, of, items), suffix, name, today(request.acting.agency))


def _asked_of(request: StaffRequest, call: int, unit: int) -> tuple[DataCall, Unit, list[CalledItem]]:
    found = call_or_404(request.acting, call)
    for of, items in _by_unit(items_of(request.acting, found)):
        if of.pk == unit:
            return found, of, items
    raise Http404


def _by_unit(items: Iterable[CalledItem]) -> list[tuple[Unit, list[CalledItem]]]:
    """Part the items by unit, in the order of units; what was called off is left out."""
    found: dict[int, tuple[Unit, list[CalledItem]]] = {}
    for item in items:
        if item.state != ItemState.NOT_NEEDED:
            found.setdefault(item.addressee.unit_id, (item.addressee.unit, []))[1].append(item)
    return list(found.values())


def _part(found: DataCall, unit: Unit, items: list[CalledItem]) -> Part:
    sheets = [Sheet(item, elements_of(item), example_of(item)) for item in items]
    return Part(unit, sheets, line_words(found, unit, items))
