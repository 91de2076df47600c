"""How long one stays logged in, and what the database knows of it."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.db import connection

from prongsai.platform.accounts import sessions
from prongsai.platform.accounts.models import AccountSession, Role
from prongsai.platform.accounts.sessions import SessionStore, hashed


@pytest.fixture
def begin(here):
    def run(role=Role.OFFICER):
        store = SessionStore()
        user = here.accounts[role]
        store[SESSION_KEY] = str(user.pk)
        sessions.begin(store, device="Chrome, Android", kiosk=user.is_kiosk, by_link=False)
        store.save()
        return store.session_key

    return run


def is_alive(key):
    return SESSION_KEY in SessionStore(key)


def use(key):
    store = SessionStore(key)
    sessions.note_use(store)
    if store.modified:
        store.save()


def test_half_an_hour_without_use_ends_it(begin, clock):
    key = begin()
    clock.move(minutes=29, seconds=58)
    assert is_alive(key)
    clock.move(seconds=4)
    assert not is_alive(key)


def test_use_keeps_it_alive_but_no_longer_than_eight_hours(begin, clock):
    key = begin()
    for _ in range(23):
        clock.move(minutes=20)
        use(key)
        assert is_alive(key)
    clock.move(minutes=19)
    use(key)
    assert is_alive(key)
    clock.move(minutes=2)
    assert not is_alive(key)


def test_a_page_a_second_writes_once_a_minute(begin, clock, django_assert_num_queries):
    key = begin()
    clock.move(seconds=30)
    with django_assert_num_queries(1):
        use(key)


def test_a_kiosk_lasts_an_office_day_without_anybody(begin, clock):
    key = begin(Role.KIOSK)
    clock.move(hours=13, minutes=59)
    assert is_alive(key)
    clock.move(minutes=2)
    assert not is_alive(key)


def test_a_kiosk_forgets_a_visitor_after_a_minute(begin, clock):
    key = begin(Role.KIOSK)
    store = SessionStore(key)
    sessions.note_use(store)
    store[sessions.VISITOR] = {"form": "half filled"}
    store.save()
    clock.move(seconds=50)
    use(key)
    assert sessions.VISITOR in SessionStore(key)
    clock.move(seconds=61)
    use(key)
    assert sessions.VISITOR not in SessionStore(key)
    assert is_alive(key)


@pytest.mark.parametrize("jump", [{"days": -20_000}, {"hours": -1}, {"days": 543 * 365}, {"hours": 9}])
def test_no_jump_of_the_clock_makes_a_session_immortal(begin, clock, jump):
    key = begin()
    clock.move(**jump)
    assert not is_alive(key)


def test_a_session_begun_under_a_wrong_clock_dies_when_it_is_set_right(begin, clock):
    clock.move(days=543 * 365)
    key = begin()
    assert is_alive(key)
    clock.move(days=-543 * 365)
    assert not is_alive(key)


def test_the_database_keeps_only_the_hash_of_the_key(begin):
    key = begin()
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_key, session_data FROM accounts_accountsession")
        ((kept, data),) = cursor.fetchall()
    assert kept == hashed(key) != key
    assert key not in data
    assert not is_alive(kept)


def test_a_session_tells_whose_it_is_and_where(begin, here):
    row = AccountSession.objects.get(session_key=hashed(begin()))
    assert (row.user, row.device, row.by_link) == (here.accounts[Role.OFFICER], "Chrome, Android", False)


def test_a_session_that_was_ended_is_not_revived_by_a_request_under_way(begin):
    key = begin()
    under_way = SessionStore(key)
    assert under_way[SESSION_KEY]
    SessionStore(key).delete()
    under_way["more"] = 1
    with pytest.raises(UpdateError):
        under_way.save()
    assert not is_alive(key)


def test_even_a_login_that_starts_no_clock_ends(here, clock, client):
    client.force_login(here.accounts[Role.OFFICER])
    key = client.session.session_key
    assert is_alive(key)
    clock.move(minutes=31)
    assert not is_alive(key)
