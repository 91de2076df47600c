"""F25: many idle connections; and two supervisors at once (F14)."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack

import pytest

from processes import until
from supervised import Supervised

pytestmark = pytest.mark.faults


def test_five_hundred_idle_clients_do_not_keep_a_page_from_others(place):
    supervised = place.start().wait_ready()
    with ExitStack() as held:
        for _client in range(500):
            held.enter_context(socket.create_connection(("127.0.0.1", supervised.port), timeout=5))
        begun = time.monotonic()
        assert supervised.get("/ticket")[0] == 200
        assert time.monotonic() - begun < 5
    assert supervised.stop() == 0


def test_a_second_supervisor_on_the_same_data_is_refused_and_the_first_serves_on(place):
    first = place.start().wait_ready()
    second = place.start()
    assert second.ends() == 1
    assert second.has_said("RUNNING")
    assert second.has_said(str(first.process.pid))
    assert first.get("/ticket")[0] == 200
    assert first.stop() == 0


def test_of_two_that_start_at_the_same_moment_one_serves(place):
    two: list[Supervised] = [place.start(), place.start()]
    assert until(lambda: any(one.has_said("ready") for one in two) and any(one.process.poll() for one in two), 60)
    loser, winner = sorted(two, key=lambda one: one.process.poll() is None)
    assert loser.has_said("RUNNING")
    assert winner.get("/ticket")[0] == 200
    assert winner.stop() == 0
    assert place.nothing_is_left()


def test_a_worker_that_ends_with_status_zero_is_started_again_and_one_that_always_does_ends_everything(place):
    supervised = place.start(worker="ending", STAND_IN_LONGEST_PAUSE="0.1")
    assert supervised.ends(60) == 1
    assert sum("child-ended name=worker status=0" in line for line in supervised.said) == 4
    assert supervised.has_said("gave-up name=worker")
    assert place.nothing_is_left()
