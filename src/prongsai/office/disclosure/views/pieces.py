"""Pieces of an item: added, changed, ordered, removed, and filled from what the office has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.disclosure import services
from prongsai.office.disclosure.forms import NothingForm, PieceForm
from prongsai.office.disclosure.models import DisclosedItem, Piece, PieceKind
from prongsai.office.disclosure.register import code_of
from prongsai.office.disclosure.rights import WRITERS
from prongsai.office.disclosure.services.pieces import EDITED
from prongsai.office.disclosure.views.changing import differences_page
from prongsai.office.disclosure.views.finding import check_may_write, elements_of, item_or_404, piece_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.files.fields import status_of
from prongsai.platform.web import stale

COMPOSED = (PieceKind.WORDS, PieceKind.TABLE, PieceKind.FILE, PieceKind.LINK)
TAKERS: Mapping[str, Callable[..., Piece]] = {"hand_in": services.take_hand_in, "report": services.take_report}


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def add(request: StaffRequest, item: int, kind: str) -> HttpResponse:
    """Add a piece. `?element=3` begins with an element, by its number."""
    found = item_or_404(request.acting, item)
    if kind not in COMPOSED:
        raise Http404
    check_may_write(request.acting, found)
    element = _element_asked(request, found)
    form = _form(request, found, PieceKind(kind), initial={"element": element, "heading": element[:300]})
    if form.is_valid():
        piece = services.add_piece(acting=request.acting, item=found, kind=PieceKind(kind), told=form.told)
        messages.success(request, _("Added."))
        _doubts(request, form)
        return redirect(_at(piece))
    return _page(request, found, form, _title(PieceKind(kind)))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def change(request: StaffRequest, piece: int) -> HttpResponse:
    """Change a piece; who opened the page before another changed it is told."""
    found = piece_or_404(request.acting, piece)
    check_may_write(request.acting, found.item)
    start = PieceForm.start(found) | {stale.FIELD: stale.version_of(found, EDITED)}
    form = _form(request, found.item, PieceKind(found.kind), piece=found, initial=start)
    with transaction.atomic():
        if form.is_valid():
            current = Piece.objects.select_for_update().get(pk=found.pk)
            if page := differences_page(request, form, current, EDITED, back=found.item.get_absolute_url()):
                return page
            services.change_piece(acting=request.acting, piece=found, told=form.told)
            messages.success(request, _("Saved."))
            _doubts(request, form)
            return redirect(_at(found))
    return _page(request, found.item, form, _("Change this piece"), piece=found)


@require_POST
@for_roles(*WRITERS)
def nothing(request: StaffRequest, item: int) -> HttpResponse:
    """Say with one press that there is nothing under an element."""
    found = item_or_404(request.acting, item)
    check_may_write(request.acting, found)
    form = NothingForm(request.POST, elements=elements_of(found))
    if not form.is_valid():
        raise SuspiciousOperation("no element of this item")
    piece = services.say_nothing(acting=request.acting, item=found, element=form.cleaned_data["element"])
    messages.success(request, _("The page now says that there is nothing under this heading."))
    return redirect(_at(piece))


@require_POST
@for_roles(*WRITERS)
def fill(request: StaffRequest, item: int) -> HttpResponse:
    """Put here what the office has already: a hand-in, a paper, what a register or desk holds."""
    found = item_or_404(request.acting, item)
    check_may_write(request.acting, found)
    if source := request.POST.get("source", "")[:60]:
        piece = services.take_records(acting=request.acting, item=found, source=source)
    else:
        name = next((name for name in TAKERS if request.POST.get(name, "").isdecimal()), None)
        if name is None or len(request.POST[name]) > 18:
            raise SuspiciousOperation("nothing to fill the item from")
        piece = TAKERS[name](acting=request.acting, item=found, **{name: int(request.POST[name])})
    messages.success(request, _("Taken over. Look at it once more before it is published."))
    return redirect(_at(piece))


@require_POST
@for_roles(*WRITERS)
def move(request: StaffRequest, piece: int) -> HttpResponse:
    """Let a piece change places with its neighbour."""
    found = piece_or_404(request.acting, piece)
    check_may_write(request.acting, found.item)
    services.move_piece(acting=request.acting, piece=found, up=request.POST.get("to") == "up")
    return redirect(_at(found))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def remove(request: StaffRequest, piece: int) -> HttpResponse:
    """Ask once, then take a piece away."""
    found = piece_or_404(request.acting, piece)
    check_may_write(request.acting, found.item)
    if request.method == "POST":
        services.remove_piece(acting=request.acting, piece=found)
        messages.success(request, _("Removed."))
        return redirect(found.item)
    told = {"piece": found, "item": found.item, "round": found.item.round, "code": code_of(found.item)}
    return render(request, "disclosure/remove.html", told)


def _form(request: StaffRequest, item: DisclosedItem, kind: PieceKind, **more: Any) -> PieceForm:
    sent: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    return PieceForm(**sent, kind=kind, elements=elements_of(item), year=item.round.fiscal_year, **more)


def _page(
    request: StaffRequest, item: DisclosedItem, form: PieceForm, title: str, piece: Piece | None = None
) -> HttpResponse:
    told = {"form": form, "item": item, "round": item.round, "code": code_of(item), "title": title, "piece": piece}
    return render(request, "disclosure/piece_form.html", told, status=status_of(form))


def _element_asked(request: StaffRequest, item: DisclosedItem) -> str:
    """Give the element whose number stands in the address, empty where none does."""
    number, elements = request.GET.get("element", "")[:4], elements_of(item)
    if number.isascii() and number.isdecimal() and 1 <= int(number) <= len(elements):
        return elements[int(number) - 1]
    return ""


def _title(kind: PieceKind) -> str:
    titles = {
        PieceKind.WORDS: _("Write text"),
        PieceKind.TABLE: _("Add a table"),
        PieceKind.FILE: _("Attach a file"),
        PieceKind.LINK: _("Link to a page"),
    }
    return titles[kind]


def _doubts(request: StaffRequest, form: PieceForm) -> None:
    """Tell what should be looked at again in a file that was read."""
    for said in form.doubts:
        messages.warning(request, said)


def _at(piece: Piece) -> str:
    return f"{piece.item.get_absolute_url()}#piece-{piece.pk}"
