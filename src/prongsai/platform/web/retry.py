"""A deed that lost to another is tried again."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PAUSES = (0.05, 0.2, 0.6)
"""Seconds before each further try."""

TRANSIENT = frozenset({"40001", "40P01", "55P03", "25P02"})
"""SQLSTATE: serialization failure, deadlock, lock not available in time, and what follows one in its transaction."""


class RetryLostDeeds:
    """Middleware: repeats a view whose transaction was broken off for another's sake, then answers 409."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the work is done in `process_exception`."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Try again what failed for a passing reason; leave every other failure to others."""
        match = request.resolver_match
        if not is_transient(exception) or match is None:
            return None
        for pause in PAUSES:
            time.sleep(pause)
            try:
                with transaction.atomic():
                    response: HttpResponse = match.func(request, *match.args, **match.kwargs)
                    return response
            except DatabaseError as again:
                if not is_transient(again):
                    raise
        return render(request, "web/lost.html", status=409)


def is_transient(error: BaseException) -> bool:
    """Say whether an error passes by itself."""
    return isinstance(error, DatabaseError) and getattr(error.__cause__, "sqlstate", None) in TRANSIENT
