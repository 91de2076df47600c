"""The same form posted twice is one deed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from prongsai.platform.web.models import Submission

FIELD = "once"
KEPT = timedelta(days=2)
"""How long an answer is remembered: longer than a page stays open in a browser over a weekday night."""


def answer_once(request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """Answer a post whose form carries a key once, inside the open transaction; a repetition gets the first answer.

    A second post in parallel waits for the first. A form that was shown again with errors may be posted again with its
    key. Posts without a key are simply answered. Raises Http404 where the key belongs to somebody else or another page.
    """
    key = _key(request)
    if request.method != "POST" or key is None:
        return answer()
    poster = _poster(request)
    if not _is_first(key, poster, request.path):
        return _first_answer(key, poster, request.path)
    response = answer()
    if isinstance(response, HttpResponseRedirect) and len(response.url) <= 500:
        Submission.objects.filter(key=key).update(location=response.url)
    else:
        Submission.objects.filter(key=key).delete()
    return response


def forget_old_submissions(now: datetime) -> int:
    """Remove what is past its time; give how many."""
    return Submission.objects.filter(made__lt=now - KEPT).delete()[0]


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None


def _poster(request: HttpRequest) -> str:
    """Name the poster without keeping who it is: the session, hashed."""
    return hashlib.sha256((request.session.session_key or "").encode()).hexdigest()


def _is_first(key: UUID, poster: str, path: str) -> bool:
    """Claim the key; whoever comes second waits here until the first is through."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO web_submission (key, poster, path, location, made) VALUES (%s, %s, %s, '', now())"
            " ON CONFLICT (key) DO NOTHING",
            (key, poster, path[:500]),
        )
        return bool(cursor.rowcount)


def _first_answer(key: UUID, poster: str, path: str) -> HttpResponse:
    first = Submission.objects.filter(key=key, poster=poster, path=path[:500]).first()
    if first is None:
        raise Http404
    return HttpResponseRedirect(first.location or path)
