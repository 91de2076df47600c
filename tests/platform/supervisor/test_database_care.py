from itertools import pairwise

import pytest

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.supervisor import database_care
from prongsai.platform.supervisor.database_care import LONGEST_PAUSE, DatabaseCare


class Server:
    """A server that died and does not start until the disk has space again."""

    def __init__(self) -> None:
        self.full, self.dead, self.tries = True, True, 0

    def ensure_running(self) -> bool:
        self.tries += self.dead
        if self.dead and self.full:
            raise Refused("DATABASE", "No space left on device")
        was_dead, self.dead = self.dead, False
        return was_dead


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 0.0

    monkeypatch.setattr(database_care.time, "monotonic", lambda: Clock.now)
    return Clock


def test_a_server_that_does_not_start_is_tried_ever_more_slowly_and_for_ever(clock):
    server, told = Server(), []
    care = DatabaseCare(server)
    moments = []
    while clock.now < 600:
        before = server.tries
        care.look(lambda event, facts: told.append(event))
        if server.tries > before:
            moments.append(clock.now)
        clock.now += 0.25
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert gaps == sorted(gaps)
    assert (gaps[0], max(gaps)) == (0.5, LONGEST_PAUSE)
    assert set(told) == {"database-down"}


def test_when_the_disk_has_space_again_all_goes_on_and_the_pauses_begin_anew(clock):
    server, told = Server(), []
    care = DatabaseCare(server)

    def look():
        care.look(lambda event, facts: told.append((event, dict(facts))))

    look()
    server.full, clock.now = False, 1.0
    look()
    look()
    assert [event for event, _facts in told] == ["database-down", "database-restarted"]
    assert "No space left" in told[0][1]["reason"]
    server.dead = True
    look()
    assert told[-1][0] == "database-restarted"
