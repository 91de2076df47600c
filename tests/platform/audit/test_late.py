"""A process killed between its commit and its signature leaves a line that the next start signs."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command

from cast import make_twins
from log_of_deeds import do, verified
from prongsai.platform.audit import services
from prongsai.platform.audit.late import sign_what_is_missing

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(monkeypatch):
    """An office whose second and third line were never signed."""
    here, _ = make_twins()
    do(here)
    with monkeypatch.context() as patch:
        patch.setattr(services, "witness", lambda ticket, chain: None)
        do(here)
        do(here)
    do(here)
    return here


def in_an_hour():
    return datetime.now(UTC) + timedelta(hours=1)


def test_unsigned_lines_are_new_for_a_minute_and_then_a_trouble(office, journal):
    assert verified(journal, office).fresh == 2
    found = verified(journal, office, after=in_an_hour())
    assert [(trouble.code, trouble.seq) for trouble in found.troubles] == [("unwitnessed", 2), ("unwitnessed", 3)]


def test_the_next_start_signs_them_and_says_so_for_ever(office, journal):
    call_command("audit_heads")
    found = verified(journal, office, after=in_an_hour())
    assert found.sound
    assert [(late.first, late.last) for late in found.late] == [(2, 3)]


def test_signing_again_finds_nothing_to_do(office):
    assert sign_what_is_missing() == 1
    assert sign_what_is_missing() == 0


def test_lines_that_are_just_being_signed_are_left_alone(office):
    assert sign_what_is_missing(older_than=timedelta(minutes=1)) == 0


def test_the_heads_of_a_day_can_be_gathered(office, journal):
    call_command("audit_heads", "--gather")
    assert [(head.first, head.last, head.kind.value) for head in journal.read()] == [
        (1, 1, "seen"), (4, 4, "seen"), (2, 3, "late"),
    ]  # fmt: skip
    assert verified(journal, office, after=in_an_hour()).sound


def test_a_full_disk_after_the_commit_does_not_undo_the_deed(office, journal, monkeypatch):
    def full(heads):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(journal, "add", full)
    do(office)
    assert verified(journal, office).lines == 5
    assert verified(journal, office, after=in_an_hour()).troubles[-1].seq == 5
