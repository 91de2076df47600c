import signal
import sys
import time

import psutil
import pytest

from processes import until
from prongsai.platform.supervisor.child import Child, Program, environment_of

SLEEP = "import time; time.sleep(60)"
WITH_GRANDCHILD = f"import subprocess, sys, os, time; subprocess.Popen([sys.executable, '-c', '{SLEEP}']); {SLEEP}"


@pytest.fixture
def child():
    started = []

    def of(code: str, **variables: str) -> Child:
        started.append(Child(Program("test", (sys.executable, "-c", code), variables)))
        started[-1].start(time.monotonic())
        return started[-1]

    yield of
    for one in started:
        one.kill()


def test_an_end_is_told_once_with_its_status(child):
    one = child("import sys; sys.exit(7)")
    told = []
    assert until(lambda: told.append(one.ended()) or told[-1] is not None)
    assert told[-1] == 7
    assert (one.ended(), one.runs(), one.pid) == (None, False, None)


def test_what_a_dead_child_started_is_swept(child):
    one = child(WITH_GRANDCHILD)
    assert until(lambda: psutil.Process(one.pid).children())
    grandchild = psutil.Process(one.pid).children()[0]
    psutil.Process(one.pid).kill()
    assert until(lambda: one.ended() == -signal.SIGKILL)
    assert until(lambda: not grandchild.is_running() or grandchild.status() == psutil.STATUS_ZOMBIE, 3)


def test_ctrl_c_in_the_terminal_does_not_reach_it(child):
    one = child(SLEEP)
    assert psutil.os.getsid(one.pid) != psutil.os.getsid(0)


def test_killing_ends_what_does_not_listen(child):
    one = child("import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1); time.sleep(60)")
    one.kill()
    assert not one.runs()


def test_stopping_what_never_started_or_has_ended_does_nothing():
    one = Child(Program("test", (sys.executable, "-c", "pass")))
    one.ask_to_stop()
    one.kill()
    assert (one.ended(), one.runs()) == (None, False)


def test_a_child_knows_its_parent_and_not_what_is_taken_away(monkeypatch):
    monkeypatch.setenv("DATABASE_OWNER_URL", "secret")
    monkeypatch.setenv("KEPT", "")
    known = environment_of(Program("test", (), {"DATABASE_OWNER_URL": "", "DATABASE_URL": "app"}))
    assert "DATABASE_OWNER_URL" not in known
    assert (known["DATABASE_URL"], known["KEPT"]) == ("app", "")
    assert known["PRONGSAI_PARENT"] == str(psutil.os.getpid())
