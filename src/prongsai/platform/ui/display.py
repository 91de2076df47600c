"""How somebody wants to see the pages: language, size of text, contrast. Two cookies keep it, without an account."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "display"
YEAR = 365 * 86_400
SIZES = ("normal", "large", "largest")
CONTRASTS = ("normal", "high")


@dataclass(frozen=True, slots=True)
class Display:
    """Size of the text and contrast, each one of the words above."""

    size: str = "normal"
    contrast: str = "normal"


def display_of(request: HttpRequest) -> Display:
    """Read the cookie; what it may not say counts as normal."""
    size, _, contrast = request.COOKIES.get(COOKIE, "").partition(".")
    return Display(size if size in SIZES else "normal", contrast if contrast in CONTRASTS else "normal")


def language_of(request: HttpRequest) -> str:
    """Give the language chosen here, else the installation's: many a Thai office has an English computer."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def remember(response: HttpResponse, display: Display, language: str) -> None:
    """Set both cookies for a year."""
    for name, value in ((COOKIE, f"{display.size}.{display.contrast}"), (settings.LANGUAGE_COOKIE_NAME, language)):
        response.set_cookie(
            name, value, max_age=YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
        )
