"""Guessing is slowed, and nobody locks another out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from prongsai.platform.accounts.models import Attempts
from prongsai.platform.accounts.throttle import (
    LONGEST_WAIT,
    STRANGERS_FREE,
    Bucket,
    buckets_of_log_in,
    forgive,
    network_of,
    take,
)

pytestmark = pytest.mark.django_db
NONE = timedelta()


def tries(buckets, count):
    return [take(buckets).wait for _ in range(count)]


def test_five_tries_are_free_and_the_sixth_waits_a_minute(clock):
    bucket = [Bucket("a")]
    *free, sixth = tries(bucket, 6)
    assert free == [NONE] * 5
    assert timedelta(seconds=55) < sixth <= timedelta(minutes=1)
    clock.move(seconds=61)
    assert take(bucket).wait == NONE


def test_each_further_five_double_the_wait_up_to_a_quarter_of_an_hour(clock):
    bucket, waits = [Bucket("a")], []
    for _ in range(7):
        tries(bucket, 5)
        waits.append(round(take(bucket).wait.total_seconds() / 60))
        clock.move(seconds=waits[-1] * 60 + 1)
    assert waits == [1, 2, 4, 8, 15, 15, 15]


def test_a_try_made_while_waiting_does_not_lengthen_the_wait(clock):
    bucket = [Bucket("a")]
    tries(bucket, 50)
    clock.move(seconds=61)
    assert take(bucket).wait == NONE


def test_the_beginning_of_a_wait_is_told_once():
    told = [take([Bucket("a")]).begins for _ in range(8)]
    assert told == [0, 0, 0, 0, 60, 0, 0, 0]


def test_the_right_passphrase_forgives():
    bucket = [Bucket("a")]
    tries(bucket, 4)
    forgive(bucket)
    assert tries(bucket, 5) == [NONE] * 5


def test_a_day_later_all_is_forgotten(clock):
    bucket = [Bucket("a")]
    tries(bucket, 5)
    clock.move(days=1, minutes=1)
    assert tries(bucket, 5) == [NONE] * 5
    assert Attempts.objects.get(key="a").failures == 5


def test_a_clock_that_was_set_back_locks_nobody_out_for_years(clock):
    bucket = [Bucket("a")]
    clock.move(days=200_000)
    tries(bucket, 5)
    clock.move(days=-200_000)
    assert take(bucket).wait == NONE


def test_old_tries_of_others_are_removed_on_the_way(clock):
    tries([Bucket("old")], 1)
    clock.move(days=2)
    tries([Bucket("new")], 1)
    assert list(Attempts.objects.values_list("key", flat=True)) == ["new"]


def test_a_stranger_with_many_tries_does_not_keep_the_owner_out_on_a_known_browser():
    stranger = buckets_of_log_in("x:pimjai", address="203.0.113.9", known_browser=None)
    owner = buckets_of_log_in("x:pimjai", address="203.0.113.9", known_browser="f00d")
    tries(stranger, 20)
    assert take(stranger).wait > NONE
    assert take(owner).wait == NONE


def test_a_stranger_does_not_keep_the_owner_out_from_another_place():
    tries(buckets_of_log_in("x:pimjai", address="203.0.113.9", known_browser=None), 20)
    assert take(buckets_of_log_in("x:pimjai", address="198.51.100.4", known_browser=None)).wait == NONE


def test_one_account_does_not_slow_another():
    tries(buckets_of_log_in("x:pimjai", address="203.0.113.9", known_browser=None), 20)
    assert take(buckets_of_log_in("x:suda", address="203.0.113.9", known_browser=None)).wait == NONE
    assert take(buckets_of_log_in("y:pimjai", address="203.0.113.9", known_browser=None)).wait == NONE


def test_many_places_together_guess_no_faster_than_a_hundred():
    for place in range(STRANGERS_FREE):
        address = f"203.0.{place // 200}.{place % 200}"
        assert take(buckets_of_log_in("x:pimjai", address=address, known_browser=None)).wait == NONE
    assert take(buckets_of_log_in("x:pimjai", address="198.51.100.4", known_browser=None)).wait > NONE
    assert take(buckets_of_log_in("x:pimjai", address="198.51.100.4", known_browser="f00d")).wait == NONE


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("garbage, 1.2.3.4", "unknown"),
    ],
)
def test_a_household_is_one_place(address, network):
    assert network_of(address) == network


def test_neither_names_nor_addresses_are_kept():
    tries(buckets_of_log_in("x:pimjai", address="203.0.113.9", known_browser=None), 1)
    kept = "".join(map(str, Attempts.objects.values_list()))
    assert "pimjai" not in kept
    assert "203.0.113" not in kept


@pytest.mark.django_db(transaction=True)
def test_many_at_the_same_moment_are_all_counted():
    def once(_):
        try:
            return take([Bucket("a"), Bucket("b", 100)]).wait
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(once, range(24)))
    assert waits.count(NONE) == 5
    assert max(waits) <= LONGEST_WAIT
