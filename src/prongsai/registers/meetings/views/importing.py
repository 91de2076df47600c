"""Taking in decisions from a list: send, look through, take in whole or drop."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.ita.reading import read_rows_limited
from prongsai.ita.thai import compact
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import people_of, units_of
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.list_forms import AcceptListForm
from prongsai.platform.files.waiting_lists import drop_list, keep_list, read_sent, sent_files
from prongsai.registers.meetings import services
from prongsai.registers.meetings.forms import ImportForm
from prongsai.registers.meetings.models import AgendaItem, ImportedDecisions
from prongsai.registers.meetings.sheet import DecisionRow, Owners, read_decisions
from prongsai.registers.meetings.views.finding import WRITERS, kept_item


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest, item: int) -> HttpResponse:
    """Take a list and read it in a limited child process."""
    found = kept_item(request.acting, item)
    form = ImportForm(**sent_files(request))
    rows = read_sent(
        form, lambda file: read_decisions(read_rows_limited(file.data, file.name), _owners(request, found))
    )
    if rows is not None:
        waiting = keep_list(
            ImportedDecisions,
            acting=request.acting,
            agency=found.agency_id,
            file_name=form.file_name,
            rows=rows,
            item=found,
        )
        return redirect("decisions-import-review", waiting.pk)
    waiting_ones = ImportedDecisions.objects.visible_to(request.acting).filter(item=found)
    told = {"form": form, "item": found, "meeting": found.meeting, "waiting": waiting_ones}
    return render(request, "meetings/import.html", told, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, doubtful first; take all in, or drop it."""
    visible = ImportedDecisions.objects.visible_to(request.acting).select_related("item__meeting__group")
    kept = get_object_or_404(visible, pk=waiting)
    meeting = kept.item.meeting
    if not meeting.group.is_kept_by(request.acting):
        raise Http404
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect(meeting)
    rows = [DecisionRow.of_json(told) for told in kept.found]
    doubts = sum(bool(row.doubts) for row in rows)
    form = AcceptListForm(request.POST if request.method == "POST" else None, doubts=doubts)
    if form.is_valid():
        taken = services.accept_import(acting=request.acting, waiting=kept)
        messages.success(request, _("Decisions taken in: %(count)s") % {"count": len(taken)})
        return redirect(meeting)
    told = {
        "form": form,
        "waiting": kept,
        "meeting": meeting,
        "item": kept.item,
        "doubts": doubts,
        "blocked": [row for row in rows if row.faults],
        "rows": sorted(rows, key=lambda row: (not row.faults, not row.doubts)),
    }
    return render(request, "meetings/import_review.html", told, status=400 if form.errors else 200)


def _owners(request: StaffRequest, item: AgendaItem) -> Owners:
    """Give who may own a decision, by name as lists write it."""
    people = {compact(person.full_name): person.pk for person in people_of(request.acting)}
    units: dict[str, int] = {}
    for unit in units_of(request.acting):
        units |= {compact(name): unit.pk for name in (unit.name, unit.short_name) if name}
    return Owners(people, units, item.meeting.day)
