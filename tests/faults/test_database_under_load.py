"""F2, F8: the database is killed or restarted while numbers are taken. What was acknowledged is stored, once."""

from __future__ import annotations

import random
import signal
import threading
import time
from dataclasses import dataclass, field

import pytest

from processes import until

pytestmark = pytest.mark.faults
CLIENTS = 4


@dataclass
class Load:
    """Clients that take numbers, one after the other, until told to stop."""

    supervised: object
    numbers: list[int] = field(default_factory=list)
    statuses: set[int] = field(default_factory=set)
    ended: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Load:
        self.threads = [threading.Thread(target=self.take) for _client in range(CLIENTS)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.ended.set()
        for thread in self.threads:
            thread.join()

    def take(self) -> None:
        while not self.ended.is_set():
            status, body = self.supervised.get("/ticket")
            self.statuses.add(status)
            if status == 200:
                self.numbers.append(int(body))

    def goes_on(self, seconds: float) -> bool:
        """Wait until more numbers are given."""
        given = len(self.numbers)
        return until(lambda: len(self.numbers) > given + CLIENTS, seconds)


def assert_kept_once(place, load: Load) -> None:
    """Compare what clients were told with what is stored."""
    stored = [number for (number,) in place.ask("SELECT number FROM ticket")]
    assert len(set(load.numbers)) == len(load.numbers)
    assert set(load.numbers) <= set(stored)
    assert sorted(stored) == list(range(1, len(stored) + 1))
    assert len(stored) - len(load.numbers) <= CLIENTS * 20  # told nothing: at most what was under way at each kill


def test_a_killed_database_loses_and_doubles_nothing(place, rounds):
    supervised = place.start().wait_ready()
    web, chance, waits = supervised.web().pid, random.Random(2), []
    with Load(supervised) as load:
        for _round in range(rounds):
            assert load.goes_on(15)
            time.sleep(chance.uniform(0.1, 0.6))
            supervised.server().kill()
            begun = time.monotonic()
            assert load.goes_on(10), supervised.said
            waits.append(time.monotonic() - begun)
    assert max(waits) <= 10
    assert supervised.web().pid == web
    assert load.statuses <= {200, 503}
    assert_kept_once(place, load)
    assert supervised.stop() == 0
    assert place.nothing_is_left()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGQUIT], ids=["fast", "immediate"])
def test_a_restarted_database_only_disturbs_what_is_under_way(place, number):
    supervised = place.start().wait_ready()
    with Load(supervised) as load:
        assert load.goes_on(15)
        supervised.server().send_signal(number)
        assert load.goes_on(10), supervised.said
    assert load.statuses <= {200, 503}
    assert_kept_once(place, load)
    assert supervised.stop() == 0
