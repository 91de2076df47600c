"""Bytes that a browser is to save as a file."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def saved(content: bytes, name: str, content_type: str) -> HttpResponse:
    """Give bytes to be saved under a name, which may be Thai."""
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
