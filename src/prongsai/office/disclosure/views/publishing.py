"""Before an item is published: what was found in it, who confirms it, exactly what will stand; then the press."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.disclosure import services
from prongsai.office.disclosure.finding_words import KIND_WORDS
from prongsai.office.disclosure.forms.publishing import ManyForm, PrivacyForm, PublishForm
from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.register import code_of, owner_of
from prongsai.office.disclosure.rights import READERS, is_of, may_write
from prongsai.office.disclosure.services.checking import CheckedItem, checks_of, look_at
from prongsai.office.disclosure.services.looking_through import answer_findings, read_ahead
from prongsai.office.disclosure.services.readiness import Prepared, alone_wrote
from prongsai.office.disclosure.showing import body_shown
from prongsai.office.disclosure.views.finding import check_may_write, item_or_404, round_or_404
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import asking_once
from prongsai.platform.ui.refusals import Conflict

PUBLISHERS = (Role.COORDINATOR,)
CONFIRMERS = (Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE)
MOST_ROWS, MOST_PARTS = 500, 1_000


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*READERS)
def before(request: StaffRequest, item: int) -> HttpResponse:
    """Show what would stand and what was found in it; keep what is said about the findings."""
    found = item_or_404(request.acting, item)
    ready = services.prepared(found)
    sent = request.POST if request.method == "POST" else None
    if sent is not None:
        check_may_write(request.acting, found)
    form = PrivacyForm(sent, findings=ready.looked.findings)
    if form.is_valid():
        answer_findings(request.acting, found, form.answers, ready.looked.findings)
        messages.success(request, _("Saved. Look at the page once more before it is published."))
        return redirect("disclosure-before", found.pk)
    return _page(request, found, ready, form, PublishForm(initial={"seen": ready.mark}))


@require_POST
@for_roles(*CONFIRMERS)
def confirm(request: StaffRequest, item: int) -> HttpResponse:
    """Confirm what would be published, as it was on the page."""
    found = item_or_404(request.acting, item)
    if not _may_confirm(request.acting, found):
        raise Conflict(_("Another unit prepares this item. Its officers and the coordinator can change it."))
    form = _MarkForm(request.POST)
    services.confirm_item(request.acting, found, form.cleaned_data["mark"] if form.is_valid() else "")
    messages.success(request, _("Confirmed. The coordinator can publish it."))
    return redirect("disclosure-before", found.pk)


@require_POST
@for_roles(*PUBLISHERS)
def publish(request: StaffRequest, item: int) -> HttpResponse:
    """Publish the item as it was shown."""
    found = item_or_404(request.acting, item)
    form = PublishForm(request.POST)
    if form.is_valid():
        made = services.publish(request.acting, found, **form.cleaned_data)
        messages.success(request, _("Published. The page on our site is made anew in a moment."))
        return redirect(made)
    ready = services.prepared(found)
    return _page(request, found, ready, PrivacyForm(findings=ready.looked.findings), form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*PUBLISHERS)
def publish_many(request: StaffRequest, round_id: int) -> HttpResponse:
    """Publish many items with one press. What something hinders is told, and the others are published."""
    cycle = round_or_404(request.acting, round_id)
    lines = _may_be_published(cycle)
    choices = [(str(line.item.pk), f"{line.check.code} {line.check.title or ''}") for line in lines]
    chosen = [str(line.item.pk) for line in lines if line.standing.is_ready]
    sent = request.POST if request.method == "POST" else None
    form = ManyForm(sent, choices=choices, initial={"items": chosen})
    if form.is_valid():
        wanted = [line for line in lines if str(line.item.pk) in form.cleaned_data["items"]]
        read_ahead((services.content_of(line.item) for line in wanted), cycle.agency_id)
        told = [_published(request.acting, line) for line in wanted]
        return render(request, "disclosure/published_many.html", {"round": cycle, "told": told})
    boxes = {str(box.data["value"]): box for box in form["items"]}
    told_lines = [(line, boxes[str(line.item.pk)]) for line in lines]
    return render(
        request,
        "disclosure/publish_many.html",
        {"round": cycle, "form": form, "lines": told_lines},
        status=400 if form.errors else 200,
    )


class _MarkForm(forms.Form):
    """The mark of what was on the page."""

    mark = forms.CharField(max_length=64)


def _published(acting: Acting, line: CheckedItem) -> dict[str, Any]:
    try:
        return {"line": line, "made": services.publish(acting, line.item), "because": ""}
    except Conflict as conflict:
        return {"line": line, "made": None, "because": conflict.said}


def _may_be_published(cycle: Round) -> list[CheckedItem]:
    """Give the items that have anything to show, as they are checked."""
    with_pieces = set(DisclosedItem.objects.filter(round=cycle, pieces__isnull=False).values_list("pk", flat=True))
    return [each for each in checks_of(cycle).items if each.item.pk in with_pieces]


def _may_confirm(acting: Acting, found: DisclosedItem) -> bool:
    if acting.by_link or not acting.has(*CONFIRMERS):
        return False
    return acting.has(Role.COORDINATOR, Role.EXECUTIVE) or is_of(acting, owner_of(found))


def _page(
    request: StaffRequest, found: DisclosedItem, ready: Prepared, form: PrivacyForm, publish_form: PublishForm
) -> HttpResponse:
    acting = request.acting
    with asking_once():
        looked = next(iter(look_at(found.round, [found])), None)
    publisher = acting.has(*PUBLISHERS) and not acting.by_link
    told = {
        "item": found,
        "round": found.round,
        "code": code_of(found),
        "title": ready.content.title,
        "looked": looked,
        "ready": ready,
        "hindrances": ready.hindrances,
        "findings": [(each, KIND_WORDS[each.kind], *boxes) for each, *boxes in form.beside()],
        "form": form,
        "publish_form": publish_form,
        "pieces": [(piece, body_shown(piece, parts=MOST_PARTS, rows=MOST_ROWS)) for piece in ready.content.pieces],
        "standing": found.publications.order_by("-version").first(),
        "closed": services.closed_set_of(found.round),
        "may_answer": may_write(acting, owner_of(found)) and not found.round.closed,
        "may_publish": publisher,
        "alone": publisher and alone_wrote(acting, ready),
        "may_confirm": bool(ready.content.pieces) and not publisher and _may_confirm(acting, found),
        "confirmed": acting.actor in ready.confirmed_by,
        "back": reverse("disclosed-item", args=[found.pk]),
    }
    wrong = form.errors or publish_form.errors
    return render(request, "disclosure/before.html", told, status=400 if wrong else 200)
