"""A staff list from Excel: read, looked through, taken over; and the list as a file."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.ita.thai import Refused
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.agency.kinds import kind_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.staff.forms.people import ListForm
from prongsai.platform.staff.models import StaffImport
from prongsai.platform.staff.module import KEEPERS
from prongsai.platform.staff.review import review_of
from prongsai.platform.staff.services import importing
from prongsai.platform.staff.sheet.comparing import Answers
from prongsai.platform.staff.sheet.keeping import list_from_json
from prongsai.platform.staff.sheet.known import known_people, known_units
from prongsai.platform.staff.sheet.wording import refusal_in_words
from prongsai.platform.staff.sheet.writing import staff_workbook
from prongsai.platform.staff.views.editing import found_or_404, today_of
from prongsai.platform.ui.refusals import Conflict

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNIT, ROW = "unit:", "row:"


@for_roles(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def new_list(request: StaffRequest) -> HttpResponse:
    """Take a list in; what it says is looked through on the next page."""
    posted = request.method == "POST"
    sent = (request.POST, request.FILES) if posted else (None, None)
    form = ListForm(data=sent[0], files=sent[1], initial={"as_of": today_of(request)})
    if posted and form.is_valid():
        file = form.cleaned_data["file"]
        file.seek(0)  # a page that lost to another is tried again with the same file
        try:
            made = importing.read_list(
                acting=request.acting, data=file.read(), name=file.name, as_of=form.cleaned_data["as_of"]
            )
        except Refused as refused:
            place = f"{refused.place}: " if str(refused.place) else ""
            form.add_error("file", _error(f"{place}{refusal_in_words(refused)}", refused.rule))
        else:
            return redirect("staff-list", waiting=made.pk)
    told = {"form": form, "waiting": StaffImport.objects.filter(decided=None)}
    return render(request, "staff/new_list.html", told, status=status_of(form) if posted else 200)


@for_roles(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def staff_list(request: StaffRequest, waiting: int) -> HttpResponse:
    """Look a list through, and take it over: all of it or nothing."""
    found = found_or_404(StaffImport.objects.all(), waiting)
    if found.decided:
        raise Conflict(_("This list has been decided already."))
    answers = answers_in(request.POST)
    comparison = importing.compared(found, answers)
    mark = importing.mark_of(found, answers)
    again = request.method == "POST" and request.POST.get("seen") != mark
    undecided = request.method == "POST" and not again and not comparison.is_ready
    if request.method == "POST" and not again and not undecided:
        counts = importing.take_list(acting=request.acting, waiting=found, answers=answers, seen=mark)
        messages.success(request, _("Taken over: %(new)s new, %(changed)s changed.") % counts)
        return redirect("people")
    told = {
        "waiting": found,
        "list": list_from_json(found.told),
        "review": review_of(comparison, kind_of(found.agency.kind)),
        "comparison": comparison,
        "units": known_units(found.as_of),
        "mark": mark,
        "again": again,
        "undecided": undecided,
    }
    return render(request, "staff/review.html", told, status=409 if again or undecided else 200)


@for_roles(*KEEPERS)
@require_POST
def drop_list(request: StaffRequest, waiting: int) -> HttpResponse:
    """Drop a list."""
    found = found_or_404(StaffImport.objects.all(), waiting)
    importing.drop_list(acting=request.acting, waiting=found)
    messages.success(request, _("Dropped: nothing was taken over."))
    return redirect("new-staff-list")


@for_roles(*KEEPERS)
@require_safe
def form_to_fill(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 the same for everybody
    """Give the empty form of the list."""
    return _workbook(staff_workbook(), "staff-list-form.xlsx")


@for_roles(*KEEPERS)
@require_POST
def export(request: StaffRequest) -> HttpResponse:
    """Give the list of everybody who is here; that is itself a deed."""
    people = known_people(today(request.acting.agency))
    record(request.acting, "staff.list_exported", figures={"people": len(people)})
    return _workbook(staff_workbook(people), "staff-list.xlsx")


def answers_in(sent: QueryDict) -> Answers:
    """Give what the form of the review decided."""
    units = {name.removeprefix(UNIT): value for name, value in sent.items() if name.startswith(UNIT)}
    rows = {name.removeprefix(ROW): value for name, value in sent.items() if name.startswith(ROW)}
    return Answers({key: str(value) for key, value in units.items()}, {key: str(v) for key, v in rows.items()})


def _workbook(content: bytes, name: str) -> HttpResponse:
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=disposition)


def _error(words: str, rule: str) -> ValidationError:
    return ValidationError("%(words)s", code=rule, params={"words": words})
