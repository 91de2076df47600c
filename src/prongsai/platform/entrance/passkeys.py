"""Where a browser can use passkeys."""

from __future__ import annotations

from django.http import HttpRequest


def are_possible(request: HttpRequest) -> bool:
    """Say whether browsers allow passkeys on this page: over HTTPS under a name, or on this very machine."""
    host = request.get_host().rsplit(":", 1)[0]
    return host == "localhost" or (request.is_secure() and not host.replace(".", "").isdigit())
