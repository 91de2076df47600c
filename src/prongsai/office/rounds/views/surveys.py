"""The official surveys: address, poster, and how many answered."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.office.rounds import services
from prongsai.office.rounds.forms import CountForm, SurveyForm
from prongsai.office.rounds.models import Round, SurveyWindow
from prongsai.office.rounds.models.surveys import Survey
from prongsai.office.rounds.outputs import survey_poster
from prongsai.office.rounds.views.editing import edit_row
from prongsai.office.rounds.views.finding import READERS, WRITERS, round_or_404
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved


@require_safe
@for_roles(*READERS)
def surveys(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show both surveys."""
    found = round_or_404(request.acting, round_id)
    return _page(request, found)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def edit(request: StaffRequest, round_id: int, survey: str) -> HttpResponse:
    """Write down where a survey is answered."""
    found, which = round_or_404(request.acting, round_id), _survey(survey)
    window = found.surveys.filter(survey=which).first()
    return edit_row(
        request,
        window or SurveyWindow(agency_id=found.agency_id, round=found, survey=which),
        SurveyForm,
        lambda told: services.set_survey(acting=request.acting, found=found, survey=which, told=told),
        title=which.label,
        back=reverse("round-surveys", args=[found.pk]),
        page={"round": found},
    )


@require_POST
@for_roles(*WRITERS)
def count(request: StaffRequest, round_id: int, survey: str) -> HttpResponse:
    """Write down how many had answered."""
    found, which = round_or_404(request.acting, round_id), _survey(survey)
    window = get_object_or_404(found.surveys.all(), survey=which)
    form = CountForm(request.POST, prefix=which.value)
    if not form.is_valid():
        return _page(request, found, which, form)
    services.count_answers(acting=request.acting, window=window, **form.cleaned_data)
    messages.success(request, _("The count is written down."))
    return redirect("round-surveys", found.pk)


@require_safe
@for_roles(*READERS)
def poster(request: StaffRequest, round_id: int, survey: str) -> HttpResponse:
    """Give the poster of a survey whose address is known."""
    found, which = round_or_404(request.acting, round_id), _survey(survey)
    window = get_object_or_404(found.surveys.exclude(link=""), survey=which)
    name = f"{which.value} {found.fiscal_year}.pdf"
    return saved(survey_poster(window, agency_of(request.acting)), name, Kind.PDF.content_type)


def _page(
    request: StaffRequest, found: Round, which: Survey | None = None, form: CountForm | None = None
) -> HttpResponse:
    day = today(request.acting.agency)
    windows = {window.survey: window for window in found.surveys.prefetch_related("counts")}
    shown = [
        {
            "survey": survey,
            "window": windows.get(survey.value),
            "form": form if survey is which else CountForm(prefix=survey.value, initial={"day": day}),
            "is_open": survey.value in windows and windows[survey.value].is_open(day),
            "is_over": survey.value in windows and windows[survey.value].is_over(day),
        }
        for survey in Survey
    ]
    told = {
        "round": found,
        "tabs": year_pages.tabs(found.pk, "surveys"),
        "shown": shown,
        "form": form,
        "may_write": request.acting.has(*WRITERS) and not found.closed,
    }
    return render(request, "rounds/surveys.html", told, status=400 if form else 200)


def _survey(key: str) -> Survey:
    if key.upper() not in Survey.values:
        raise Http404
    return Survey(key.upper())
