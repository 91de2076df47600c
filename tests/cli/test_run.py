import os
import signal
import threading

import pytest

from processes import open_folder, servers_of, until
from prongsai.cli.language import use_language
from prongsai.cli.running_words import tell
from prongsai.platform.supervisor.only_one import only_one

FACTS = {
    "host": "0.0.0.0",
    "port": 8123,
    "state": "/srv/x",
    "name": "worker",
    "status": -9,
    "reason": "why",
    "text": "hi",
}
EVENTS = ["starting", "ready", "greeting", "child-ended", "database-restarted", "database-down", "gave-up", "stopping"]


@pytest.fixture
def state(monkeypatch):
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_BACKUP_URL", "PRONGSAI_PG_BIN"):
        monkeypatch.delenv(name, raising=False)
    with open_folder() as folder:
        monkeypatch.setenv("PRONGSAI_STATE", str(folder))
        yield folder


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("event", EVENTS)
def test_every_event_is_said_in_both_languages(event, language, capsys):
    use_language(language)
    tell(event, FACTS)
    told = "".join(capsys.readouterr())
    assert told
    assert "{" not in told


def test_when_ready_it_says_where_to_look_where_the_data_lie_and_how_to_stop(capsys):
    use_language("en")
    tell("ready", FACTS)
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["Prongsai is ready: http://127.0.0.1:8123/", "Data lie in /srv/x", "To stop: Ctrl-C"]


def test_a_second_run_on_the_same_data_is_refused(run, state):
    state.mkdir()
    with only_one(state, "127.0.0.1", 8123):
        ran = run("run", "--port", "8124")
    assert ran.code == 3
    assert "[RUNNING]" in ran.err
    assert "8123" in ran.err


@pytest.mark.parametrize("port", ["0", "70000", "eighty"])
def test_a_port_that_is_none_is_wrong_usage(run, port):
    assert run("run", "--port", port).code == 2


def test_asked_to_stop_while_the_database_is_made_it_leaves_nothing(run, state):
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM)).start()
    assert run("run", "--port", "8199").code == 0
    assert until(lambda: servers_of(state) == [])
