"""The page of a submission, and its memo."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.written import written_paper
from prongsai.registers.approvals.file_holders import ENCLOSURE, SIGNED_PAPER
from prongsai.registers.approvals.forms import OpinionForm, RemarkForm, ReturnForm
from prongsai.registers.approvals.kinds import approval_kinds
from prongsai.registers.approvals.memo_paper import memo_of
from prongsai.registers.approvals.models import Submission
from prongsai.registers.approvals.models.submission import READERS, WRITERS
from prongsai.registers.approvals.services import submissions_of
from prongsai.registers.approvals.services.asking import turns_of
from prongsai.registers.approvals.services.submitting import may_withdraw
from prongsai.registers.approvals.views.finding import submission_of


@require_safe
@for_roles(*READERS, by_link=True)
def submission(request: StaffRequest, submission: int) -> HttpResponse:
    """Show a submission: its sentences, what was said, whose turn it is."""
    return shown(request, submission_of(request.acting, submission))


@require_safe
@for_roles(*READERS, by_link=True)
def memo(request: StaffRequest, submission: int, form: str) -> HttpResponse:
    """Give the memo, to be signed by hand."""
    found, agency = submission_of(request.acting, submission), agency_of(request.acting)
    name = _("Memo") + f" {found.subject[:80]} {found.version}"
    return written_paper(memo_of(found, agency), form, name, today(agency))


def shown(request: StaffRequest, found: Submission, **refused: forms.Form) -> HttpResponse:
    """Show the page, with the form that was refused in place of an empty one."""
    acting, day = request.acting, today(request.acting.agency)
    turns = turns_of(found, day) if found.is_waiting else []
    asked = {turn.step.pk: turn for turn in turns}
    room, held = approval_kinds.get(found.kind), Attachment.objects.select_related("file")
    told = room.tell(found.thing) if room else None
    mine = bool(turns) and turns[0].is_of(acting) and acting.user.pk not in found.author_accounts
    writes = acting.has(*WRITERS) and not acting.by_link
    versions = list(submissions_of(found.kind, found.thing))
    page = {
        "submission": found,
        "steps": [(step, asked.get(step.pk)) for step in found.steps.select_related("person")],
        "turn": turns[0] if turns else None,
        "is_mine": mine and not acting.by_link,
        "answers_elsewhere": mine and acting.by_link,
        "thing_url": told.link.path() if told and found.kind != "matter" and not acting.by_link else "",
        "versions": versions if len(versions) > 1 else [],
        "enclosures": held.filter(holder=ENCLOSURE.key, thing=found.pk),
        "papers": held.filter(holder=SIGNED_PAPER.key, thing=found.pk),
        "opinion_form": refused.get("opinion") or OpinionForm(),
        "remark_form": refused.get("remark") or RemarkForm(prefix=None, auto_id="remark_%s"),
        "return_form": refused.get("give_back") or ReturnForm(),
        "form": next(iter(refused.values()), None),
        "may_write_down": writes and found.is_waiting,
        "may_withdraw": not acting.by_link and may_withdraw(acting, found),
        "may_submit_again": writes and not found.is_waiting and found == versions[0] and _may_again(request, found),
        "by_link": acting.by_link,
        "history": [] if acting.by_link else history_of(found),
    }
    return render(request, "approvals/submission.html", page, status=400 if refused else 200)


def _may_again(request: StaffRequest, found: Submission) -> bool:
    room = approval_kinds.get(found.kind)
    return room is not None and room.may_submit(request.acting, found.thing)
