"""The papers of a year that need a few words of their own: briefing pack, page for a monthly meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.ita.papers.blocks import Paper, PaperStyle
from prongsai.ita.writing.compose import BRIEFING_STYLE
from prongsai.office.rounds.forms import BriefingForm, MeetingForm
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.outputs import briefing_of, meeting_page_of
from prongsai.office.rounds.views.finding import READERS, round_or_404
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.files.written import written_paper


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper: the form of its words, what composes it, the name of its file."""

    form: type[forms.Form]
    compose: Callable[[Round, Agency, Mapping[str, Any]], Paper]
    name: str
    style: PaperStyle | None = None


PAPERS = {
    "briefing": _Paper(BriefingForm, briefing_of, "เอกสารชี้แจง ITA", BRIEFING_STYLE),
    "meeting": _Paper(MeetingForm, meeting_page_of, "เอกสารประกอบการประชุม ITA"),
}


@require_safe
@for_roles(*READERS)
def papers(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show the papers that can be made."""
    return _page(request, round_or_404(request.acting, round_id), {})


@require_safe
@for_roles(*READERS)
def paper(request: StaffRequest, round_id: int, which: str) -> HttpResponse:
    """Give a paper as PDF or Word, with what was typed for it."""
    found, asked = round_or_404(request.acting, round_id), PAPERS.get(which)
    if asked is None:
        raise Http404
    form = asked.form(request.GET, prefix=which)
    if not form.is_valid():
        return _page(request, found, {which: form}, status=400)
    agency = agency_of(request.acting)
    composed = asked.compose(found, agency, form.cleaned_data)
    name = f"{asked.name} {found.fiscal_year}"
    return written_paper(composed, request.GET.get("as", "pdf"), name, today(agency), asked.style)


def _page(request: StaffRequest, found: Round, filled: Mapping[str, forms.Form], status: int = 200) -> HttpResponse:
    shown = {key: filled.get(key) or each.form(prefix=key) for key, each in PAPERS.items()}
    told = {"round": found, "tabs": year_pages.tabs(found.pk, "papers"), "form": next(iter(filled.values()), None)}
    return render(request, "rounds/papers.html", {**told, **shown}, status=status)
