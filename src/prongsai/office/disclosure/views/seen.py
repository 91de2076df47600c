"""Where an element stands, in a file or on a page that no program looks into."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.disclosure import services
from prongsai.office.disclosure.forms import SeenForm
from prongsai.office.disclosure.register import code_of
from prongsai.office.disclosure.rights import WRITERS
from prongsai.office.disclosure.views.finding import check_may_write, elements_of, item_or_404, piece_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.ui.refusals import Conflict


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def say(request: StaffRequest, item: int) -> HttpResponse:
    """Write down where an element stands. `?element=3` begins with an element, by its number."""
    found = item_or_404(request.acting, item)
    check_may_write(request.acting, found)
    pieces, elements = found.pieces.order_by("order", "pk"), elements_of(found)
    if not elements or not pieces:
        raise Conflict(_("There is nothing yet in which an element could stand. Add a file or a link first."))
    number = request.GET.get("element", "")[:4]
    within = number.isascii() and number.isdecimal() and 1 <= int(number) <= len(elements)
    start = {"element": elements[int(number) - 1] if within else ""}
    form = SeenForm(request.POST if request.method == "POST" else None, elements=elements, pieces=pieces, initial=start)
    if form.is_valid():
        services.say_seen(acting=request.acting, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(f"{found.get_absolute_url()}#element-{elements.index(form.cleaned_data['element']) + 1}")
    title = _("Where the element stands")
    told = {"form": form, "item": found, "round": found.round, "code": code_of(found), "title": title}
    return render(request, "disclosure/edit.html", told, status=400 if form.errors else 200)


@require_POST
@for_roles(*WRITERS)
def take_back(request: StaffRequest, piece: int) -> HttpResponse:
    """Take back what was said of an element in a piece."""
    found = piece_or_404(request.acting, piece)
    check_may_write(request.acting, found.item)
    seen = found.seen.filter(element=request.POST.get("element", "")).first()
    if seen is not None:
        services.take_back_seen(acting=request.acting, seen=seen)
        messages.success(request, _("Taken back."))
    return redirect(found.item)
