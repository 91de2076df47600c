"""Taking in tasks from a list: send, look through, give all or drop."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.ita.reading import read_rows_limited
from prongsai.ita.thai import compact
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.list_forms import AcceptListForm
from prongsai.platform.files.waiting_lists import drop_list, keep_list, read_sent, sent_files
from prongsai.platform.modules import registry
from prongsai.platform.web.saving import saved
from prongsai.registers.tasks.import_forms import ImportForm
from prongsai.registers.tasks.models import ImportedTasks
from prongsai.registers.tasks.services import accept_import
from prongsai.registers.tasks.services.importing import new_ones
from prongsai.registers.tasks.sheet import Known, TaskRow, read_tasks, workbook_to_fill_in
from prongsai.registers.tasks.views.finding import WRITERS, people_to_ask, units_to_ask


@require_safe
@for_roles(*WRITERS)
def template(request: StaffRequest) -> HttpResponse:  # noqa: ARG001
    """Give the workbook to be typed over and taken in again."""
    return saved(workbook_to_fill_in(), _("Tasks to take in") + ".xlsx", Kind.XLSX.content_type)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest) -> HttpResponse:
    """Take a list and read it in a limited child process."""
    agency = agency_of(request.acting)
    form = ImportForm(**sent_files(request))
    rows = read_sent(form, lambda file: read_tasks(read_rows_limited(file.data, file.name), _known(request.acting)))
    if rows is not None:
        person = request.acting.person
        waiting = keep_list(
            ImportedTasks,
            acting=request.acting,
            agency=agency.pk,
            file_name=form.file_name,
            rows=rows,
            unit_id=person.unit_id if person else None,
        )
        return redirect("tasks-import-review", waiting.pk)
    told = {"form": form, "waiting": ImportedTasks.objects.visible_to(request.acting)}
    return render(request, "tasks/import.html", told, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, faults and doubts first; give all, or drop it."""
    kept = get_object_or_404(ImportedTasks.objects.visible_to(request.acting), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect("tasks")
    rows = [TaskRow.of_json(told) for told in kept.found]
    new = new_ones(rows)
    doubts = sum(len(row.doubts) for row in new)
    form = AcceptListForm(request.POST if request.method == "POST" else None, doubts=doubts)
    if form.is_valid():
        given = accept_import(acting=request.acting, waiting=kept, owners=_owners(request.acting))
        messages.success(request, _("Tasks given from the list: %(count)s") % {"count": len(given)})
        return redirect("tasks")
    elsewhere = sum(row.elsewhere for row in rows)
    told = {
        "form": form,
        "waiting": kept,
        "rows": sorted(new, key=lambda row: (not row.faults, not row.doubts)),
        "wrong": sum(bool(row.faults) for row in new),
        "doubts": doubts,
        "elsewhere": elsewhere,
        "same": len(rows) - len(new) - elsewhere,
    }
    return render(request, "tasks/import_review.html", told, status=400 if form.errors else 200)


def _owners(acting: Acting) -> dict[str, Person | Unit]:
    """Give to whom somebody may give tasks, by key."""
    units = {f"unit-{unit.pk}": unit for unit in units_to_ask(acting)}
    return units | {f"person-{person.pk}": person for person in people_to_ask(acting)}


def _known(acting: Acting) -> Known:
    """Give who may be named, as lists write it, and the rooms whose tasks are done in their own place."""
    named: dict[str, tuple[str, ...]] = {}
    for key, one in _owners(acting).items():
        names = (
            (one.name, one.short_name)
            if isinstance(one, Unit)
            else (one.full_name, f"{one.given_name} {one.family_name}")
        )
        for name in {compact(name) for name in names if name}:
            named[name] = (*named.get(name, ()), key)
    with translation.override("th"):
        rooms = frozenset(compact(_(module.title)) for module in registry if module.key != "tasks")
    return Known(named, rooms, today(agency_of(acting)))
