"""A deed that lost to another is tried again, and answered 409 when it cannot win."""

import pytest
from django.db import OperationalError
from django.test import Client

from cast import make_twins
from prongsai.desks.example import views
from prongsai.desks.example.models import Talk
from prongsai.platform.accounts.models import Role
from prongsai.platform.web import retry

PAGE = "/office/example/"
FORM = {"village": "บ้านโนนงาม", "happened": "2025-03-03", "listeners": "40"}
pytestmark = pytest.mark.django_db


class LostError(Exception):
    """What the server tells of a deed broken off for another's sake."""

    def __init__(self, sqlstate):
        self.sqlstate = sqlstate


@pytest.fixture
def office():
    return make_twins()[0]


@pytest.fixture
def officer(office, monkeypatch):
    monkeypatch.setattr(retry, "PAUSES", (0, 0, 0))
    client = Client()
    client.force_login(office.accounts[Role.OFFICER])
    return client


def losing(times, sqlstate, monkeypatch):
    """Let the deed fail so many times after it has written; count the tries."""
    tries, record = [], views.record_talk

    def lose(**told):
        made = record(**told)
        tries.append(made)
        if len(tries) <= times:
            raise OperationalError("lost") from LostError(sqlstate)
        return made

    monkeypatch.setattr(views, "record_talk", lose)
    return tries


def talks(office):
    with office.speaks():
        return Talk.objects.count()


@pytest.mark.parametrize("sqlstate", sorted(retry.TRANSIENT))
def test_a_deed_that_loses_three_times_wins_the_fourth_and_is_done_once(office, officer, monkeypatch, sqlstate):
    tries = losing(3, sqlstate, monkeypatch)
    assert officer.post(PAGE, FORM).status_code == 302
    assert (len(tries), talks(office)) == (4, 1)


def test_a_deed_that_always_loses_is_answered_409_and_leaves_nothing(office, officer, monkeypatch):
    tries = losing(99, "40P01", monkeypatch)
    answer = officer.post(PAGE, FORM)
    assert answer.status_code == 409
    assert (len(tries), talks(office)) == (4, 0)


def test_an_error_that_does_not_pass_is_not_tried_again(office, officer, monkeypatch):
    tries = losing(99, "42703", monkeypatch)
    with pytest.raises(OperationalError):
        officer.post(PAGE, FORM)
    assert len(tries) == 1
