import os
import signal
import subprocess
import sys

import psutil
import pytest

from processes import until
from prongsai.platform.supervisor.lifeline import OWN_SCORE, PARENT, SCORE_OF_A_CHILD

CHILD = """
import os, sys, time
from prongsai.platform.supervisor import lifeline
lifeline.SECONDS_BETWEEN_LOOKS, lifeline.SECONDS_TO_END_BY_ITSELF = 0.05, 0.3
lifeline.hold_on()
{more}
print(os.getpid(), flush=True)
time.sleep(60)
"""
MIDDLE = """
import os, subprocess, sys, time
os.environ["PRONGSAI_PARENT"] = str(os.getpid())
subprocess.Popen([sys.executable, "-c", sys.argv[1]])
time.sleep(60)
"""


@pytest.fixture
def family():
    """Start a parent and its child, which holds on to it."""
    started = []

    def begin(more: str = "") -> tuple[subprocess.Popen, psutil.Process]:
        words = [sys.executable, "-c", MIDDLE, CHILD.format(more=more)]
        parent = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        child = psutil.Process(int(parent.stdout.readline()))
        started.append((parent, child))
        return parent, child

    yield begin
    for parent, child in started:
        parent.kill()
        parent.communicate()
        if child.is_running():
            child.kill()


def gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_a_child_ends_after_its_parent(family):
    parent, child = family()
    parent.kill()
    parent.wait()
    assert until(lambda: gone(child), 5)


def test_a_child_of_a_living_parent_stays(family):
    _parent, child = family()
    assert not until(lambda: gone(child), 0.5)


def test_a_child_that_does_not_listen_ends_all_the_same(family):
    parent, child = family("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)")
    parent.kill()
    parent.wait()
    assert until(lambda: gone(child), 5)


def test_a_child_whose_parent_died_before_it_looked_ends_too():
    environment = {**os.environ, PARENT: str(os.getpid() + 1)}
    child = subprocess.Popen([sys.executable, "-c", CHILD.format(more="")], env=environment, stdout=subprocess.DEVNULL)
    assert child.wait(10) == -signal.SIGTERM


def test_without_a_named_parent_nothing_is_watched():
    words = [sys.executable, "-c", CHILD.format(more="")]
    environment = {name: value for name, value in os.environ.items() if name != PARENT}
    child = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline()
    assert not until(lambda: child.poll() is not None, 0.5)
    child.kill()
    child.communicate()


@pytest.mark.skipif(not OWN_SCORE.exists(), reason="Linux")
def test_a_child_offers_itself_before_the_database_when_memory_runs_out(family):
    _parent, child = family("lifeline.let_the_database_live()")
    score = OWN_SCORE.with_name("oom_score_adj").read_text()
    told = (OWN_SCORE.parent.parent / str(child.pid) / "oom_score_adj").read_text()
    assert int(told) == max(int(score), SCORE_OF_A_CHILD)
