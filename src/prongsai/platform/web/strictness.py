"""What a browser never sends is refused at the door."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class RefuseStrangeRequests:
    """Middleware: 415 for a foreign type of content, 400 for NUL, for a broken length."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the outside of a request, then pass it on."""
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise SuspiciousOperation("NUL in the address")
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not (length.isascii() and length.isdigit()):
            raise SuspiciousOperation("a length that is none")
        sent = request.headers.get("Content-Type", "").split(";")[0].strip().lower()
        has_body = request.META.get("CONTENT_LENGTH") not in (None, "", "0")
        if request.method == "POST" and has_body and sent not in FORMS and not takes_json(request):
            return HttpResponse(status=415)
        return self.get_response(request)


def takes_json(request: HttpRequest) -> bool:
    """Say whether the address is one that other programs post to (webhooks, the public API)."""
    return request.path.startswith(("/line/", "/api/"))
