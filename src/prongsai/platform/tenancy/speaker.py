"""On whose behalf the database is spoken to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db import connection
from psycopg.pq import TransactionStatus

ANNOUNCE = (
    "SELECT set_config('prongsai.agency', %s, true),"
    " set_config('pghistory.context_id', %s, true),"
    " set_config('pghistory.context_metadata', %s, true)"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One agency (its id), who acts (`user:12`, `job:390`, `command:restore`), and why."""

    agency: int | None
    actor: str
    cause: str = ""
    context: UUID = field(default_factory=uuid4)

    def announcement(self) -> tuple[str, str, str]:
        """Give the three settings the database is told: agency, id of the context, its figures as JSON.

        Agency 0 is the installation: no agency has this number, so it sees the rows of none.
        """
        told = {"actor": self.actor} | ({"cause": self.cause} if self.cause else {})
        return str(self.agency or 0), str(self.context), json.dumps(told, ensure_ascii=False)


_speaker: ContextVar[Speaker | None] = ContextVar("speaker", default=None)


def current_speaker() -> Speaker | None:
    """Say who speaks now, None outside every scope."""
    return _speaker.get()


@contextmanager
def speaking(agency: int | None, *, actor: str, cause: str = "") -> Iterator[Speaker]:
    """Speak for an agency inside this scope: transactions begun here, or already open, see its rows and no others.

    None speaks for the installation: rows of no agency.
    """
    speaker = Speaker(agency, actor, cause)
    before = _speaker.set(speaker)
    if connection.in_atomic_block:
        announce(speaker)
    try:
        yield speaker
    finally:
        _speaker.reset(before)
        if connection.in_atomic_block and _can_listen():
            announce(_speaker.get())


def announce(speaker: Speaker | None) -> None:
    """Tell the open transaction who speaks; with None it sees no agency's rows."""
    told = speaker.announcement() if speaker else ("", "", "")
    with connection.cursor() as cursor:
        cursor.execute(ANNOUNCE, told)


def _can_listen() -> bool:
    """Say whether a statement would run: in a failed transaction it would hide the first error behind its own."""
    if connection.needs_rollback or connection.connection is None or connection.connection.closed:
        return False
    status: TransactionStatus = connection.connection.info.transaction_status
    return status is not TransactionStatus.INERROR
