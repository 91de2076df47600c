"""The agency whose public page is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404

from prongsai.platform.agency.models import Agency
from prongsai.platform.tenancy.speaker import speaking


@contextmanager
def speaking_of(code: str, *, actor: str = "nobody") -> Iterator[Agency]:
    """Speak for an agency as somebody without an account; 404 where there is none of this code, or it is closed."""
    agency = Agency.objects.filter(code=code, closed=None).first()
    if agency is None:
        raise Http404
    with speaking(agency.pk, actor=actor):
        yield agency
