"""Recording a deed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from django.conf import settings
from django.db import connection, models, transaction

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.chain import INSTALLATION, canonical
from prongsai.platform.audit.journal import Journal, head_now
from prongsai.platform.tenancy.speaker import Speaker, current_speaker, speaking

Figure = int | str | bool | Decimal | date | None
_WORD = re.compile(r"[A-Za-z0-9_.:/+-]{0,80}", re.ASCII)


def record(
    who: Acting | str, action: str, *, thing: models.Model | str = "", figures: Mapping[str, Figure] | None = None
) -> None:
    """Record a deed in the transaction that does it: both are kept or neither. Without the line there is no deed.

    `action` is dotted (`staff.person_added`) and has a name in the room's `deeds.py`. `thing` is the row concerned, or
    `kind:id`. `figures` are numbers, days and short ASCII words; never text that people wrote, never names. The line
    goes to the chain of the agency that speaks, else to that of `who`, else to the installation's.

    Raises ValueError for words that do not belong into a log, DatabaseError where the line cannot be written.
    """
    values = [
        who if isinstance(who, str) else who.actor,
        action,
        f"{thing._meta.label_lower}:{thing.pk}" if isinstance(thing, models.Model) else thing,
        canonical({key: _figure(key, value) for key, value in sorted((figures or {}).items())}),
    ]
    speaker = current_speaker()
    if speaker and connection.in_atomic_block:
        _write(values, speaker)
        return
    speaker = speaker or _speaker_of(who)
    with transaction.atomic(), speaking(speaker.agency, actor=speaker.actor, cause=speaker.cause):
        _write(values, speaker)


def _write(values: list[str], speaker: Speaker) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_write(%s, %s, %s, %s)", values)
        ((ticket,),) = cursor.fetchall()

    def sign() -> None:
        witness(ticket, speaker.agency or INSTALLATION)

    transaction.on_commit(sign, robust=True)


def witness(ticket: int, chain: int) -> None:
    """Sign the head of the chain right after the commit, so that a line cut off or added behind our back shows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq, hash FROM audit_witnessed(%s, %s)", [[ticket], chain])
        journal().add(head_now(chain, seq, seq, bytes(line_hash)) for seq, line_hash in cursor.fetchall())


@cache
def journal() -> Journal:
    """Give the journal of this installation."""
    return Journal(settings.STATE / "audit")


def _speaker_of(who: Acting | str) -> Speaker:
    agency = None if isinstance(who, str) or who.agency is None else who.agency.pk
    return Speaker(agency, who if isinstance(who, str) else who.actor)


def _figure(key: str, value: Figure) -> int | str | bool | None:
    if isinstance(value, date | Decimal):
        value = str(value)
    if isinstance(value, str) and not _WORD.fullmatch(value):
        raise ValueError(f"the figure {key!r} is no short word: a log holds no text that people wrote")
    if not isinstance(value, int | str | None):
        raise TypeError(f"the figure {key!r} is neither a number, a day nor a word")
    return value
