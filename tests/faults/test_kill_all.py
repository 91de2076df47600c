"""The supervisor dies, or everything does, and it is started again at once."""

from __future__ import annotations

from contextlib import suppress

import psutil
import pytest

from processes import all_of, servers_of, until

pytestmark = pytest.mark.faults


def test_children_end_after_a_killed_supervisor_and_a_start_at_once_takes_the_server_over(place):
    first = place.start().wait_ready()
    number = first.get("/ticket")[1]
    server, web, worker = first.server().pid, first.web(), first.worker()
    first.process.kill()
    first.process.wait()
    second = place.start().wait_ready()
    assert second.server().pid == server
    assert until(lambda: not web.is_running() and not worker.is_running(), 5)
    assert int(second.get("/ticket")[1]) == int(number) + 1
    assert second.stop() == 0
    assert place.nothing_is_left()


def test_everything_killed_and_started_again_at_once_loses_nothing(place, rounds):
    last = 0
    for _round in range(rounds):
        supervised = place.start().wait_ready()
        for _ticket in range(5):
            status, number = supervised.get("/ticket")
            assert (status, int(number)) == (200, last + 1)
            last += 1
        supervised.process.kill()
        for process in all_of(place.state):
            with suppress(psutil.NoSuchProcess):
                process.kill()
        supervised.process.wait()
    supervised = place.start().wait_ready()
    assert place.ask("SELECT count(*), max(number) FROM ticket") == [(last, last)]
    assert supervised.stop() == 0
    assert place.nothing_is_left()


def test_after_the_end_of_a_killed_supervisor_another_command_stops_the_server(place):
    supervised = place.start().wait_ready()
    supervised.process.kill()
    supervised.process.wait()
    assert until(lambda: len(all_of(place.state)) == len(servers_of(place.state)), 10)
    assert servers_of(place.state) != []
    assert place.ask("SELECT 1") == [(1,)]
    assert until(lambda: servers_of(place.state) == [], 10)
