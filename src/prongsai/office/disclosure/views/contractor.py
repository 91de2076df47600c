"""Lists for the contractor: what is to be done, sent, given back, seen live."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.office.disclosure.forms.contractor import (
    AddressForm,
    DropForm,
    ReachedForm,
    SeenLiveForm,
    SentForm,
    WhereForm,
)
from prongsai.office.disclosure.handing_over import pasted_text
from prongsai.office.disclosure.models import Change, ChangeList
from prongsai.office.disclosure.models.items import READERS
from prongsai.office.disclosure.register import code_of, site_home
from prongsai.office.disclosure.rights import WRITERS
from prongsai.office.disclosure.services import contractor, handing, homes, watching
from prongsai.office.disclosure.tasks import look_soon
from prongsai.office.disclosure.views.deed_page import DeedPage
from prongsai.office.disclosure.views.finding import item_or_404, round_or_404
from prongsai.office.disclosure.views.finding_lists import change_or_404, list_or_404
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.calendar.today import today
from prongsai.platform.files.written import written_paper
from prongsai.platform.modules import asking_once
from prongsai.platform.web.saving import saved

NAME = "รายการแจ้งปรับปรุงเว็บไซต์"


@require_safe
@for_roles(*READERS)
def lists(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show what the contractor has to do, the lists, and what was asked for and is not seen live yet."""
    cycle = round_or_404(request.acting, round_id)
    with asking_once():
        due = [(each, code_of(each.item)) for each in contractor.due_changes(cycle)]
        open_changes = Change.objects.filter(list__round=cycle, list__sent__isnull=False, seen=None, dropped_because="")
        awaited = [(each, code_of(each.item)) for each in open_changes.select_related("list", "item__round")]
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "disclosure-contractor"),
        "home": site_home(),
        "due": due,
        "awaited": awaited,
        "lists": ChangeList.objects.filter(round=cycle).prefetch_related("changes"),
        "may_write": request.acting.has(*WRITERS) and not cycle.closed,
    }
    return render(request, "disclosure/contractor.html", told)


@require_POST
@for_roles(*WRITERS)
def make(request: StaffRequest, round_id: int) -> HttpResponse:
    """Make a list of all that is due."""
    made = contractor.make_list(request.acting, round_or_404(request.acting, round_id))
    messages.success(request, _("The list is made. Say where things belong, then hand it over."))
    return redirect("disclosure-list", made.pk)


@require_safe
@for_roles(*READERS)
def one(request: StaffRequest, found: int) -> HttpResponse:
    """Show a list: to print, to copy, to hand over, and what became of each change."""
    held = list_or_404(request.acting, found)
    rows = held.changes.select_related("item__round", "item__agency", "publication", "list").order_by("pk")
    with asking_once():
        lines = [_line(each) for each in rows]
    told = {
        "list": held,
        "round": held.round,
        "home": site_home(),
        "lines": lines,
        "text": handing.list_text(held),
        "may_write": request.acting.has(*WRITERS),
    }
    return render(request, "disclosure/list.html", told)


def _line(change: Change) -> dict[str, object]:
    content = handing.content_of_change(change)
    puts_up = change.kind in (Change.Kind.ADD, Change.Kind.REPLACE)
    return {
        "change": change,
        "code": code_of(change.item),
        "title": content.title if content else "",
        "files": content.files if content and puts_up else (),
        "text": pasted_text(content) if content and puts_up else "",
        "check": homes.reached(change.item) if change.address else None,
    }


@require_safe
@for_roles(*READERS)
def paper(request: StaffRequest, found: int, form: str) -> HttpResponse:
    """Give the list as PDF, Word or Excel."""
    held = list_or_404(request.acting, found)
    return written_paper(handing.list_paper(held), form, NAME, held.made)


@require_safe
@for_roles(*READERS)
def package(request: StaffRequest, found: int) -> HttpResponse:
    """Give files and text for the contractor."""
    held = list_or_404(request.acting, found)
    return saved(handing.package_of(held), f"{NAME}.zip", "application/zip")


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest, found: int) -> HttpResponse:
    """Write down that a list was sent."""
    held = list_or_404(request.acting, found)
    form = SentForm(request.POST if request.method == "POST" else None, initial={"sent": today(request.acting.agency)})
    back = reverse("disclosure-list", args=[held.pk])
    page = DeedPage(_("The list was sent"), held.round, back, _("Written down. The list stays as it is from now on."))

    def do() -> str:
        contractor.send_list(request.acting, held, **form.cleaned_data)
        return back

    return page.answer(request, form, do)


_CHANGE_FORMS: dict[str, type[WhereForm | AddressForm | SeenLiveForm | DropForm]] = {
    "where": WhereForm,
    "address": AddressForm,
    "seen": SeenLiveForm,
    "drop": DropForm,
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def change(request: StaffRequest, change: int, deed: str) -> HttpResponse:
    """Say something of a change: where it belongs, its address, that it was seen live, that it is not needed."""
    if deed not in _CHANGE_FORMS:
        raise Http404
    held = change_or_404(request.acting, change)
    first = {"where": held.where, "address": held.address, "day": today(request.acting.agency)}
    form = _CHANGE_FORMS[deed](request.POST if request.method == "POST" else None, initial=first)
    back = reverse("disclosure-list", args=[held.list_id])
    page = DeedPage(_TITLES[deed](), held.list.round, back, _("Saved."), item=held.item)

    def do() -> str:
        told = form.cleaned_data
        if deed == "where":
            contractor.say_where(request.acting, held, told["where"])
        elif deed == "address":
            contractor.enter_address(request.acting, held, told["address"])
            look_soon(held.item)
        elif deed == "seen":
            contractor.see_live(request.acting, held, day=told["day"])
        else:
            contractor.drop_change(request.acting, held, told["because"])
        return back

    return page.answer(request, form, do)


_TITLES = {
    "where": lambda: _("Where on the site"),
    "address": lambda: _("Address where it stands"),
    "seen": lambda: _("Seen live"),
    "drop": lambda: _("Need not be done any more"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def reached(request: StaffRequest, item: int) -> HttpResponse:
    """Write down what a person found who opened the page from the main site."""
    held = item_or_404(request.acting, item)
    form = ReachedForm(request.POST if request.method == "POST" else None)
    back = held.get_absolute_url()
    intro = _("Open the main site, go from there to the page, and say what you found.")
    page = DeedPage(_("Seen by myself"), held.round, back, _("Saved."), intro=intro, item=held)

    def do() -> str:
        watching.see_myself(request.acting, held, **form.cleaned_data)
        return back

    return page.answer(request, form, do)
