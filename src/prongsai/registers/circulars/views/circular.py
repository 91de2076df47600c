"""The page of one circular: read, acknowledged, sent, printed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import Attachment
from prongsai.platform.web.saving import saved
from prongsai.registers.circulars import services
from prongsai.registers.circulars.audience import addressees_of, in_words_of_page
from prongsai.registers.circulars.file_holders import CIRCULAR_FILE, CIRCULAR_PAPER
from prongsai.registers.circulars.forms import SendForm
from prongsai.registers.circulars.models import Circular
from prongsai.registers.circulars.models.circular import WRITERS
from prongsai.registers.circulars.outputs import line_text_of, list_of, memo_of, written
from prongsai.registers.circulars.services.acknowledging import copy_of
from prongsai.registers.circulars.services.counting import counts_of, sentence_of
from prongsai.registers.circulars.views.finding import READERS, circular_of, kept_circular


@require_safe
@for_roles(*READERS, by_link=True)
def circular(request: StaffRequest, circular: int) -> HttpResponse:
    """Show a circular. Who received it opens it by this, and acknowledges it with a button of its own."""
    found = circular_of(request.acting, circular)
    if request.method == "GET" and found.is_sent:
        services.note_opening(acting=request.acting, circular=found)
    return render(request, "circulars/circular.html", _told(request, found, SendForm()))


@require_POST
@for_roles(*READERS, by_link=True)
def acknowledge(request: StaffRequest, circular: int) -> HttpResponse:
    """Acknowledge one's own copy."""
    found = circular_of(request.acting, circular)
    services.acknowledge(acting=request.acting, circular=found)
    messages.success(request, _("Acknowledged. Thank you."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def send(request: StaffRequest, circular: int) -> HttpResponse:
    """Send a draft."""
    found = circular_of(request.acting, circular)
    form = SendForm(request.POST)
    if not form.is_valid():
        return render(request, "circulars/circular.html", _told(request, found, form), status=400)
    sent = services.send(acting=request.acting, circular=found, sent=form.cleaned_data["sent"])
    messages.success(request, _("Sent to %(count)s persons.") % {"count": sent.receivers.count()})
    return redirect(sent)


@require_safe
@for_roles(*READERS)
def output(request: StaffRequest, circular: int, output: str) -> HttpResponse:
    """Give the memo as a file; the list for signatures only to who sent the circular."""
    found, agency = circular_of(request.acting, circular), agency_of(request.acting)
    what, _dash, form = output.partition("-")
    word = form == "word"
    if form not in ("", "word"):
        raise Http404
    if what == "memo":
        made, name = written(memo_of(found, agency), agency, word=word), _("Circular letter")
    elif what in ("list", "done"):
        kept = kept_circular(request.acting, circular)
        paper = list_of(kept, agency, empty=what == "list")
        made, name = written(paper, agency, word=word), _("List for signatures")
    else:
        raise Http404
    return saved(made.content, f"{name} {found.subject[:80]}.{made.suffix}", made.content_type)


def _told(request: StaffRequest, found: Circular, form: SendForm) -> dict[str, Any]:
    acting, agency = request.acting, agency_of(request.acting)
    mine, counts = copy_of(acting, found), counts_of(found)
    held = Attachment.objects.select_related("file").filter(thing=found.pk)
    writes = acting.has(*WRITERS) and not acting.by_link
    told = {
        "circular": found,
        "send_form": form,
        "form": form,
        "mine": mine,
        "may_acknowledge": mine is not None and mine.acknowledged is None and found.is_sent,
        "files": held.filter(holder=CIRCULAR_FILE.key),
        "audience": in_words_of_page(found),
        "by_link": acting.by_link,
        "counts": counts,
        "may_write": writes and found.is_draft,
        "keeps": found.is_kept_by(acting),
    }
    if acting.by_link:
        return told
    if found.is_draft:
        told["addressees"] = addressees_of(found, today(agency))
    else:
        told["sentence"] = sentence_of(found, counts, today(agency))
        told["line_text"] = line_text_of(found, agency)
    told["papers"] = held.filter(holder=CIRCULAR_PAPER.key)
    return told | {"history": history_of(found)}
