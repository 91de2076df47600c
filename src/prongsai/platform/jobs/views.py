"""Pages of jobs: parked ones for the system administrator, progress for who waits for one."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role
from prongsai.platform.jobs import services
from prongsai.platform.jobs.models import JobProgress
from prongsai.platform.jobs.parking import NotParked, jobs_of, parked_jobs
from prongsai.platform.jobs.standing import standing

_WITH_JOBS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.INVESTIGATOR, Role.AUDITOR)


@for_roles(Role.SYSTEM_ADMIN)
@require_safe
def parked(request: StaffRequest) -> HttpResponse:
    """Show how the queue stands and which jobs are parked."""
    return _parked_page(request)


@for_roles(Role.SYSTEM_ADMIN)
@require_POST
def try_again(request: StaffRequest, job: int) -> HttpResponse:
    """Let a parked job run once more."""
    return _act(request, services.try_job_again, job, _("The job runs once more."))


@for_roles(Role.SYSTEM_ADMIN)
@require_POST
def drop(request: StaffRequest, job: int) -> HttpResponse:
    """Take a parked job away."""
    return _act(request, services.drop_job, job, _("The job has been dropped."))


@for_roles(*_WITH_JOBS)
@require_safe
def progress(request: StaffRequest, job: int) -> HttpResponse:
    """Show how far a job is. Without scripts the page asks again by itself; htmx takes only the part that changes."""
    shown = get_object_or_404(JobProgress, job=job)
    part = request.headers.get("HX-Request") == "true"
    return render(request, "jobs/progress_part.html" if part else "jobs/progress.html", {"progress": shown})


def _act(request: StaffRequest, service: Callable[..., None], job: int, said: str) -> HttpResponse:
    get_object_or_404(jobs_of(request.acting), pk=job)
    try:
        service(acting=request.acting, job=job)
    except NotParked:
        return _parked_page(request, refused=_("This job is no longer parked."), status=409)
    messages.success(request, said)
    return redirect("jobs-parked")


def _parked_page(request: StaffRequest, *, refused: str = "", status: int = 200) -> HttpResponse:
    told = {"jobs": parked_jobs(request.acting), "standing": standing(), "refused": refused}
    return render(request, "jobs/parked.html", told, status=status)
