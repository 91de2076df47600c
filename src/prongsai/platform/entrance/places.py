"""Which agency a visitor means, from which network address, with which browser."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from prongsai.ita.thai.text import search_key
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency

KNOWN_DAYS, MOST_ACCOUNTS = 365, 20
_SALT = "prongsai.known-browser"


def settled_agency(request: HttpRequest) -> Agency | None:
    """Give the agency whose host this is, else the only open one without a host, else None: then its code is typed."""
    host = request.get_host().rsplit(":", 1)[0]
    if own := Agency.objects.filter(host=host).first():
        return own
    agencies = Agency.objects.filter(host="", closed=None)[:2]
    return agencies[0] if len(agencies) == 1 else None


def agency_of_code(typed: str) -> Agency | None:
    """Give the agency of a typed code, None where there is none such."""
    return Agency.objects.filter(code=search_key(typed)).first()


def address_of(request: HttpRequest) -> str:
    """Give the address of the other side. What it claims itself counts only behind our own proxy, and its last word."""
    claimed = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return claimed.rsplit(",", 1)[-1].strip() or str(request.META.get("REMOTE_ADDR", ""))


def known_browser(request: HttpRequest, user_pk: int | None) -> str | None:
    """Give the mark this browser got when the account last logged in from it, None for a stranger."""
    return _marks(request).get(str(user_pk)) if user_pk else None


def remember_browser(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Mark the browser as one the account uses: its tries are then counted by themselves."""
    marks = _marks(request)
    mark = marks.pop(str(user.pk), None) or secrets.token_hex(8)
    kept = dict([*marks.items(), (str(user.pk), mark)][-MOST_ACCOUNTS:])
    response.set_cookie(
        cookie_name(),
        signing.dumps(kept, salt=_SALT),
        max_age=KNOWN_DAYS * 86_400,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _marks(request: HttpRequest) -> dict[str, str]:
    try:
        kept = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=_SALT, max_age=KNOWN_DAYS * 86_400)
    except signing.BadSignature:
        return {}
    return dict(kept)


def cookie_name() -> str:
    """Name the cookie; over HTTPS it is bound to this host."""
    return "__Host-known" if settings.SESSION_COOKIE_SECURE else "known"


def device_words(user_agent: str) -> str:
    """Say roughly what a browser is (`Chrome, Android`): enough to recognise one's own, no more."""
    browsers = ("Line", "Edg", "Firefox", "Chrome", "Safari")
    systems = ("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux")
    shown = {"Line": "LINE", "Edg": "Edge", "Macintosh": "Mac"}
    found = [next((word for word in words if word in user_agent), "") for words in (browsers, systems)]
    return ", ".join(shown.get(word, word) for word in found if word)
