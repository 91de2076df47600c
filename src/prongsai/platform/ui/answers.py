"""What is said when a request cannot be answered: one plain page for each status, in plain words."""

from __future__ import annotations

import logging
import secrets
import sys

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext

from prongsai.platform.ui.refusals import PAGES, Refusal

log = logging.getLogger("prongsai.errors")

PLAIN = (
    '<!doctype html><html lang="th"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>'
    '<body><h1>{title}</h1><p>{what}</p>{reference}<p><a href="/">กลับหน้าแรก</a></p></body></html>'
)
"""The page of last resort: for when templates or files of the design are what is broken."""


def page(request: HttpRequest, status: int, said: str = "", reference: str = "") -> HttpResponse:
    """Give the page of a status. `said` is the particular reason, `reference` what to tell whoever looks after it.

    The page says nothing of who asks or where: refusals are the same for what is another's and what is not there.
    """
    explained = PAGES[status]
    try:
        context = {"status": status, "page": explained, "said": said, "reference": reference}
        body = str(loader.render_to_string("ui/error.html", context, request))
    except Exception:  # whatever breaks the design, a plain page is still given
        log.exception("The page for %s could not be drawn", status)
        body = plain_page(status, reference)
    return HttpResponse(body, status=status)


def plain_page(status: int, reference: str = "") -> str:
    """Give the page of last resort, in Thai, without templates, translations or files."""
    title, what = PAGES[status].in_thai
    code = f"<p>รหัสเหตุการณ์: {reference}</p>" if reference else ""
    return PLAIN.format(title=title, what=what, reference=code)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400, or 413 where the request was too large."""
    return page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403: only for who is known and may see the thing, but not do this with it."""
    said = str(exception) if isinstance(exception, PermissionDenied) else ""
    return page(request, 403, said)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 Django's way
    """Answer 404, with the same body whatever the reason."""
    return page(request, 404)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 Django's way of calling
    """Answer a form that was not sent from our own page, or from one opened too long ago."""
    return page(request, 403, gettext(PAGES[403].stale))


def broken(request: HttpRequest) -> HttpResponse:
    """Answer 500 with a reference that stands in the log beside what happened."""
    reference = secrets.token_hex(4)
    log.error("Error %s", reference, exc_info=sys.exc_info())
    return page(request, 500, reference=reference)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Answer a refusal that a service raised."""
    response = page(request, refusal.status, refusal.said)
    if refusal.retry_after:
        response["Retry-After"] = str(refusal.retry_after)
    return response
