"""A version of a page with its proof; withdrawing it; closing a set and opening it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.office.disclosure import services
from prongsai.office.disclosure.content import PublishedContent
from prongsai.office.disclosure.forms.publishing import BecauseForm, SureForm
from prongsai.office.disclosure.log import read_leaf
from prongsai.office.disclosure.log.acts import Act
from prongsai.office.disclosure.models import LoggedAct, LogHead, Publication
from prongsai.office.disclosure.register import code_of
from prongsai.office.disclosure.rights import READERS
from prongsai.office.disclosure.services.closing import closing_address, standing_of
from prongsai.office.disclosure.services.logging_acts import moment_of
from prongsai.office.disclosure.showing import body_shown
from prongsai.office.disclosure.views.deed_page import DeedPage
from prongsai.office.disclosure.views.finding import round_or_404
from prongsai.office.disclosure.views.publishing import MOST_PARTS, MOST_ROWS, PUBLISHERS
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.web.saving import saved


@dataclass(frozen=True, slots=True)
class ToldAct:
    """An act of the log, and the first signed head that holds it."""

    row: LoggedAct
    act: Act
    head: LogHead | None

    @property
    def number(self) -> int:
        """Its number in the log, from 1."""
        return self.row.index + 1

    @property
    def since(self) -> datetime | None:
        """Since when at the latest it is attested."""
        return moment_of(self.head.at) if self.head else None


@require_safe
@for_roles(*READERS)
def publication(request: StaffRequest, publication: int) -> HttpResponse:
    """Show a version, when it stood, and what proves it."""
    found = _publication_or_404(request.acting, publication)
    content = PublishedContent.model_validate(found.content)
    versions = list(found.item.publications.order_by("-version"))
    stands = versions[0] == found and found.withdrawn is None
    told = {
        "publication": found,
        "item": found.item,
        "round": found.item.round,
        "code": code_of(found.item),
        "content": content,
        "pieces": [(piece, body_shown(piece, parts=MOST_PARTS, rows=MOST_ROWS)) for piece in content.pieces],
        "versions": versions,
        "acts": _acts_of(found),
        "stands": stands,
        "may_withdraw": stands and request.acting.has(*PUBLISHERS),
        "address": services.address_of(found.item),
    }
    return render(request, "disclosure/publication.html", told)


@require_safe
@for_roles(*READERS)
def proof(request: StaffRequest, publication: int) -> HttpResponse:
    """Give the proof of all versions of the item, with the script that checks it."""
    found = _publication_or_404(request.acting, publication)
    told = services.proof_for(found.item.publications.all())
    name = f"หลักฐานการเผยแพร่ {code_of(found.item)} {found.item.round.fiscal_year}.zip"
    return saved(services.proof_file(told), name, "application/zip")


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*PUBLISHERS)
def withdraw(request: StaffRequest, publication: int) -> HttpResponse:
    """Take a page down for a reason."""
    found = _publication_or_404(request.acting, publication)
    form = BecauseForm(request.POST if request.method == "POST" else None)
    page = DeedPage(
        title=_("Withdraw from publication"),
        round=found.item.round,
        item=found.item,
        back=found.get_absolute_url(),
        done=_("Withdrawn. The page tells since when and why."),
        intro=_("The address stays. In the place of the content the page tells the day and this reason."),
    )

    def do() -> str:
        services.withdraw(request.acting, found, form.cleaned_data["because"])
        return found.get_absolute_url()

    return page.answer(request, form, do)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*PUBLISHERS)
def close(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show the addresses of a year and close them, or what is closed."""
    cycle = round_or_404(request.acting, round_id)
    form = SureForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.close_set(request.acting, cycle)
        return redirect("disclosure-close", cycle.pk)
    closed = services.closed_set_of(cycle)
    told = {
        "round": cycle,
        "form": form,
        "closed": closed,
        "addresses": sorted(closed.addresses.items()) if closed else [],
        "standing": [] if closed else [(code_of(each.item), closing_address(each)) for each in standing_of(cycle)],
    }
    return render(request, "disclosure/close.html", told, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*PUBLISHERS)
def open_again(request: StaffRequest, round_id: int) -> HttpResponse:
    """Open a closed set for a reason."""
    cycle = round_or_404(request.acting, round_id)
    form = BecauseForm(request.POST if request.method == "POST" else None)
    back = reverse("disclosure-close", args=[cycle.pk])
    page = DeedPage(
        title=_("Open the closed set"),
        round=cycle,
        back=back,
        done=_("The set is open again. What was sent before stays in the records."),
        intro=_("The assessor may look at any time. Open it only where something must be put right."),
    )

    def do() -> str:
        services.open_set(request.acting, cycle, form.cleaned_data["because"])
        return back

    return page.answer(request, form, do)


def _publication_or_404(acting: Acting, publication: int) -> Publication:
    rows = Publication.objects.visible_to(acting).select_related("item__round__agency", "item__agency", "agency")
    return get_object_or_404(rows, pk=publication)


def _acts_of(found: Publication) -> list[ToldAct]:
    heads = list(LogHead.objects.filter(agency=found.agency).order_by("size", "at"))
    return [
        ToldAct(row, read_leaf(row.leaf.encode("ascii")), next((head for head in heads if head.size > row.index), None))
        for row in LoggedAct.objects.filter(publication__item=found.item).order_by("index")
    ]
