"""A deed and its line are kept together or not at all."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from log_of_deeds import lines_of
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.tenancy.speaker import speaking

pytestmark = pytest.mark.django_db


def test_a_line_says_who_did_what_to_what_with_which_figures(twins):
    here, there = twins
    unit = here.units["กองคลัง"]
    with here.speaks():
        record(
            "user:7", "unit.closed", thing=unit, figures={"people": 3, "on": date(2026, 11, 20), "sum": Decimal("1.50")}
        )
    (line,) = lines_of(here)
    assert (line.seq, line.actor, line.action) == (1, "user:7", "unit.closed")
    assert line.thing == f"agency.unit:{unit.pk}"
    assert line.told == {"people": 3, "on": "2026-11-20", "sum": "1.50"}
    assert not line.clock_went_back
    assert lines_of(there) == []


def test_lines_of_one_chain_follow_each_other_and_chains_do_not_touch(twins):
    here, there = twins
    for office in (here, there, here):
        with office.speaks():
            record("user:1", "a.b")
    first, second = lines_of(here)
    assert (first.seq, second.seq) == (1, 2)
    assert second.previous == first.hash
    assert [line.seq for line in lines_of(there)] == [1]


def test_the_agency_is_the_one_that_speaks(twins):
    here, there = twins
    acting = acting_as(here.accounts[Role.AUDITOR])
    with there.speaks():
        record(acting, "a.b")
    assert lines_of(here) == []
    assert lines_of(there)[0].actor == acting.actor


def test_outside_a_scope_it_is_the_agency_of_who_acts(twins):
    here, _ = twins
    record(acting_as(here.accounts[Role.AUDITOR]), "a.b")
    assert len(lines_of(here)) == 1


def test_what_concerns_no_agency_goes_to_the_chain_of_the_installation():
    record("command:backup", "backup.made", figures={"bytes": 12})
    (line,) = lines_of(None)
    assert (line.agency_id, line.seq) == (None, 1)


def test_a_deed_that_fails_leaves_no_line_and_no_gap(twins):
    here, _ = twins
    with pytest.raises(ZeroDivisionError), transaction.atomic(), here.speaks():
        record("user:1", "a.failed")
        raise ZeroDivisionError
    with here.speaks():
        record("user:1", "a.done")
    assert [(line.seq, line.action) for line in lines_of(here)] == [(1, "a.done")]


@pytest.mark.parametrize(
    ("action", "thing"),
    [("shouted", ""), ("a.B", ""), ('a."b', ""), ("a.b", "บุคคล:1"), ("a.b", 'x"y'), ("a.b", "x" * 121)],
)
def test_a_line_that_cannot_be_written_refuses_the_deed(twins, action, thing):
    here, _ = twins
    with pytest.raises(DatabaseError), transaction.atomic(), here.speaks():
        Unit.objects.create(agency=here.agency, name="กองใหม่")
        record("user:1", action, thing=thing)
    with here.speaks():
        assert not Unit.objects.filter(name="กองใหม่").exists()


@pytest.mark.parametrize("text", ["two words", "นางสาวสุดา", "a@example.org", '"', "x" * 81, "a\nb"])
def test_text_that_people_wrote_does_not_belong_into_the_log(twins, text):
    here, _ = twins
    with here.speaks(), pytest.raises(ValueError, match="no short word"):
        record("user:1", "a.b", figures={"reason": text})


def test_a_figure_that_is_no_exact_number_is_refused(twins):
    with twins[0].speaks(), pytest.raises(TypeError):
        record("user:1", "a.b", figures={"score": 0.1})


DEEDS_OF_A_FORGER = [
    "INSERT INTO audit_line (seq) VALUES (1)",
    "UPDATE audit_line SET actor = 'user:2'",
    "DELETE FROM audit_line",
    "TRUNCATE audit_line",
    "INSERT INTO audit_waiting (chain, actor, action, thing, figures) VALUES (1, 'user:1', 'a.b', '', '{}')",
    "SELECT * FROM audit_waiting",
    "DELETE FROM audit_waiting",
    "ALTER TABLE audit_waiting DISABLE TRIGGER ALL",
]


@pytest.mark.parametrize("statement", DEEDS_OF_A_FORGER)
def test_the_application_can_neither_forge_nor_change_nor_hide_lines(twins, statement):
    here, _ = twins
    with here.speaks():
        record("user:1", "a.b")
    with pytest.raises(DatabaseError), here.speaks(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert len(lines_of(here)) == 1


def test_nobody_writes_while_nobody_speaks(db):
    with pytest.raises(DatabaseError, match="nobody speaks"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT audit_write('user:1', 'a.b', '', '{}')")


def test_who_speaks_is_the_same_after_the_lines_were_written(twins):
    here, _ = twins
    with here.speaks():
        record("user:1", "a.b")
        with speaking(None, actor="test"):
            record("user:1", "a.b")
        connection.check_constraints()
        assert Unit.objects.count() == 2
