"""Asked to stop, everything ends in order, and nothing is left behind."""

from __future__ import annotations

import signal
import threading
import time

import psutil
import pytest

from processes import until

pytestmark = pytest.mark.faults


def test_asked_to_stop_it_answers_the_running_request_and_finishes_the_last_job(place):
    supervised = place.start(STAND_IN_LAST_JOB="0.5").wait_ready()
    assert until(lambda: supervised.has_said("at work"))
    answers = []
    request = threading.Thread(target=lambda: answers.append(supervised.get("/slow/1")))
    request.start()
    assert until(lambda: supervised.has_said("something slow was asked for"))
    children = [supervised.web(), supervised.worker(), supervised.server()]
    supervised.process.send_signal(signal.SIGTERM)
    supervised.process.wait()
    assert not any(child.is_running() and child.status() != psutil.STATUS_ZOMBIE for child in children)
    assert supervised.ends() == 0
    request.join()
    assert answers == [(200, "ok")]
    assert supervised.has_said("the last job is done")
    assert place.nothing_is_left(0.5)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_ctrl_c_and_a_closed_terminal_stop_everything(place, number):
    supervised = place.start().wait_ready()
    begun = time.monotonic()
    assert supervised.stop(number) == 0
    assert time.monotonic() - begun < 5
    assert place.nothing_is_left(0.5)


def test_a_second_ctrl_c_does_not_wait_for_what_is_running(place):
    supervised = place.start(worker="deaf").wait_ready()
    request = threading.Thread(target=supervised.get, args=["/slow/30", 60])
    request.start()
    assert until(lambda: supervised.has_said("something slow was asked for"))
    begun = time.monotonic()
    supervised.process.send_signal(signal.SIGINT)
    time.sleep(0.5)
    assert supervised.process.poll() is None
    assert supervised.stop(signal.SIGINT) == 0
    assert time.monotonic() - begun < 5
    request.join()
    assert place.nothing_is_left()


def test_asked_to_stop_while_tables_are_made_it_stops(place):
    supervised = place.start("slow_migration")
    assert until(lambda: supervised.has_said("migrating"), 30)
    assert supervised.stop() == 0
    assert place.nothing_is_left()


def test_tables_that_cannot_be_made_are_told_and_nothing_is_served(place):
    supervised = place.start("failing")
    assert supervised.ends() == 1
    assert supervised.has_said("a migration that fails")
    assert supervised.has_said("PREPARE")
    assert place.nothing_is_left()


def test_steps_are_done_once_in_order_before_the_first_page_and_the_greeting_is_shown(place):
    supervised = place.start().wait_ready()
    assert until(lambda: supervised.has_said("poomjai"))
    assert place.ask("SELECT step FROM finished") == [("second",)]
    assert "DATABASE_OWNER_URL" not in supervised.get("/told")[1]
    assert supervised.stop() == 0
