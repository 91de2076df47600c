"""After sending: what the assessor said, the office's clarification, what became of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.ita.papers.blocks import Paper
from prongsai.office.disclosure.file_holders import SIGNED_CLARIFICATION
from prongsai.office.disclosure.forms.answering import (
    EDITED,
    AnswerSentForm,
    ClarifyForm,
    OutcomeForm,
    RemarkForm,
    SignedForm,
)
from prongsai.office.disclosure.models import Clarification, ItemRemark
from prongsai.office.disclosure.models.items import READERS
from prongsai.office.disclosure.register import code_of, items_of
from prongsai.office.disclosure.services import answering
from prongsai.office.disclosure.services.proving import proof_file
from prongsai.office.disclosure.services.remarks import remarked_in
from prongsai.office.disclosure.views.changing import differences_page
from prongsai.office.disclosure.views.deed_page import DeedPage
from prongsai.office.disclosure.views.finding import item_or_404, round_or_404
from prongsai.office.disclosure.views.finding_lists import clarification_or_404, remark_or_404
from prongsai.office.disclosure.watch_days import answering_of
from prongsai.office.reports.paper_lines import lines_of
from prongsai.office.reports.writing import settled
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.written import written_paper
from prongsai.platform.modules import asking_once
from prongsai.platform.web import stale
from prongsai.platform.web.saving import saved

NAME = "ชี้แจงเพิ่มเติมแบบวัด OIT"


@require_safe
@for_roles(*READERS)
def after(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show what was told of items, which clarifications are open, and how many days are left."""
    cycle = round_or_404(request.acting, round_id)
    with asking_once():
        found = remarked_in(cycle)
        others = {each.item.pk for each in found}
        rest = [(item, code_of(item)) for item in items_of(cycle) if item.pk not in others]
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "disclosure-after"),
        "remarked": found,
        "rest": rest,
        "answering": answering_of(cycle, today(request.acting.agency)),
        "open": sum(each.is_open for each in found),
        "may_write": request.acting.has(Role.COORDINATOR) and not cycle.closed,
    }
    return render(request, "disclosure/after.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(Role.COORDINATOR)
def add(request: StaffRequest, item: int) -> HttpResponse:
    """Write down what the assessor said of an item."""
    found = item_or_404(request.acting, item)
    start = {"told": today(request.acting.agency), "lost": True}
    form = RemarkForm(request.POST if request.method == "POST" else None, initial=start)
    back = reverse("disclosure-after", args=[found.round_id])
    page = DeedPage(_("Remark of the assessor"), found.round, back, _("Saved."), item=found)

    def do() -> str:
        answering.remark_item(request.acting, found, **form.said)
        return back

    return page.answer(request, form, do)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(Role.COORDINATOR)
@transaction.atomic
def change(request: StaffRequest, remark: int) -> HttpResponse:
    """Put a remark right while it was not answered."""
    found = remark_or_404(request.acting, remark)
    start = RemarkForm.start(found) | {stale.FIELD: stale.version_of(found, EDITED)}
    form = RemarkForm(request.POST if request.method == "POST" else None, initial=start)
    if form.is_valid():
        current = ItemRemark.objects.select_for_update().get(pk=found.pk)
        if answer := differences_page(request, form, current, EDITED, back=request.path):
            return answer
    back = reverse("disclosure-after", args=[found.item.round_id])
    page = DeedPage(_("Remark of the assessor"), found.item.round, back, _("Saved."), item=found.item)

    def do() -> str:
        answering.change_remark(request.acting, found, **form.said)
        return back

    return page.answer(request, form, do)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(Role.COORDINATOR)
def clarify(request: StaffRequest, remark: int) -> HttpResponse:
    """Make the clarification, of what is recorded now and what a person adds."""
    found = remark_or_404(request.acting, remark)
    last = found.clarifications.order_by("-version").first()
    start = {"about": last.told.about, "explanation": last.told.explanation} if last else {}
    form = ClarifyForm(request.POST if request.method == "POST" else None, initial=start)
    intro = _("Versions, days, hashes and the proof of publication are put in by themselves.")
    back = reverse("disclosure-after", args=[found.item.round_id])
    done = _("Made. Read it before it is signed.")
    page = DeedPage(_("Clarification"), found.item.round, back, done, intro=intro, item=found.item)

    def do() -> str:
        return answering.make_clarification(request.acting, found, **form.cleaned_data).get_absolute_url()

    return page.answer(request, form, do)


@require_safe
@for_roles(*READERS)
def one(request: StaffRequest, found: int) -> HttpResponse:
    """Show a clarification: what it says, its proof, its signed copy, what became of it."""
    held = clarification_or_404(request.acting, found)
    scans = Attachment.objects.filter(holder=SIGNED_CLARIFICATION.key, thing=held.pk).select_related("file")
    told = {
        "clarification": held,
        "remark": held.remark,
        "item": held.remark.item,
        "round": held.remark.item.round,
        "content": held.told,
        "lines": lines_of(_paper(held)),
        "scans": scans.prefetch_related("file__versions"),
        "versions": held.remark.clarifications.order_by("-version"),
        "may_write": request.acting.has(Role.COORDINATOR),
        "history": history_of(held),
    }
    return render(request, "disclosure/clarification.html", told)


@require_safe
@for_roles(*READERS)
def paper(request: StaffRequest, found: int, form: str) -> HttpResponse:
    """Give the paper as PDF, Word or Excel: a draft until the signed copy is there."""
    held = clarification_or_404(request.acting, found)
    return written_paper(_paper(held), form, f"{NAME} {held.told.code}", held.made)


def _paper(held: Clarification) -> Paper:
    blocks = held.told.blocks
    return settled(blocks, number=held.number, day=held.day) if held.signed and held.day else blocks


@require_safe
@for_roles(*READERS)
def proof(request: StaffRequest, found: int) -> HttpResponse:
    """Give the proof of publication that goes with a clarification: acts, heads, keys, the script that checks them."""
    held = clarification_or_404(request.acting, found)
    told = held.told
    if not told.proof:
        raise Http404
    return saved(proof_file(told.proof), f"หลักฐานการเผยแพร่ {told.code}.zip", "application/zip")


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(Role.COORDINATOR)
def deed(request: StaffRequest, found: int, deed: str) -> HttpResponse:
    """Attach the signed copy, write down that it was sent, or what became of it."""
    if deed not in _DEEDS:
        raise Http404
    held = clarification_or_404(request.acting, found)
    kind, title, done = _DEEDS[deed]
    sent: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    first = {"sent": today(request.acting.agency), "outcome": held.outcome, "number": held.number, "day": held.day}
    form = kind(**sent, initial=first)
    back, item = held.get_absolute_url(), held.remark.item
    page = DeedPage(title(), item.round, back, _("Saved."), item=item, multipart=deed == "sign")

    def do() -> str:
        done(request.acting, held, **form.cleaned_data)
        return back

    return page.answer(request, form, do)


_DEEDS: dict[str, tuple[type[SignedForm | AnswerSentForm | OutcomeForm], Callable[[], str], Callable[..., None]]] = {
    "sign": (SignedForm, lambda: _("Attach the signed copy"), answering.sign_clarification),
    "send": (AnswerSentForm, lambda: _("The clarification was sent"), answering.send_clarification),
    "outcome": (OutcomeForm, lambda: _("How it ended"), answering.note_outcome),
}
