"""Answers on screen, each a button; and what was signed on paper.

Nobody answers by personal link: who made the link held its key, and would answer in the name of another.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import people_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals import services
from prongsai.registers.approvals.forms import OpinionForm, PaperForm, RemarkForm, ReturnForm
from prongsai.registers.approvals.models import Submission, Verdict
from prongsai.registers.approvals.models.submission import DECIDERS, WRITERS
from prongsai.registers.approvals.services.asking import turns_of
from prongsai.registers.approvals.views.finding import submission_of
from prongsai.registers.approvals.views.pages import shown


@require_POST
@for_roles(*DECIDERS)
def give_opinion(request: StaffRequest, submission: int) -> HttpResponse:
    """Give the opinion that is asked for."""
    found = submission_of(request.acting, submission)
    form = OpinionForm(request.POST)
    if not form.is_valid():
        return shown(request, found, opinion=form)
    told = form.cleaned_data
    services.give_opinion(acting=request.acting, submission=found, verdict=Verdict(told["verdict"]), text=told["text"])
    messages.success(request, _("Your opinion has been written down."))
    return redirect("approvals-waiting")


@require_POST
@for_roles(*DECIDERS)
def approve(request: StaffRequest, submission: int) -> HttpResponse:
    """Approve on screen."""
    found = submission_of(request.acting, submission)
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return shown(request, found, remark=form)
    services.approve(acting=request.acting, submission=found, text=form.cleaned_data["text"])
    messages.success(request, _("Approved: %(subject)s") % {"subject": found.subject})
    return redirect("approvals-waiting")


@require_POST
@for_roles(*DECIDERS)
def give_back(request: StaffRequest, submission: int) -> HttpResponse:
    """Return it with a reason."""
    found = submission_of(request.acting, submission)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return shown(request, found, give_back=form)
    services.return_for_changes(acting=request.acting, submission=found, because=form.cleaned_data["because"])
    messages.success(request, _("Returned for changes."))
    return redirect("approvals-waiting")


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def on_paper(request: StaffRequest, submission: int) -> HttpResponse:
    """Write down what was signed on paper."""
    found = submission_of(request.acting, submission)
    if not found.is_waiting:
        raise Conflict(_("This has been decided or withdrawn meanwhile."))
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = PaperForm(**sent, people=people_of(request.acting), asks_opinion=_asks_opinion(request, found))
    status = status_of(form)
    if form.is_valid():
        told = {**form.cleaned_data, "verdict": Verdict(form.cleaned_data["verdict"])}
        try:
            services.record_on_paper(acting=request.acting, submission=found, **told)
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            status = 409
        else:
            messages.success(request, _("What was signed on paper has been written down."))
            return redirect(found)
    page = {"form": form, "submission": found, "turns": turns_of(found, today(request.acting.agency))}
    return render(request, "approvals/on_paper.html", page, status=status)


def _asks_opinion(request: StaffRequest, submission: Submission) -> bool:
    return any(not turn.step.is_decision for turn in turns_of(submission, today(request.acting.agency)))
