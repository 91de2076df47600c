"""F24: with one gigabyte for everything, many who log in at once are answered, and nothing is killed."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from supervised import Supervised

pytestmark = pytest.mark.faults
PRONGSAI = [sys.executable, "-c", "from prongsai.cli import main; main()", "--lang", "en"]
GIGABYTE, PEOPLE = 1 << 30, 60
GROUPS = Path("/sys/fs/cgroup")
INSIDE = 'echo $$ > "$0/cgroup.procs" && exec "$@"'
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Room:
    """A control group of Linux: what runs inside has so much memory and no more."""

    folder: Path
    limit: str
    killed: str

    def kills(self) -> int:
        """Count what the system killed for want of memory."""
        lines = dict(line.split() for line in (self.folder / self.killed).read_text("ascii").splitlines())
        return int(lines["oom_kill"])


@pytest.fixture
def gigabyte(place) -> Iterator[Room]:
    """A group of one gigabyte; whatever runs in it has ended before it goes."""
    unified = Room(GROUPS / "prongsai-test", "memory.max", "memory.events")
    divided = Room(GROUPS / "memory" / "prongsai-test", "memory.limit_in_bytes", "memory.oom_control")
    room = divided if divided.folder.parent.is_dir() else unified
    try:
        room.folder.mkdir(exist_ok=True)
        (room.folder / room.limit).write_text(str(GIGABYTE))
    except OSError:
        pytest.skip("only root may give a group of processes its own memory")
    yield room
    place.end_all()
    room.folder.rmdir()


def log_in(port: int, number: int) -> int:
    """Try a name of one's own with a wrong passphrase, as a browser does; give the status, 0 for no answer."""
    with requests.Session() as browser:
        page = f"http://127.0.0.1:{port}/account/login/"
        try:
            token = TOKEN.search(browser.get(page, timeout=60).text)[1]
            told = {"csrfmiddlewaretoken": token, "login_name": f"somebody{number}", "passphrase": "ไม่ใช่วลีที่ตั้งไว้แน่"}
            return browser.post(page, told, headers={"Referer": page}, timeout=60).status_code
        except requests.RequestException:
            return 0


def test_sixty_who_log_in_at_once_are_answered_and_the_database_lives(place, gigabyte):
    words = ["sh", "-c", INSIDE, str(gigabyte.folder), *PRONGSAI, "run", "--port", str(place.port)]
    place.started.append(Supervised(place.state, place.port, words))
    supervised = place.started[-1].wait_ready(120)
    server = supervised.server().pid
    with ThreadPoolExecutor(PEOPLE) as people:
        answers = Counter(people.map(lambda number: log_in(place.port, number), range(PEOPLE)))
    assert answers.keys() <= {200, 503}, answers
    assert answers[200] > 0
    assert gigabyte.kills() == 0
    assert supervised.server().pid == server
    assert supervised.get("/")[0] == 200
    assert supervised.stop() == 0
