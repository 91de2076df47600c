"""What an earlier year had: taken over as draft, its days looked at one by one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.disclosure import services
from prongsai.office.disclosure.composing import files_of, shown
from prongsai.office.disclosure.forms import DatesForm
from prongsai.office.disclosure.models import Piece, PieceKind
from prongsai.office.disclosure.pointing import pointed_out
from prongsai.office.disclosure.register import code_of
from prongsai.office.disclosure.rights import WRITERS
from prongsai.office.disclosure.showing import body_shown
from prongsai.office.disclosure.views.finding import check_may_write, item_or_404, piece_or_404, round_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role


@require_POST
@for_roles(*WRITERS)
def reuse(request: StaffRequest, item: int) -> HttpResponse:
    """Take the pieces of an earlier year over."""
    found = item_or_404(request.acting, item)
    check_may_write(request.acting, found)
    count = services.reuse_item(acting=request.acting, item=found)
    _tell(request, count)
    return redirect(found)


@require_POST
@for_roles(Role.COORDINATOR)
def reuse_all(request: StaffRequest, round_id: int) -> HttpResponse:
    """Take over for all items that are empty."""
    cycle = round_or_404(request.acting, round_id)
    count = services.reuse_year(acting=request.acting, cycle=cycle)
    said = ngettext(
        "%(count)s item was begun with that of an earlier year. Its days are still to be looked at.",
        "%(count)s items were begun with those of an earlier year. Their days are still to be looked at.",
        count,
    )
    messages.success(request, said % {"count": count})
    return redirect("disclosure", cycle.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def confirm(request: StaffRequest, piece: int) -> HttpResponse:
    """Look at the days of a piece that came from an earlier year, and say what they are."""
    found: Piece = piece_or_404(request.acting, piece)
    check_may_write(request.acting, found.item)
    form = DatesForm(request.POST if request.method == "POST" else None, initial={"happened": found.happened})
    if form.is_valid():
        covers, happened = form.days
        services.confirm_dates(acting=request.acting, piece=found, covers=covers, happened=happened)
        messages.success(request, _("Saved."))
        return redirect(f"{found.item.get_absolute_url()}#piece-{found.pk}")
    versions = files_of([found]).get(found.pk, [])
    seen = shown(found, found.item, versions)
    told = {
        "form": form,
        "item": found.item,
        "round": found.item.round,
        "code": code_of(found.item),
        "piece": found,
        "body": body_shown(seen),
        "files": [version.file for version in versions],
        "link": seen.link,
        "pointed": pointed_out(found.item, [found]).get(found.pk, ()),
        "may_change": found.kind in (PieceKind.WORDS, PieceKind.TABLE, PieceKind.FILE, PieceKind.LINK),
    }
    return render(request, "disclosure/dates.html", told, status=400 if form.errors else 200)


def _tell(request: StaffRequest, count: int) -> None:
    if count:
        messages.success(request, _("Taken over from an earlier year. Look at the days of each piece."))
    else:
        messages.info(request, _("Everything that could be taken over is here already."))
