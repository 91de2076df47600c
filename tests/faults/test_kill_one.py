"""Whatever is killed is started again, and the others go on."""

from __future__ import annotations

import psutil
import pytest

from processes import until
from supervised import installation

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def running():
    with installation() as place:
        supervised = place.start().wait_ready()
        yield supervised
        assert supervised.stop() == 0
        assert place.nothing_is_left()


def page(supervised) -> int:
    return supervised.get("/ticket")[0]


def test_a_killed_web_server_serves_again_and_its_worker_is_gone(running):
    killed = running.web()
    workers = killed.children()
    assert workers
    killed.kill()
    assert until(lambda: running.get("/pid")[1] not in {"", *(str(worker.pid) for worker in workers)}, 15)
    assert until(lambda: all(not w.is_running() or w.status() == psutil.STATUS_ZOMBIE for w in workers), 5)
    assert until(lambda: page(running) == 200)


def test_a_killed_web_worker_is_replaced(running):
    web, before = running.web().pid, running.get("/pid")[1]
    psutil.Process(int(before)).kill()
    assert until(lambda: running.get("/pid")[1] not in ("", before), 10)
    assert running.web().pid == web


def test_a_killed_job_worker_is_started_again_while_pages_are_served(running):
    killed = running.worker()
    killed.kill()

    def replaced() -> bool:
        assert page(running) == 200
        found = running.worker_or_none()
        return found is not None and found.pid != killed.pid

    assert until(replaced, 10)


def test_a_killed_database_server_answers_again_without_a_restart_of_the_web_server(running):
    web = running.web().pid
    running.server().kill()
    assert until(lambda: page(running) == 503, 5) or page(running) == 200
    assert until(lambda: page(running) == 200, 10)
    assert running.web().pid == web


def test_killed_backends_of_the_database_are_replaced(running):
    backends = [child for child in running.server().children() if "prongsai_app" in " ".join(child.cmdline())]
    assert backends
    backends[0].kill()  # the server then ends all other sessions and recovers by itself
    assert until(lambda: page(running) == 200, 10)
