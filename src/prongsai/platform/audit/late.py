"""Signing what a killed process could not sign any more: at each start, and each night."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from prongsai.platform.audit.heads import Head, Kind
from prongsai.platform.audit.journal import head_now
from prongsai.platform.audit.models import Line
from prongsai.platform.audit.services import journal
from prongsai.platform.audit.witnesses import Witnesses, witnesses_of
from prongsai.platform.tenancy.speaker import speaking

ACTOR = "command:audit_heads"


def sign_what_is_missing(*, older_than: timedelta = timedelta(0)) -> int:
    """Sign, as late, each span of lines that no head covers; give how many spans.

    Lines younger than `older_than` are left to the process that is just about to sign them.
    """
    known = witnesses_of(journal().read())
    with connection.cursor() as cursor:
        cursor.execute("SELECT chain, seq FROM audit_ends()")
        ends: dict[int, int] = dict(cursor.fetchall())
    missing = [
        head
        for chain, end in ends.items()
        for first, last in known.get(chain, Witnesses()).uncovered(end)
        for head in _late_head(chain, first, last, older_than)
    ]
    journal().add(missing)
    return len(missing)


def _late_head(chain: int, first: int, last: int, older_than: timedelta) -> Iterator[Head]:
    settled = timezone.now() - older_than
    with transaction.atomic(), speaking(chain or None, actor=ACTOR):
        line = Line.objects.filter(seq__range=(first, last), at__lte=settled).order_by("-seq").first()
    if line:
        yield head_now(chain, first, line.seq, bytes(line.hash), Kind.LATE)
