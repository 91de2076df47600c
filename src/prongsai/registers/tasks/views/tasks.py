"""The pages of one task: shown, handed in, given, changed, returned, called off."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.actors import names_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.models import Attachment
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.wording import day_in_words
from prongsai.platform.web import stale
from prongsai.registers.tasks import services
from prongsai.registers.tasks.file_holders import TASK_PROOF
from prongsai.registers.tasks.forms import EDITED, BecauseForm, HandInForForm, HandInForm, TaskForm
from prongsai.registers.tasks.models import Task, TaskState
from prongsai.registers.tasks.services.giving import open_task
from prongsai.registers.tasks.services.handing_in import may_keep, may_record_for, may_return
from prongsai.registers.tasks.views.finding import (
    READERS,
    WRITERS,
    people_to_ask,
    people_to_record_for,
    task_of,
    units_to_ask,
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*READERS, by_link=True)
def task(request: StaffRequest, task: int) -> HttpResponse:
    """Show a task; who owes it hands it in here."""
    found = task_of(request.acting, task)
    if request.method == "POST":
        return _hand_in(request, found)
    return render(request, "tasks/task.html", _told(request, found, HandInForm()))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def new_task(request: StaffRequest) -> HttpResponse:
    """Give a task."""
    form = _task_form(request)
    if form.is_valid():
        made = services.give_task(acting=request.acting, agency=agency_of(request.acting), asked=form.asked)
        messages.success(request, _("The task has been given. Who owes it is told."))
        return redirect(made)
    return render(request, "tasks/edit.html", {"form": form}, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def change_task(request: StaffRequest, task: int) -> HttpResponse:
    """Change a task; who opened it before somebody else changed it is told."""
    found = task_of(request.acting, task)
    if not may_keep(request.acting, found):
        raise Conflict(_("Who gave a task, the head of the unit and the coordinator may change it."))
    start = TaskForm.start(found)
    form = _task_form(request, initial=start | {"seen": stale.version_of(found, EDITED)})
    with transaction.atomic():
        if form.is_valid():
            current = open_task(found)
            if differs := _differences(current, form):
                return render(request, "tasks/stale.html", {"task": found, "differs": differs}, status=409)
            services.change_task(acting=request.acting, task=current, asked=form.asked)
            messages.success(request, _("Saved."))
            return redirect(found)
    return render(request, "tasks/edit.html", {"form": form, "task": found}, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def hand_in_for(request: StaffRequest, task: int) -> HttpResponse:
    """Write down for somebody that a task was done."""
    found, day = task_of(request.acting, task), today(request.acting.agency)
    if not may_record_for(request.acting, found):
        raise Conflict(_("Only the coordinator and colleagues of the unit hand a task in for somebody."))
    if not found.is_open:
        raise Conflict(_("This task has been handed in or called off meanwhile."))
    sent: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    start = {"recorded_for": found.person_id}
    form = HandInForForm(**sent, people=people_to_record_for(request.acting, found), day=day, initial=start)
    if form.is_valid():
        services.hand_in_for(acting=request.acting, task=found, **form.cleaned_data)
        messages.success(request, _("Handed in. Thank you."))
        return redirect(found)
    return render(request, "tasks/hand_in_for.html", {"form": form, "task": found}, status=status_of(form))


@require_POST
@for_roles(*WRITERS)
def return_task(request: StaffRequest, task: int) -> HttpResponse:
    """Give a task back."""
    found = task_of(request.acting, task)
    form = BecauseForm(request.POST)
    if not form.is_valid():
        return _asked_why(request, found, form, _("Return for changes"))
    services.return_task(acting=request.acting, task=found, because=form.cleaned_data["because"])
    messages.success(request, _("Returned for changes."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def drop_task(request: StaffRequest, task: int) -> HttpResponse:
    """Call a task off."""
    found = task_of(request.acting, task)
    if not may_keep(request.acting, found):
        raise Conflict(_("Who gave a task, the head of the unit and the coordinator may change it."))
    form = BecauseForm(request.POST)
    if not form.is_valid():
        return _asked_why(request, found, form, _("Call off"))
    services.drop_task(acting=request.acting, task=found, because=form.cleaned_data["because"])
    messages.success(request, _("The task has been called off."))
    return redirect(found)


def _hand_in(request: StaffRequest, found: Task) -> HttpResponse:
    form = HandInForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "tasks/task.html", _told(request, found, form), status=status_of(form))
    services.hand_in(acting=request.acting, task=found, **form.cleaned_data)
    messages.success(request, _("Handed in. Thank you."))
    return redirect("my-tasks") if request.acting.by_link else redirect(found)


def _told(request: StaffRequest, found: Task, form: HandInForm) -> dict[str, Any]:
    acting, by_link = request.acting, request.acting.by_link
    held = Attachment.objects.filter(holder=TASK_PROOF.key, thing=found.pk).select_related("file")
    return {
        "task": found,
        "form": form,
        "because": BecauseForm(),
        "files": held.prefetch_related("file__versions"),
        "by_link": by_link,
        "is_late": found.is_late(today(acting.agency)),
        "given_by": names_of([found.made_by])[found.made_by],
        "handed_in_by": names_of([found.done_by])[found.done_by] if found.done_by else "",
        "may_hand_in": found.is_open and found.is_of(acting),
        "may_record_for": found.is_open and may_record_for(acting, found),
        "may_change": found.is_open and may_keep(acting, found),
        "may_return": found.state == TaskState.DONE and may_return(acting, found),
        "history": [] if by_link else history_of(found),
    }


def _task_form(request: StaffRequest, **options: Any) -> TaskForm:
    sent = request.POST if request.method == "POST" else None
    return TaskForm(sent, units=units_to_ask(request.acting), people=people_to_ask(request.acting), **options)


def _differences(current: Task, form: TaskForm) -> list[stale.Difference]:
    """Say what somebody else changed since the form was opened."""
    seen = form.cleaned_data["seen"]
    if not seen or len(seen) > 200:
        raise SuspiciousOperation("a form without its mark")
    if seen == stale.version_of(current, EDITED):
        return []
    stands, sent = TaskForm.start(current), form.cleaned_data
    return [
        stale.Difference(str(form.fields[name].label), _words(form, name, stands[name]), _words(form, name, sent[name]))
        for name in stands
        if (stands[name] or None) != (sent[name] or None)
    ]


def _words(form: TaskForm, name: str, value: Any) -> str:
    if name == "owner":
        return str(form.owners.known.get(value, ""))
    if name == "due":
        return day_in_words(value) if value else ""
    return str(value or "")


def _asked_why(request: StaffRequest, found: Task, form: BecauseForm, title: str) -> HttpResponse:
    return render(request, "tasks/because.html", {"form": form, "task": found, "title": title}, status=400)
