"""Which case a visitor without an account has opened by its code: remembered in the session for half an hour."""

from __future__ import annotations

from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone

from prongsai.platform.accounts.sessions import VISITOR
from prongsai.platform.agency.models import Agency
from prongsai.registers.cases.models import Case

KEY, OPEN_FOR, NOTED_EVERY = "case", 1_800, 60


def remember(session: SessionBase, case: Case) -> None:
    """Open a case for this visitor. A kiosk forgets it after a minute, with all that a visitor left."""
    session[VISITOR] = {KEY: [case.agency_id, case.pk, int(timezone.now().timestamp())]}


def remembered(session: SessionBase, agency: Agency) -> Case | None:
    """Give the case of this agency that is open for the visitor."""
    match (session.get(VISITOR) or {}).get(KEY):
        case [agency.pk, int(number), int(seen)]:
            unused = int(timezone.now().timestamp()) - seen
        case _:
            return None
    if abs(unused) > OPEN_FOR:
        forget(session)
        return None
    found = Case.objects.select_related("unit", "service").filter(pk=number).first()
    if found and unused >= NOTED_EVERY:
        remember(session, found)
    return found


def forget(session: SessionBase) -> None:
    """Close it."""
    session.pop(VISITOR, None)
