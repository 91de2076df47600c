"""What holds for every answer: the language chosen, the headers, refusals as pages."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

from prongsai.platform.ui import answers
from prongsai.platform.ui.display import language_of
from prongsai.platform.ui.faults import refusal_of
from prongsai.platform.ui.refusals import PAGES

Answer = Callable[[HttpRequest], HttpResponseBase]
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
HEADERS = {
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
        " magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=(),"
        " publickey-credentials-create=(self), publickey-credentials-get=(self), clipboard-write=(self)"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
}


class ChosenLanguage:
    """Speaks the language that was chosen here, whatever the browser prefers."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the language chosen."""
        language = language_of(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if is_page(response):
            patch_vary_headers(response, ["Cookie"])
        return response


class OwnPagesOnly:
    """Refuses what another site's page sends, and tells browsers what our pages never do."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse, or answer with the headers."""
        foreign = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
        if foreign and request.method not in SAFE:
            response: HttpResponseBase = answers.stale_form(request)
        else:
            response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if knows_who_asks(request):
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


class PlainAnswers:
    """Gives refusals and faults of the machine as pages."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and give an empty refusal its page."""
        response = self.get_response(request)
        if not isinstance(response, HttpResponse) or response.content or response.status_code not in PAGES:
            return response
        drawn = answers.page(request, response.status_code)
        response.content = drawn.content
        response.headers["Content-Type"] = drawn.headers["Content-Type"]
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer what is a refusal; leave the rest to Django, which gives 404, 403, 400 and 500."""
        refusal = refusal_of(exception)
        return answers.refused(request, refusal) if refusal else None


def is_page(response: HttpResponseBase) -> bool:
    """Say whether an answer is a page."""
    return response.headers.get("Content-Type", "").startswith("text/html")


def knows_who_asks(request: HttpRequest) -> bool:
    """Say whether the answer may depend on who asks: no shared computer may keep it then."""
    session = getattr(request, "session", None)
    return bool((session is not None and session.accessed) or "CSRF_COOKIE_NEEDS_UPDATE" in request.META)
