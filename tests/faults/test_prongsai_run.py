"""The real thing: `prongsai run` with its pages and its worker."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress

import psutil
import pytest

from processes import all_of, until
from supervised import HERE, Supervised

pytestmark = pytest.mark.faults
PRONGSAI = [sys.executable, "-c", "from prongsai.cli import main; main()", "--lang", "en"]


@pytest.fixture
def start(place):
    def begin() -> Supervised:
        place.started.append(Supervised(place.state, place.port, [*PRONGSAI, "run", "--port", str(place.port)]))
        return place.started[-1].wait_ready(120)

    return begin


def doctor(place) -> subprocess.CompletedProcess:
    known = {"PRONGSAI_STATE": str(place.state), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(HERE)}
    words = [*PRONGSAI, "doctor", "--port", str(place.port)]
    return subprocess.run(words, env=known, capture_output=True, text=True, check=False)


def test_it_starts_serves_survives_a_kill_stops_and_starts_again_with_the_same_tables(place, start):
    first = start()
    assert first.get("/")[0] == 200
    assert until(lambda: place.ask("SELECT 1 FROM procrastinate_workers"), 60)
    looked = doctor(place)
    assert "The background worker is alive" in looked.stdout
    assert looked.returncode == 0
    first.server().kill()
    assert until(lambda: first.get("/")[0] == 200, 20)
    made = place.ask("SELECT max(applied) FROM django_migrations")
    assert first.stop() == 0
    assert place.nothing_is_left()
    second = start()
    assert second.get("/")[0] == 200
    assert place.ask("SELECT max(applied) FROM django_migrations") == made
    assert second.stop() == 0
    assert place.nothing_is_left()


@pytest.mark.skipif(os.environ.get("PRONGSAI_LONG_FAULTS") != "1", reason="takes long: make faults")
def test_killed_while_the_tables_are_made_it_makes_them_at_the_next_start(place):
    for seconds in (0.5, 1.5, 3.0, 5.0):
        words = [*PRONGSAI, "run", "--port", str(place.port)]
        place.started.append(Supervised(place.state, place.port, words))
        time.sleep(seconds)
        place.started[-1].process.kill()
        for process in all_of(place.state):
            with suppress(psutil.NoSuchProcess):
                process.kill()
        place.started[-1].process.wait()
    place.started.append(Supervised(place.state, place.port, words))
    place.started[-1].wait_ready(180)
    assert place.started[-1].get("/")[0] == 200
    assert "All tables are up to date" in doctor(place).stdout
    assert place.started[-1].stop() == 0
