import os
import signal
import subprocess
import sys
import threading
import time

import psutil
import psycopg
import pytest

from processes import servers_of, until
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster import cluster, enter, serving
from prongsai.platform.cluster.locks import open_lock
from prongsai.platform.cluster.postmaster import living_postmaster


def answers(server) -> bool:
    with psycopg.connect(server.address("admin", "postgres")) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


def compute_for_ever(connection) -> None:
    with pytest.raises(psycopg.Error):
        connection.execute("DO $$ BEGIN LOOP PERFORM 1; END LOOP; END $$")


@pytest.fixture
def stopped(state):
    """Give the data folder of a server that was stopped in order."""
    with cluster(state, test=True) as server:
        return server.places.data


def test_a_killed_server_is_started_again_at_once(state):
    with cluster(state, test=True) as server:
        living_postmaster(server.places.data).process.kill()
        assert until(server.ensure_running)
        assert answers(server)
        assert server.ensure_running() is False


def test_a_server_killed_under_a_long_query_leaves_no_orphan_in_the_way(state):
    with cluster(state, test=True) as server:
        connection = psycopg.connect(server.address("admin", "postgres"), autocommit=True)
        query = threading.Thread(target=compute_for_ever, args=[connection])
        query.start()
        backend = psutil.Process(connection.info.backend_pid)
        time.sleep(0.3)
        living_postmaster(server.places.data).process.kill()
        assert until(server.ensure_running)
        assert answers(server)
        assert until(lambda: not backend.is_running() or backend.status() == psutil.STATUS_ZOMBIE, 2)
        query.join()
        connection.close()


def test_an_innocent_process_with_the_number_of_a_dead_server_lives(state, stopped):
    innocent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        stale = f"{innocent.pid}\n{stopped}\n1700000000\n5432\n{state}\n\n  1234  5678\nready   \n"
        (stopped / "postmaster.pid").write_text(stale)
        with cluster(state, test=True) as server:
            assert answers(server)
        assert innocent.poll() is None
    finally:
        innocent.kill()
        innocent.wait()


def test_a_server_of_another_folder_with_the_number_of_a_dead_one_lives(state, stopped):
    with cluster(state / "other", test=True) as other:
        number = living_postmaster(other.places.data).process.pid
        (stopped / "postmaster.pid").write_text(f"{number}\n{stopped}\n1700000000\n5432\n{state}\n\n")
        with cluster(state, test=True) as server:
            assert answers(server)
        assert answers(other)


@pytest.mark.parametrize("content", [b"", b"12", b"99999999\n", b"9" * 30, b"not a number\n\xff\xfe", b"-1\n/x\n"])
def test_a_half_written_lock_file_is_no_obstacle(state, stopped, content):
    (stopped / "postmaster.pid").write_bytes(content)
    with cluster(state, test=True) as server:
        assert answers(server)


def test_a_socket_that_was_left_is_no_obstacle(state, stopped):
    sockets = stopped.with_name(f"{stopped.name}.sock")
    (sockets / ".s.PGSQL.5432").touch()
    (sockets / ".s.PGSQL.5432.lock").write_text(f"{os.getppid()}\n{stopped}\n")
    with cluster(state, test=True) as server:
        assert answers(server)


def test_making_a_cluster_that_was_killed_is_begun_anew(state):
    code = "import sys; from pathlib import Path; from prongsai.platform.cluster import enter; " + (
        "enter(Path(sys.argv[1]), test=True)"
    )
    maker = subprocess.Popen([sys.executable, "-c", code, str(state)])
    assert until(lambda: list(state.glob("postgres-test/*.new-*/base")))
    for process in psutil.Process(maker.pid).children(recursive=True):
        process.kill()
    maker.send_signal(signal.SIGKILL)
    maker.wait()
    assert not (state / "postgres-test/18").exists()
    with cluster(state, test=True) as server:
        assert answers(server)


def test_a_server_that_cannot_start_says_why_from_its_log(state, stopped):
    (stopped / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(Refused, match="no_such_setting") as refused:
        enter(state, test=True)
    assert refused.value.rule == "DATABASE"
    assert servers_of(state) == []


def test_data_that_a_server_out_of_sight_uses_are_left_alone(state, stopped, monkeypatch):
    monkeypatch.setattr(serving, "SECONDS_FOR_SURVIVORS", 0.2)
    with cluster(state, test=True) as server:
        places, account = server.places, server.account
    held = open_lock(places.server, account)
    serving.is_alone(held)  # as a server in another container would hold it, whose processes cannot be seen
    with pytest.raises(Refused, match="คอนเทนเนอร์"):
        enter(state, test=True)
    os.close(held)
    with cluster(state, test=True) as server:
        assert answers(server)


def test_a_long_log_is_put_aside(state, stopped, monkeypatch):
    monkeypatch.setattr(serving, "LARGEST_LOG", 10)
    with cluster(state, test=True) as server:
        assert server.places.log.with_suffix(".log.old").exists()
        assert server.places.log.stat().st_size < 10_000
