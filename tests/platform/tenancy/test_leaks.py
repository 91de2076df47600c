"""Who speaks is said for one transaction only: the next user of a connection inherits nothing."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from random import Random

import pytest
from django.db import DatabaseError, connection, transaction

from cast import make_twins
from prongsai.platform.agency.models import Unit
from prongsai.platform.tenancy import speaker as speakers

pytestmark = pytest.mark.django_db(transaction=True)
THREADS, READS = 6, 150


class BrokenPageError(Exception):
    """A page that fails halfway."""


@contextmanager
def opened(agency, scope_first):
    """Open scope and transaction like a page (transaction first) or like a job (scope first)."""
    with ExitStack() as both:
        scope, deed = speakers.speaking(agency, actor="test"), transaction.atomic()
        for part in (scope, deed) if scope_first else (deed, scope):
            both.enter_context(part)
        yield


def read_as(agency, fault, scope_first):
    """Ask for units; give the agencies seen."""
    with opened(agency, scope_first):
        seen = set(Unit.objects.values_list("agency_id", flat=True))
        if fault == "page":
            raise BrokenPageError
        if fault == "database":
            Unit.objects.raw("SELECT wrong FROM agency_unit")[0]
    return seen


def leaks_of(agencies, seed):
    """Count reads that saw what they must not, over one connection kept between pages."""
    chance, leaks = Random(seed), 0
    try:
        for _ in range(READS):
            agency = chance.choice([*agencies, None])
            if agency is None:
                with transaction.atomic():
                    leaks += Unit.objects.exists()
                leaks += Unit.objects.exists()
                continue
            try:
                leaks += not read_as(
                    agency, chance.choice(["", "", "", "page", "database"]), chance.random() < 0.5
                ) <= {agency}
            except (BrokenPageError, DatabaseError):
                continue
    finally:
        connection.close()
    return leaks


def all_leaks():
    agencies = [office.agency.pk for office in make_twins()]
    with ThreadPoolExecutor(THREADS) as pool:
        return sum(pool.map(lambda seed: leaks_of(agencies, seed), range(THREADS)))


def test_no_mixed_read_sees_another_agency():
    assert all_leaks() == 0


def test_the_same_reads_leak_when_it_is_said_for_the_whole_session(monkeypatch):
    monkeypatch.setattr(speakers, "ANNOUNCE", speakers.ANNOUNCE.replace("true", "false"))
    assert all_leaks() > 0
