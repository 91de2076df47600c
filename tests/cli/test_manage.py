import os
import signal
import subprocess
import sys

import pytest

from processes import open_folder, servers_of, until

STAND_IN = """
import os, sys, time
print(" ".join(sys.argv[1:]), os.environ["DATABASE_URL"].split("@")[0], os.environ.get("PRONGSAI_MIGRATING", "-"),
      "DATABASE_OWNER_URL" in os.environ, flush=True)
if sys.argv[1] == "wait":
    time.sleep(60)
sys.exit(5 if sys.argv[1] == "fail" else 0)
"""
MANAGE = """
import sys
from prongsai.platform.supervisor import plan
plan.MANAGE = "manage_of_the_test"
from prongsai.cli import main
main(sys.argv[1:])
"""


@pytest.fixture
def manage(tmp_path):
    (tmp_path / "manage_of_the_test.py").write_text(STAND_IN)
    with open_folder() as state:
        known = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "PRONGSAI_"))}
        known |= {"PRONGSAI_STATE": str(state), "PYTHONPATH": str(tmp_path)}
        started = []

        def start(*arguments: str) -> subprocess.Popen:
            words = [sys.executable, "-c", MANAGE, "manage", *arguments]
            started.append(subprocess.Popen(words, env=known, stdout=subprocess.PIPE, text=True))
            return started[-1]

        start.state = state
        yield start
        for process in started:
            process.kill()
            process.communicate()


def test_a_command_works_as_the_application_and_with_its_own_options(manage):
    process = manage("check", "--deploy", "--help")
    assert process.stdout.read() == "check --deploy --help postgresql://prongsai_app - False\n"
    assert process.wait() == 0
    assert servers_of(manage.state) == []


@pytest.mark.parametrize("command", ["migrate", "createcachetable", "flush"])
def test_what_changes_tables_works_as_their_owner(manage, command):
    process = manage(command)
    assert process.stdout.read() == f"{command} postgresql://prongsai_owner 1 True\n"
    assert process.wait() == 0


def test_a_failure_is_passed_on_and_the_server_is_stopped(manage):
    assert manage("fail").wait() == 5
    assert servers_of(manage.state) == []


def test_asked_to_end_it_leaves_the_server_in_order(manage):
    process = manage("wait")
    assert process.stdout.readline().startswith("wait")
    process.send_signal(signal.SIGTERM)
    assert process.wait() == 128 + signal.SIGTERM
    assert until(lambda: servers_of(manage.state) == [], 2)
