"""What the pages have in common that change something two people may have open: the second is told."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, cast

from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse
from django.shortcuts import render

from prongsai.platform.accounts.access import StaffRequest
from prongsai.platform.web import stale


def mark_of(stands: Mapping[str, object]) -> str:
    """Give a mark of what stands now."""
    return stale.version_of(cast(Any, SimpleNamespace(**stands)), tuple(stands))


def refuse_stale(
    request: StaffRequest,
    seen: str,
    stands: Mapping[str, object],
    sent: Mapping[str, object],
    labels: Mapping[str, Any],
) -> HttpResponse | None:
    """Answer 409 with what stands beside what was sent, where somebody else saved meanwhile; None where nobody did."""
    if not seen or len(seen) > 200:
        raise SuspiciousOperation("a form without its mark")
    if seen == mark_of(stands):
        return None
    differs = [
        stale.Difference(str(labels.get(name) or name), stands[name], sent[name])
        for name in stands
        if stands[name] != sent[name]
    ]
    return render(request, "meetings/stale.html", {"differs": differs}, status=409)
