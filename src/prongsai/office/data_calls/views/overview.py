"""What was asked in a year: by unit for who looks after the whole, one's own part for everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.office.data_calls.forms import SearchForm
from prongsai.office.data_calls.forms.searching import LATE
from prongsai.office.data_calls.models import CalledItem, DataCall, ItemState
from prongsai.office.data_calls.models.items import CalledItems
from prongsai.office.data_calls.outputs import list_as_workbook
from prongsai.office.data_calls.overview import by_unit, with_follow_ups
from prongsai.office.data_calls.views.finding import ASKED, ASKERS, READERS, round_or_404, sees_whole
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved

ON_A_PAGE = 50


@require_safe
@for_roles(*ASKED, by_link=True)
def data_calls(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show who was asked for what and what came; by a personal link one's own part."""
    acting, found = request.acting, round_or_404(request.acting, round_id)
    day = today(acting.agency)
    items = _items(request, found)
    told: dict[str, Any] = {
        "round": found,
        "today": day,
        "by_link": acting.by_link,
        "tabs": [] if acting.by_link else year_pages.tabs(found.pk, "data-calls"),
        "calls": [] if acting.by_link else DataCall.objects.visible_to(acting).filter(round=found),
        "may_ask": acting.has(*ASKERS) and not acting.by_link and not found.closed,
    }
    if not sees_whole(acting):
        return render(request, "data_calls/part.html", told | _part(list(items)))
    return render(request, "data_calls/overview.html", told | _whole(request, items))


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest, round_id: int) -> HttpResponse:
    """Give what was asked, as narrowed, as a workbook; that is itself a deed."""
    found = round_or_404(request.acting, round_id)
    _form, narrowed = _narrowed(request, _items(request, found))
    rows = list(narrowed.prefetch_related("hand_ins"))
    record(request.acting, "data_calls.exported", thing=found, figures={"items": len(rows)})
    return saved(list_as_workbook(rows), _("Data asked for") + ".xlsx", Kind.XLSX.content_type)


def _items(request: StaffRequest, found: Round) -> CalledItems:
    return CalledItem.objects.visible_to(request.acting).filter(call__round=found).whole()


def _part(items: Sequence[CalledItem]) -> dict[str, Any]:
    """Give one's own part, what is owed first, the nearest day first."""
    owed = sorted((item for item in items if item.is_owed), key=lambda item: (item.due, item.pk))
    return {"owed": owed, "others": [item for item in items if not item.is_owed]}


def _whole(request: StaffRequest, items: CalledItems) -> dict[str, Any]:
    day = today(request.acting.agency)
    all_items = list(items)
    form, narrowed = _narrowed(request, items)
    query = request.GET.copy()
    query.pop("page", None)
    lines = with_follow_ups(by_unit(all_items, day), all_items, day)
    return {
        "lines": [(line, line.left(day)) for line in lines],
        "waiting": sum(item.state == ItemState.HANDED_IN for item in all_items),
        "form": form,
        "page": Paginator(narrowed, ON_A_PAGE).get_page(request.GET.get("page")),
        "query": query.urlencode(),
        "sought": form["q"].value() or "",
        "is_narrowed": any(request.GET.get(name) for name in ("unit", "state")),
    }


def _narrowed(request: StaffRequest, items: CalledItems) -> tuple[SearchForm, CalledItems]:
    """Narrow items by what was asked for in the address; what cannot be read narrows nothing."""
    units = {item.addressee.unit_id: item.addressee.unit for item in items}
    form = SearchForm(request.GET or None, units=units.values())
    told = form.cleaned_data if form.is_bound and form.is_valid() else {}
    if told.get("q"):
        items = items.saying(told["q"])
    if told.get("unit"):
        items = items.filter(addressee__unit=told["unit"])
    state = told.get("state")
    if state in ("owed", LATE):
        items = items.owed()
        if state == LATE:
            items = items.filter(due__lt=today(request.acting.agency))
    elif state:
        items = items.filter(state=state)
    return form, items
