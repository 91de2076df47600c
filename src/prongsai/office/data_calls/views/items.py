"""One item: what is asked, an example, what came; who is asked hands it in here, from a telephone too."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.office.data_calls import services
from prongsai.office.data_calls.forms import BecauseForm, HandInForm, ReturnForm
from prongsai.office.data_calls.models import CalledItem, HandIn, ItemState
from prongsai.office.data_calls.outputs import elements_of, example_of
from prongsai.office.data_calls.services import files_of, may_check, may_record_for
from prongsai.office.data_calls.views.finding import ASKED, ASKERS, item_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.audit.actors import names_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*ASKED, by_link=True)
def item(request: StaffRequest, item: int) -> HttpResponse:
    """Show an item; who is asked for it hands it in here."""
    acting, found = request.acting, item_or_404(request.acting, item)
    sent: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = HandInForm(**sent, item=found, today=today(acting.agency))
    if form.is_valid():
        services.hand_in(acting=acting, item=found, brought=form.brought)
        messages.success(request, _("Handed in. Thank you."))
        return redirect("my-tasks") if acting.by_link else redirect(found)
    return render(request, "data_calls/item.html", _told(request, found, form), status=status_of(form))


def _told(request: StaffRequest, found: CalledItem, form: HandInForm) -> dict[str, Any]:
    acting, is_open = request.acting, not found.call.round.closed
    made = list(found.hand_ins.select_related("recorded_for"))
    newest = made[0] if made else None
    looks = is_open and may_check(acting, found)
    own = newest is not None and newest.is_own(acting)
    return {
        "item": found,
        "form": form,
        "told": elements_of(found),
        "example": example_of(found),
        "came": _came(made),
        "by_link": acting.by_link,
        "is_late": found.is_late(today(acting.agency)),
        "is_gone": found.is_owed and found.addressee.is_gone(today(acting.agency)),
        "may_hand_in": is_open and found.is_owed and found.addressee.is_of(acting),
        "may_record_for": is_open and found.is_owed and may_record_for(acting, found),
        "may_accept": looks and not own and found.state == ItemState.HANDED_IN,
        "is_own": looks and own and found.state == ItemState.HANDED_IN,
        "may_return": looks and not own and found.state in (ItemState.HANDED_IN, ItemState.ACCEPTED),
        "may_move": is_open and not acting.by_link and acting.has(*ASKERS) and found.is_owed,
        "may_ask_again": is_open and acting.has(*ASKERS) and found.state == ItemState.NOT_NEEDED,
        "because": BecauseForm(),
        "returning": ReturnForm(),
        "history": [] if acting.by_link else history_of(found),
    }


def _came(made: list[HandIn]) -> list[tuple[HandIn, list[Any], str, str]]:
    """Give what came, the newest first: with its files, who wrote it down, who looked at it."""
    files = files_of(made)
    names = names_of({actor for each in made for actor in (each.made_by, each.checked_by) if actor})
    return [
        (each, files.get(each.pk, []), names.get(each.made_by, ""), names.get(each.checked_by, "")) for each in made
    ]
