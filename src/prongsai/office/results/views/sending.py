"""Three ways in: papers, a pasted table, scores typed."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.ita.papers.reading import Reading
from prongsai.ita.reading import Trace, read_traced_limited
from prongsai.ita.scoring import TypedRow, rows_from_paste
from prongsai.ita.thai import Refused
from prongsai.office.results import services
from prongsai.office.results.forms import PapersForm, PasteForm, ScoresForm
from prongsai.office.results.models import Origin
from prongsai.office.results.services import Kept
from prongsai.office.results.views.finding import WRITERS, round_or_404
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.files.fields import file_error, status_of
from prongsai.platform.files.limited import CleanFile

Read = tuple[CleanFile, Reading, tuple[Trace, ...]]


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest) -> HttpResponse:
    """Take papers, read each in a child process with limits, keep what was read."""
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = PapersForm(**sent)
    if form.is_valid():
        read = _read(form)
        kept = _kept(request, form, read) if read else None
        if kept is not None:
            return _after(request, kept)
    return render(request, "results/send.html", {"form": form}, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def paste(request: StaffRequest, round_id: int) -> HttpResponse:
    """Take a pasted table."""
    found = round_or_404(request.acting, round_id)
    form = PasteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            rows = rows_from_paste(form.cleaned_data["table"])
        except Refused as refused:
            form.add_error("table", ValidationError(refused.message, code=refused.rule))
        else:
            if answer := _entered(request, found, rows, form, Origin.PASTED):
                return answer
    told = {"form": form, "round": found}
    return render(request, "results/paste.html", told, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def type_scores(request: StaffRequest, round_id: int) -> HttpResponse:
    """Take scores typed box by box."""
    found = round_or_404(request.acting, round_id)
    form = ScoresForm(request.POST if request.method == "POST" else None, framework=found.framework)
    if form.is_valid() and (answer := _entered(request, found, form.rows(), form, Origin.TYPED)):
        return answer
    told = {"form": form, "round": found}
    return render(request, "results/type.html", told, status=400 if form.errors else 200)


def _read(form: PapersForm) -> list[Read]:
    """Read all papers, or tell of each that cannot be read, and give none."""
    read: list[Read] = []
    for file in form.cleaned_data["papers"]:
        try:
            read.append((file, *read_traced_limited(file.data, file.name)))
        except Refused as refused:
            form.add_error("papers", file_error(refused, file.name))
    return [] if form.errors else read


def _kept(request: StaffRequest, form: PapersForm, read: list[Read]) -> list[Kept] | None:
    """Keep all papers, or none where one does not say of which year its scores are and nobody else did."""
    year = form.cleaned_data["year"]
    unknown = [file.name for file, reading, _t in read if any(sheet.year is None for sheet in reading.score_sheets)]
    if unknown and year is None:
        said = _("%(names)s: the paper does not say of which year its scores are. Write it here.")
        form.add_error("year", ValidationError(said, params={"names": ", ".join(unknown)}))
        return None
    agency = agency_of(request.acting)
    return [
        services.keep_paper(acting=request.acting, agency=agency, file=file, reading=reading, traces=traces, year=year)
        for file, reading, traces in read
    ]


def _after(request: StaffRequest, kept: list[Kept]) -> HttpResponse:
    """Go where the work goes on: to the one version to look through, to the one paper, else to the list of papers."""
    sheets = [sheet for each in kept for sheet in each.sheets]
    if len(sheets) == 1:
        return redirect(sheets[0])
    if sheets:
        messages.success(request, _("The papers were read. Look through each year below."))
    else:
        messages.success(request, _("The papers were read and kept. They hold no new result of a year."))
    return redirect(kept[0].paper) if len(kept) == 1 else redirect("read-papers")


def _entered(
    request: StaffRequest, found: Round, rows: list[TypedRow], form: PasteForm | ScoresForm, origin: Origin
) -> HttpResponse | None:
    entered = services.enter_rows(
        acting=request.acting,
        agency=agency_of(request.acting),
        fiscal_year=found.fiscal_year,
        rows=rows,
        origin=origin,
    )
    if entered.sheet is not None:
        return redirect(entered.sheet)
    for refused in entered.refusals[:20]:
        form.add_error("table" if origin is Origin.PASTED else None, ValidationError(str(refused), code=refused.rule))
    return None
