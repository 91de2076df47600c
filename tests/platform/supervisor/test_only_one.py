import subprocess
import sys

import pytest

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.supervisor.only_one import FILE, only_one, running_now

HOLDER = """
import sys, time
from pathlib import Path
from prongsai.platform.supervisor.only_one import only_one
with only_one(Path(sys.argv[1]), "127.0.0.1", 8123):
    print("in", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "in\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_one_is_refused_and_told_where_the_first_serves(tmp_path, holder):
    with pytest.raises(Refused, match=rf"{holder.pid}.*8123") as refused, only_one(tmp_path, "127.0.0.1", 9_000):
        pass
    assert refused.value.rule == "RUNNING"


def test_after_a_sudden_death_the_place_is_free(tmp_path, holder):
    holder.kill()
    holder.wait()
    assert running_now(tmp_path) is None
    with only_one(tmp_path, "127.0.0.1", 9_000):
        pass


def test_who_runs_can_be_asked_without_disturbing(tmp_path, holder):
    for _time in range(3):
        found = running_now(tmp_path)
        assert (found.pid, found.host, found.port) == (holder.pid, "127.0.0.1", 8123)


def test_where_nobody_ever_ran_nobody_runs(tmp_path):
    assert running_now(tmp_path) is None
    assert running_now(tmp_path / "not there") is None


def test_an_unreadable_note_still_refuses(tmp_path, holder):
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    with pytest.raises(Refused, match="อยู่แล้ว"), only_one(tmp_path, "127.0.0.1", 9_000):
        pass


def test_a_later_shorter_note_leaves_nothing_of_the_earlier(tmp_path):
    (tmp_path / FILE).write_text("123456789\n255.255.255.255\n65535\n")
    with only_one(tmp_path, "::1", 80):
        assert (tmp_path / FILE).read_text().split("\n")[1:] == ["::1", "80", ""]
