"""The frameworks of the years: which are here, taking one in, the workbook to fill."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.ita.catalogue import CatalogueError, from_yaml
from prongsai.ita.reading.framework import read_framework_limited
from prongsai.ita.thai import Refused, fiscal_year_of
from prongsai.office.rounds import services
from prongsai.office.rounds.forms import AcceptFrameworkForm, SendFrameworkForm
from prongsai.office.rounds.framework_changes import changes_of
from prongsai.office.rounds.frameworks import framework_of, known_years
from prongsai.office.rounds.models import LoadedFramework, Round
from prongsai.office.rounds.models.frameworks import LoadedFrameworks
from prongsai.office.rounds.services.opening import FIRST_YEAR, LAST_YEAR
from prongsai.office.rounds.views.finding import LOADERS, READERS
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import file_error, status_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved

YEAR_DIGITS = 4
MOST_OTHERS = 60
"""So many differences outside the items are listed; the rest is counted."""


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*READERS, Role.SYSTEM_ADMIN)
def frameworks(request: StaffRequest) -> HttpResponse:
    """Show the frameworks that are here, and take a file in."""
    may_load = services.may_load(request.acting)
    if request.method == "POST" and not may_load:
        raise Http404
    form = SendFrameworkForm(request.POST or None, request.FILES or None) if may_load else None
    problems: tuple[Refused, ...] = ()
    if form and form.is_bound and form.is_valid():
        try:
            return _keep(request, form)
        except CatalogueError as error:
            problems = error.problems
            form.add_error("file", _("The framework was not taken in: see what is wrong below."))
        except Refused as refused:
            form.add_error("file", file_error(refused, refused.place.file or ""))
    told = {
        "form": form,
        "problems": problems,
        "years": _years(),
        "waiting": _waiting(may_see=may_load),
        "coming": _coming(request),
    }
    return render(request, "rounds/frameworks.html", told, status=status_of(form) if form else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*LOADERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what a framework brings; take it in whole, or throw it away."""
    kept = get_object_or_404(_waiting(may_see=services.is_alone(request.acting)), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        services.drop_framework(acting=request.acting, waiting=kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect("frameworks")
    form = AcceptFrameworkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.accept_framework(acting=request.acting, waiting=kept)
        messages.success(request, _("The framework of %(year)s is taken in.") % {"year": kept.fiscal_year})
        found = Round.objects.visible_to(request.acting).filter(fiscal_year=kept.fiscal_year).first()
        return redirect(found) if found else redirect("frameworks")
    before = framework_of(kept.fiscal_year)
    sent = from_yaml(kept.content, kept.file_name)
    changes = changes_of(before, sent)
    told = {
        "kept": kept,
        "form": form,
        "before": before,
        "sent": sent,
        "changes": changes,
        "others": changes.others[:MOST_OTHERS],
        "more_others": max(len(changes.others) - MOST_OTHERS, 0),
    }
    return render(request, "rounds/framework_review.html", told, status=400 if form.errors else 200)


@require_safe
@for_roles(*READERS, Role.SYSTEM_ADMIN)
def workbook(request: StaffRequest) -> HttpResponse:
    """Give a year (`?year=`) as a workbook: as it is known, or the draft of one that is not out, to be filled in."""
    from prongsai.ita.catalogue.workbook import workbook_bytes  # noqa: PLC0415 - slow to load, seldom asked for

    asked = request.GET.get("year") or str(fiscal_year_of(today(request.acting.agency)))
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == YEAR_DIGITS else 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return saved(workbook_bytes(framework_of(year)), f"กรอบการประเมิน ITA {year}.xlsx", Kind.XLSX.content_type)


def _keep(request: StaffRequest, form: SendFrameworkForm) -> HttpResponse:
    file = form.cleaned_data["file"]
    framework = read_framework_limited(file.read(), str(file.name))
    if not FIRST_YEAR <= framework.year <= LAST_YEAR:
        raise Refused("YEAR", f"ไม่มีการประเมินของปี {framework.year}").at(file=str(file.name))
    kept = services.keep_framework(acting=request.acting, file_name=str(file.name), framework=framework)
    return redirect("framework-review", kept.pk)


def _waiting(*, may_see: bool) -> LoadedFrameworks:
    return LoadedFramework.objects.waiting() if may_see else LoadedFramework.objects.none()


def _years() -> list[dict[str, object]]:
    taken_in = {kept.fiscal_year: kept for kept in LoadedFramework.objects.holding()}
    years = [framework_of(year) for year in reversed(known_years())]
    return [{"framework": framework, "taken_in": taken_in.get(framework.year)} for framework in years]


def _coming(request: StaffRequest) -> int | None:
    """Give the fiscal year of today where its framework is not here, else the first later year without one."""
    year = fiscal_year_of(today(request.acting.agency))
    known = known_years()
    return year if year not in known else next((y for y in range(year + 1, year + 4) if y not in known), None)
