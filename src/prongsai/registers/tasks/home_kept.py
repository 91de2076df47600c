"""What the home page tells somebody, kept in this process until a deed in the agency changes anything.

The page asks every room, and the same person opens it many times a day. The number of the last deed is part of the key:
with the next deed, the next day, another language or other rights it is asked for anew. Kept for at most a few minutes,
for what changes without a deed (a framework taken in for the whole installation).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.utils.translation import get_language

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.latest import latest_deed

Told = Mapping[str, Any]


def kept_for(acting: Acting, day: date, tell: Callable[[], Told]) -> Told:
    """Give what was told to who asks since the last deed; where nothing was, ask now. `tell` gives what is told.

    What some room could not tell (`silent`) is not kept.
    """
    if not settings.HOME_KEPT_SECONDS:
        return tell()
    home, key = caches["home"], _key(acting, day)
    known: Told | None = home.get(key)
    if known is not None:
        return known
    told = tell()
    if not told["silent"]:
        home.set(key, told, settings.HOME_KEPT_SECONDS)
    return told


def _key(acting: Acting, day: date) -> str:
    agency = agency_of(acting)
    rights = [sorted(acting.roles), sorted(acting.units), acting.user.pk, acting.by_link]
    said = json.dumps([agency.pk, latest_deed(agency), day.isoformat(), get_language(), rights])
    return hashlib.sha256(said.encode()).hexdigest()
