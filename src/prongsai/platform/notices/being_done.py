"""Whether a thing that people were told about is done."""

from __future__ import annotations

import logging

from django.db import transaction

from prongsai.platform.notices.kinds import kinds

log = logging.getLogger(__name__)


def is_done(kind: str, thing: int | None) -> bool | None:
    """Ask the room of a kind; None where it cannot say, because it is gone, broken, or knows no end."""
    named = kinds.get(kind)
    if named is None or named.is_done is None or thing is None:
        return None
    try:
        with transaction.atomic():
            return bool(named.is_done(thing))
    except Exception:
        log.exception("the room of %s could not say whether a thing is done", kind)
        return None
