"""Many writers at once: no gap, no double, no dead-lock."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from django.db import connection, transaction

from cast import make_twins
from log_of_deeds import lines_of, verified
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.tenancy.speaker import speaking

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, DEEDS = 6, 25


def in_own_connection(work):
    def run(argument):
        try:
            return work(argument)
        finally:
            connection.close()

    return run


def test_a_chain_has_no_gap_and_no_double_whoever_writes_and_whoever_fails(journal):
    here, _ = make_twins()

    @in_own_connection
    def work(seed):
        chance = Random(seed)
        for _ in range(DEEDS):
            try:
                with here.speaks():
                    record(f"user:{seed}", "a.b")
                    if chance.random() < 0.3:
                        raise ZeroDivisionError
            except ZeroDivisionError:
                continue

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(work, range(WRITERS)))
    lines = lines_of(here)
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
    assert len(lines) > WRITERS * DEEDS / 2
    found = verified(journal, here)
    assert (found.troubles, found.fresh) == ([], 0)


def test_writers_that_lock_rows_and_chains_in_any_order_do_not_dead_lock():
    here, there = make_twins()
    row = here.units["กองคลัง"].pk

    @in_own_connection
    def work(seed):
        chance = Random(seed)
        for _ in range(DEEDS):
            steps = [
                lambda: Unit.objects.filter(pk=row).update(short_name=str(seed)),
                lambda: record("user:1", "a.here"),
                lambda: record_for(there),
                lambda: record_for(None),
            ]
            chance.shuffle(steps)
            with here.speaks():
                for step in steps:
                    step()

    def record_for(office):
        with speaking(office and office.agency.pk, actor="test"):
            record("user:1", "a.elsewhere")

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(work, range(WRITERS)))
    assert [len(lines_of(office)) for office in (here, there, None)] == [WRITERS * DEEDS] * 3


def test_two_deeds_that_are_done_together_each_have_their_line():
    here, _ = make_twins()
    with here.speaks():
        record("user:1", "a.first")
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            record("user:1", "a.undone")
            raise ZeroDivisionError
        record("user:1", "a.second")
    assert [line.action for line in lines_of(here)] == ["a.first", "a.second"]
