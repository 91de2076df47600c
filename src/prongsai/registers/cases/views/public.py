"""Pages for citizens: hand something in, follow it by its code, answer, add papers. Nobody needs an account."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.platform.accounts.access import for_everybody
from prongsai.platform.accounts.throttle import bucket_of_visitors, forgive, take
from prongsai.platform.agency.models import Agency
from prongsai.platform.agency.visited import speaking_of
from prongsai.platform.calendar.today import today
from prongsai.platform.entrance.places import address_of
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.models import Attachment, FileVersion
from prongsai.platform.files.serving import file_response
from prongsai.platform.ui.refusals import TooMany, Unavailable
from prongsai.platform.web.once import FIELD as ONCE
from prongsai.platform.web.once import answer_once
from prongsai.registers.cases.forms import CodeForm, PublicForm, ReplyForm
from prongsai.registers.cases.kinds import CaseKind, kinds
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.services import (
    HandedIn,
    answer_of_applicant,
    case_of_code,
    front_desk,
    receive,
)
from prongsai.registers.cases.services.messages import APPLICANT
from prongsai.registers.cases.services.writing import CASE_PAPER
from prongsai.registers.cases.states import Channel
from prongsai.registers.cases.tracking_code import in_groups, read_code
from prongsai.registers.cases.views.entering import slip
from prongsai.registers.cases.views.finding import kind_of
from prongsai.registers.cases.views.showing import lines_for_applicant
from prongsai.registers.cases.views.tracked import forget, remember, remembered

CODES_FREE, REQUESTS_FREE = 10, 20
"""Tries of codes, and requests, from one place before the first wait."""


@require_safe
@for_everybody
def choose_kind(request: HttpRequest, code: str) -> HttpResponse:
    """Ask what it is."""
    with speaking_of(code) as agency:
        public = [kind for kind in kinds if kind.is_public]
        return render(request, "cases/public_choose_kind.html", {"agency": agency, "kinds": public})


@require_http_methods(["GET", "HEAD", "POST"])
@for_everybody
@never_cache
def new_case(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Take a request from the web, and show its slip: once, but the same form sent again shows it again."""
    told = kind_of(kind)
    if not told.is_public:
        raise Http404
    with speaking_of(code) as agency:
        return answer_once(request, lambda: _take_request(request, agency, told))


@require_http_methods(["GET", "HEAD", "POST"])
@for_everybody
@never_cache
@sensitive_post_parameters("code")
def track(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the code. One that came in the address opens nothing before the button is pressed."""
    with speaking_of(code) as agency:
        if request.method == "POST":
            return _open_by_code(request, agency)
        given = read_code(request.GET.get("code", ""))
        form = CodeForm(initial={"code": in_groups(given)} if given else None)
        return _private(render(request, "cases/track.html", {"agency": agency, "form": form}))


@require_http_methods(["GET", "HEAD", "POST"])
@for_everybody
@never_cache
def tracked(request: HttpRequest, code: str) -> HttpResponse:
    """Show the case that was opened by its code; take a message or papers for it."""
    with speaking_of(code) as agency:
        found = remembered(request.session, agency)
        if found is None:
            return redirect("public-case-track", code)
        if request.method == "POST":
            return answer_once(request, lambda: _take_answer(request, agency, found))
        return _show(request, agency, found, ReplyForm())


@require_safe
@for_everybody
@never_cache
def paper(request: HttpRequest, code: str, file: UUID) -> HttpResponse:
    """Give a paper of the open case that the applicant may see."""
    with speaking_of(code) as agency:
        found = remembered(request.session, agency)
        if found is None:
            return redirect("public-case-track", code)
        wanted = FileVersion.objects.select_related("file").filter(public_id=file).first()
        if wanted is None:
            raise Http404
        lines = found.entries.for_applicant().values("pk")
        if not Attachment.objects.filter(holder=CASE_PAPER, thing__in=lines, file=wanted.file).exists():
            raise Http404
        return file_response(request, wanted)


@require_POST
@for_everybody
def leave(request: HttpRequest, code: str) -> HttpResponse:
    """Close the open case, so that the next person at this machine does not see it."""
    forget(request.session)
    return redirect("public-case-track", code)


def _take_request(request: HttpRequest, agency: Agency, kind: CaseKind) -> HttpResponse:
    sent: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = PublicForm(**sent, kind=kind)
    if form.is_valid():
        _wait_or_go_on(request, agency, "cases", REQUESTS_FREE)
        told, unit = form.cleaned_data, front_desk(agency)
        if unit is None:
            raise Unavailable(_("This office does not take requests from the web yet."))
        handed = HandedIn(
            kind=kind.key,
            channel=Channel.ONLINE,
            subject=told["subject"],
            body=told["body"],
            asker=form.asker(),
            unit=unit,
            files=told["files"],
        )
        received = receive(acting=APPLICANT, agency=agency, told=handed, once=request.POST.get(ONCE, ""))
        return _private(render(request, "cases/public_slip.html", slip(request, agency, received)))
    page = {"agency": agency, "form": form, "kind": kind}
    return render(request, "cases/public_new_case.html", page, status=status_of(form))


def _open_by_code(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Open a case, or say that nothing was found: the same whether there is none, or none in this agency."""
    form = CodeForm(request.POST)
    if form.is_valid():
        bucket = _wait_or_go_on(request, agency, "codes", CODES_FREE)
        if found := case_of_code(form.cleaned_data["code"]):
            forgive([bucket])
            remember(request.session, found)
            return redirect("public-case", agency.code)
        form.add_error("code", _("This code opens nothing. Look at the slip again, or ask at the office."))
    return _private(render(request, "cases/track.html", {"agency": agency, "form": form}, status=400))


def _wait_or_go_on(request: HttpRequest, agency: Agency, what: str, free: int) -> Any:
    """Count a try of this place; refuses TooMany while it is to wait. Others wait for nothing."""
    bucket = bucket_of_visitors(what, agency.pk, address_of(request), free=free)
    taken = take([bucket])
    if taken.wait:
        raise TooMany(retry_after=int(taken.wait.total_seconds()) + 1)
    return bucket


def _take_answer(request: HttpRequest, agency: Agency, found: Case) -> HttpResponse:
    form = ReplyForm(data=request.POST, files=request.FILES)
    if form.is_valid():
        answer_of_applicant(case=found, words=form.cleaned_data["words"], files=form.cleaned_data["files"])
        messages.success(request, _("Sent. The office has your message."))
        return redirect("public-case", agency.code)
    return _show(request, agency, found, form)


def _show(request: HttpRequest, agency: Agency, found: Case, form: ReplyForm) -> HttpResponse:
    page = {
        "agency": agency,
        "case": found,
        "lines": lines_for_applicant(found),
        "form": form,
        "is_late": found.is_late(today(agency)),
    }
    return _private(render(request, "cases/tracked.html", page, status=status_of(form)))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Referrer-Policy"] = "strict-origin"  # "no-referrer" would make the form's own origin null
    response.headers["X-Robots-Tag"] = "noindex"
    return response
