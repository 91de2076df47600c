import os
import random
import signal
import subprocess
import sys
import time

import psycopg
import pytest

from processes import servers_of, until
from prongsai.platform.cluster import cluster, enter
from prongsai.platform.cluster.locks import close_lock, is_alone, open_lock

VISITOR = """
import sys, time
from pathlib import Path
from prongsai.platform.cluster import cluster
import psycopg
with cluster(Path(sys.argv[1]), test=True) as server:
    with psycopg.connect(server.address("admin", "postgres")) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    print("in", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def visitor(state):
    started = []

    def visit(seconds: float) -> subprocess.Popen:
        words = [sys.executable, "-c", VISITOR, str(state), str(seconds)]
        started.append(subprocess.Popen(words, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield visit
    for process in started:
        process.kill()
        process.communicate()


def test_the_first_starts_the_server_and_the_last_stops_it(state):
    first, second = enter(state, test=True), enter(state, test=True)
    first.leave()
    with psycopg.connect(second.address("admin", "postgres")) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    second.leave()
    assert servers_of(state) == []


def test_leaving_twice_takes_nobody_elses_place(state):
    first, second = enter(state, test=True), enter(state, test=True)
    first.leave()
    first.leave()
    assert servers_of(state) != []
    second.leave()


def test_what_was_written_is_there_at_the_next_visit(state):
    with cluster(state, test=True) as server, psycopg.connect(server.address("admin", "postgres")) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'ไว้' AS word")
    with cluster(state, test=True) as server, psycopg.connect(server.address("admin", "postgres")) as connection:
        assert connection.execute("SELECT word FROM kept").fetchone() == ("ไว้",)


def test_a_visit_that_ends_in_an_error_leaves_in_order(state):
    with pytest.raises(ZeroDivisionError), cluster(state, test=True):
        _ = 1 / 0
    assert servers_of(state) == []


def test_five_processes_come_and_go_at_random_and_the_server_goes_with_the_last(state, visitor):
    chance = random.Random(5)
    processes = [visitor(chance.uniform(0, 0.5)) for _ in range(5)]
    assert [process.wait(60) for process in processes] == [0] * 5
    assert until(lambda: servers_of(state) == [], 2)


def test_a_killed_user_no_longer_counts(state, visitor):
    stays = enter(state, test=True)
    killed = visitor(60)
    assert killed.stdout.readline() == "in\n"
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    stays.leave()
    assert servers_of(state) == []


def test_a_server_whose_only_user_was_killed_is_taken_over_and_stopped(state, visitor):
    killed = visitor(60)
    assert killed.stdout.readline() == "in\n"
    before = {process.pid for process in servers_of(state)}
    killed.kill()
    killed.wait()
    with cluster(state, test=True):
        assert before <= {process.pid for process in servers_of(state)}
    assert servers_of(state) == []


def test_a_client_that_forgot_to_go_does_not_hold_the_server_up(state):
    server = enter(state, test=True)
    with psycopg.connect(server.address("admin", "postgres")):
        begun = time.monotonic()
        server.leave()
        assert time.monotonic() - begun < 10
    assert servers_of(state) == []


def test_ctrl_c_in_the_terminal_does_not_reach_the_server(state):
    with cluster(state, test=True):
        assert {os.getsid(process.pid) for process in servers_of(state)}.isdisjoint({os.getsid(0)})


def test_a_forked_child_that_lives_on_does_not_keep_the_server(state):
    server = enter(state, test=True)
    forked = os.fork()
    if not forked:
        signal.pause()
    try:
        server.leave()
        assert servers_of(state) == []
        users = open_lock(server.places.users, server.account)
        assert is_alone(users)
        close_lock(users)
    finally:
        os.kill(forked, signal.SIGKILL)
        os.waitpid(forked, 0)
