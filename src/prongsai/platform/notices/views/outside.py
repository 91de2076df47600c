"""What other programs ask for: the webhook of LINE, and calendars."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import for_everybody
from prongsai.platform.agency.models import Agency
from prongsai.platform.notices.feed import find_feed, read_feed
from prongsai.platform.notices.services.line_events import receive
from prongsai.platform.tenancy.speaker import speaking

LARGEST_BODY = 256 * 1024
LONGEST_TOKEN = 64


@csrf_exempt  # no browser posts here: what counts is the signature of LINE
@never_cache
@require_POST
@for_everybody
def line_webhook(request: HttpRequest, code: str) -> HttpResponse:
    """Take events from LINE. Unsigned, wrongly signed, unknown agency, LINE switched off: the same 403."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
        return HttpResponse(status=413)
    agency = Agency.objects.filter(code=code, closed=None).first()
    signature = request.headers.get("X-Line-Signature", "")
    if agency is None or not signature:
        return HttpResponse(status=403)
    with speaking(agency.pk, actor="nobody"):
        try:
            signed = receive(agency, request.body, signature)
        except (ValueError, RecursionError):
            return HttpResponse(status=400)
    return HttpResponse(status=200 if signed else 403)


@require_safe
@for_everybody
def calendar_feed(request: HttpRequest, code: str, token: str) -> HttpResponse:  # noqa: ARG001 the address is the key
    """Give the days of one person to whoever has the secret address."""
    agency = Agency.objects.filter(code=code, closed=None).first()
    if agency is None or len(token) > LONGEST_TOKEN:
        raise Http404
    with speaking(agency.pk, actor="nobody"):
        feed = find_feed(token)
        if feed is None:
            raise Http404
        file = read_feed(feed, agency)
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "private, max-age=3600"
    response.headers["Content-Disposition"] = 'inline; filename="prongsai.ics"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response
