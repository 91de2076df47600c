"""A thousand acts of somebody with all rights on the database, but without the folder of the journal: all are found."""

from collections import Counter
from datetime import UTC, datetime
from random import Random

import pytest
from django.db import connection

import tampering
from cast import make_twins
from database import connected_as
from log_of_deeds import do
from prongsai.platform.audit.services import record
from prongsai.platform.audit.verifying import verify

pytestmark = pytest.mark.django_db(transaction=True)
LINES, TRIES = 30, 1_000


@pytest.fixture
def office(journal):
    """An office with thirty lines, each signed right after its commit."""
    here, there = make_twins()
    for n in range(LINES):
        do(here, "unit.changed", thing=here.agency, figures={"n": n})
    do(there)
    return here


@pytest.fixture
def superuser(office):
    with connected_as("prongsai_admin") as server:
        yield server


def found_in(server, journal, chain=None):
    return verify(server, journal.read(), now=datetime.now(UTC), chain=chain)


def test_a_log_that_nobody_touched_is_sound(superuser, journal):
    found = found_in(superuser, journal)
    assert (found.lines, found.troubles, found.fresh) == (LINES + 1, [], 0)


def test_a_thousand_acts_of_a_superuser_are_all_found(superuser, office, journal):
    chance, chain, heads = Random(2569), office.agency.pk, journal.read()
    lines, tried, missed = tampering.read(superuser, chain), Counter(), []
    for n in range(TRIES):
        act = tampering.ACTS[n % len(tampering.ACTS)]
        tampered = act(lines, chance)
        assert tampered != lines
        with superuser.transaction(force_rollback=True):
            tampering.write(superuser, chain, tampered)
            found = verify(superuser, heads, now=datetime.now(UTC), chain=chain)
        tried[act.__name__] += 1
        if found.sound:
            missed.append((n, act.__name__))
    assert missed == []
    assert tried.total() == TRIES


def test_lines_moved_to_another_agency_are_found(superuser, office, journal):
    superuser.execute("UPDATE audit_line SET agency_id = NULL WHERE agency_id = %s", [office.agency.pk])
    assert {trouble.code for trouble in found_in(superuser, journal).troubles} == {"changed", "cut"}


def test_an_emptied_table_is_found(superuser, journal):
    superuser.execute("TRUNCATE audit_line")
    assert [trouble.code for trouble in found_in(superuser, journal).troubles] == ["cut", "cut"]


def test_a_line_added_behind_our_back_stays_told_although_the_next_deed_continues_it(office, journal):
    chain = office.agency.pk
    with connected_as("prongsai_admin") as server:
        lines = tampering.read(server, chain)
        tampering.write(server, chain, tampering.append(lines, Random(1)))
        server.commit()
    do(office)
    with connected_as("prongsai_admin") as server:
        found = found_in(server, journal, chain)
    assert [(trouble.code, trouble.seq) for trouble in found.troubles] == [("unwitnessed", LINES + 1)]


def test_a_clock_that_went_back_is_marked_and_is_no_trouble(office, journal):
    with connected_as("prongsai_admin") as server:
        line = tampering.read(server, office.agency.pk)[-1]
        later = line._replace(seq=LINES + 1, at="2030-01-01T00:00:00.000000Z", previous=line.hash)
        later = later._replace(hash=tampering.hash_of(later))
        with server.cursor() as cursor:
            cursor.execute(tampering.WRITE, (office.agency.pk, *later[1:]))
        server.commit()
    do(office)
    with connected_as("prongsai_admin") as server:
        last = tampering.read(server, office.agency.pk)[-1]
        assert last.clock_went_back
        codes = {trouble.code for trouble in found_in(server, journal).troubles}
    assert "clock" not in codes


def test_an_act_on_rows_of_the_log_is_refused_to_its_owner_too(office):
    with connected_as("prongsai_owner") as server:
        assert server.execute("DELETE FROM audit_line").rowcount == 0


def test_a_deed_recorded_while_somebody_verifies_is_new_and_no_trouble(office, journal):
    heads = journal.read()
    do(office)
    with office.speaks():
        record("user:1", "a.b")
        connection.check_constraints()
        found = verify(connection.connection, heads, now=datetime.now(UTC), chain=office.agency.pk)
    assert (found.troubles, found.fresh) == ([], 2)
