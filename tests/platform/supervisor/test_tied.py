import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.supervisor.tied import THEN, commands_of

WORDS = st.lists(st.lists(st.text(min_size=1).filter(lambda word: word != THEN), max_size=4), min_size=1, max_size=4)


@given(WORDS)
def test_commands_come_out_as_they_were_joined(commands):
    joined = [word for command in commands for word in (*command, THEN)][:-1]
    assert list(commands_of(joined)) == commands


@pytest.fixture
def tied(tmp_path):
    (tmp_path / "said.py").write_text(
        "import sys\nprint(sys.argv[1:], flush=True)\nsys.exit(int(sys.argv[2]) if len(sys.argv) > 2 else 0)\n"
    )

    def run(*arguments: str) -> subprocess.CompletedProcess:
        words = [sys.executable, "-m", "prongsai.platform.supervisor.tied", "said", *arguments]
        return subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run


def test_commands_run_one_after_the_other(tied):
    done = tied("first", "0", THEN, "second", "0")
    assert (done.returncode, done.stdout) == (0, "['first', '0']\n['second', '0']\n")
    assert done.stderr == ""


def test_the_first_that_fails_ends_it_with_its_status(tied):
    done = tied("first", "3", THEN, "second")
    assert (done.returncode, done.stdout) == (3, "['first', '3']\n")
