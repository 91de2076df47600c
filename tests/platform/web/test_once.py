"""The same form posted twice is one deed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from cast import make_twins
from prongsai.desks.example.models import Talk
from prongsai.platform.accounts.models import Role
from prongsai.platform.web.models import Submission
from prongsai.platform.web.once import KEPT, forget_old_submissions

PAGE = "/office/example/"


def form(key=None, village="บ้านโนนงาม"):
    return {"village": village, "happened": "2025-03-03", "listeners": "40", "once": key or uuid4()}


@pytest.fixture
def office(db):
    return make_twins()[0]


@pytest.fixture
def officer(office):
    client = Client()
    client.force_login(office.accounts[Role.OFFICER])
    return client


def talks(office):
    with office.speaks():
        return Talk.objects.count()


def test_the_second_post_gets_the_first_answer_and_makes_nothing(office, officer):
    sent = form()
    first, second = officer.post(PAGE, sent), officer.post(PAGE, sent)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.headers["Location"] == second.headers["Location"]
    assert talks(office) == 1


def test_a_form_shown_again_with_its_faults_may_be_sent_again_with_its_key(office, officer):
    sent = form(village="")
    page = officer.post(PAGE, sent)
    assert f'name="once" value="{sent["once"]}"' in page.content.decode()
    assert officer.post(PAGE, {**sent, "village": "บ้านใหม่"}).status_code == 302
    assert talks(office) == 1


def test_two_forms_are_two_deeds(office, officer):
    officer.post(PAGE, form())
    officer.post(PAGE, form())
    assert talks(office) == 2


def test_the_key_of_somebody_else_is_not_known_here(office, officer):
    sent = form()
    officer.post(PAGE, sent)
    other = Client()
    other.force_login(office.accounts[Role.COORDINATOR])
    assert other.post(PAGE, sent).status_code == 404
    assert talks(office) == 1


def test_a_deed_that_fails_leaves_its_key_free(office, officer, monkeypatch):
    sent = form()
    monkeypatch.setattr("prongsai.desks.example.views.record_talk", lambda **told: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        officer.post(PAGE, sent)
    monkeypatch.undo()
    assert officer.post(PAGE, sent).status_code == 302
    assert talks(office) == 1


def test_old_keys_are_forgotten_and_new_ones_kept(officer):
    officer.post(PAGE, form())
    assert forget_old_submissions(timezone.now()) == 0
    assert forget_old_submissions(timezone.now() + KEPT + timedelta(minutes=1)) == 1
    assert not Submission.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_form_posted_many_times_at_once_is_one_record():
    office = make_twins()[0]
    first = Client()
    first.force_login(office.accounts[Role.OFFICER])
    sent = form()

    def post(_):
        client = Client()
        client.cookies = first.cookies
        try:
            return client.post(PAGE, sent).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(post, range(24))) == {302}
    assert talks(office) == 1
