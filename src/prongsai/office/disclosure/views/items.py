"""One item: what is asked for, what stands on its page, what it lacks; and what is said about it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.ita.analysis.item_check import INTERNAL
from prongsai.office.disclosure import services
from prongsai.office.disclosure.forms import ItemForm
from prongsai.office.disclosure.forms.items import EDITED
from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.register import code_of, due_of, home_of, owner_of
from prongsai.office.disclosure.rights import READERS, WRITERS, may_write
from prongsai.office.disclosure.services.checking import look_at
from prongsai.office.disclosure.services.homes import address_of
from prongsai.office.disclosure.views.changing import differences_page
from prongsai.office.disclosure.views.finding import asked_of_item, check_may_write, item_or_404
from prongsai.office.disclosure.views.item_parts import answered, lines_of, model_page, sources_of
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.modules import asking_once
from prongsai.platform.web import stale


@require_safe
@for_roles(*READERS)
def item(request: StaffRequest, item: int) -> HttpResponse:
    """Show an item: its elements, its pieces, what can fill it."""
    found = item_or_404(request.acting, item)
    with asking_once():
        told = _told(request, found)
    return render(request, "disclosure/item.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def change(request: StaffRequest, item: int) -> HttpResponse:
    """Change what is said about an item; who opened the page before another changed it is told."""
    found = item_or_404(request.acting, item)
    check_may_write(request.acting, found)
    start = ItemForm.start(found) | {stale.FIELD: stale.version_of(found, EDITED)}
    form = ItemForm(request.POST if request.method == "POST" else None, initial=start)
    with transaction.atomic():
        if form.is_valid():
            current = DisclosedItem.objects.select_for_update().get(pk=found.pk)
            if page := differences_page(request, form, current, EDITED, back=found.get_absolute_url()):
                return page
            services.change_item(acting=request.acting, item=found, told=form.told)
            messages.success(request, _("Saved."))
            return redirect(found)
    told = {"form": form, "item": found, "round": found.round, "title": _("About this item"), "code": code_of(found)}
    return render(request, "disclosure/edit.html", told, status=400 if form.errors else 200)


def _told(request: StaffRequest, found: DisclosedItem) -> dict[str, Any]:
    writes = may_write(request.acting, owner_of(found)) and not found.round.closed
    looked = next(iter(look_at(found.round, [found])), None)
    asked = asked_of_item(found)
    pieces = list(found.pieces.select_related("report__round", "taken_from__item__round").order_by("order", "pk"))
    told = {
        "item": found,
        "round": found.round,
        "code": code_of(found),
        "title": asked.item.title if asked else "",
        "asked": asked,
        "looked": looked,
        "others": [part for part in looked.check.parts if part.kind != "element"] if looked else [],
        "elements": answered(found, looked, pieces),
        "lines": lines_of(found, pieces),
        "owner": owner_of(found),
        "due": due_of(found),
        "home": home_of(found),
        "address": address_of(found),
        "may_write": writes,
        "model": model_page(found, asked),
        "sources": sources_of(found, asked),
        "internal": INTERNAL,
        "history": history_of(found),
    }
    return told | (_offers(request, found) if writes else {})


def _offers(request: StaffRequest, found: DisclosedItem) -> dict[str, Any]:
    """Give what the office has already and could be put here with one press."""
    used = set(found.pieces.exclude(source="").values_list("source", flat=True))
    return {
        "hand_ins": services.handed_in_for(found),
        "speakers": [each for each in services.speakers_for(found) if each.source not in used],
        "reports": services.reports_for(found, request.acting),
        "earlier": services.earlier_of(found),
    }
