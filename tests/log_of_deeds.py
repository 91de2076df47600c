"""The log of deeds in tests: do one, read what was recorded, verify."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import connection, transaction

from cast import Office
from prongsai.platform.audit.journal import Journal
from prongsai.platform.audit.models import Line
from prongsai.platform.audit.services import record
from prongsai.platform.audit.verifying import Verification, verify
from prongsai.platform.tenancy.speaker import speaking


def lines_of(office: Office | None) -> list[Line]:
    """Give the lines of an office (None: of the installation) as they stand once the test's transaction commits."""
    with transaction.atomic(), speaking(office and office.agency.pk, actor="test"):
        connection.check_constraints()
        return list(Line.objects.all())


def do(office: Office, action: str = "test.done", **told: object) -> None:
    """Do one deed with its line; in a transactional test it is committed and its head signed."""
    with office.speaks():
        record("user:1", action, **told)


def verified(journal: Journal, office: Office, *, after: datetime | None = None) -> Verification:
    """Verify the chain of one office as the application does."""
    heads = journal.read()
    with office.speaks():
        return verify(connection.connection, heads, now=after or datetime.now(UTC), chain=office.agency.pk)
