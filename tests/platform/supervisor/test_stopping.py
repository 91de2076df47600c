import os
import signal
import threading
import time

import pytest

from prongsai.platform.supervisor.stopping import listening_for_stop


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_each_signal_asks_to_stop_and_a_second_hurries(number):
    with listening_for_stop() as wish:
        assert not wish.wait(0)
        os.kill(os.getpid(), number)
        assert (wish.asked, wish.hurry) == (True, False)
        os.kill(os.getpid(), number)
        assert wish.hurry


def test_a_wish_ends_a_wait():
    with listening_for_stop() as wish:
        threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGTERM)).start()
        begun = time.monotonic()
        assert wish.wait(20)
        assert time.monotonic() - begun < 10


def test_afterwards_the_signals_are_as_before():
    before = signal.getsignal(signal.SIGTERM)
    with listening_for_stop():
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_closed_terminal_is_ignored_where_it_was_ignored_before():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with listening_for_stop() as wish:
            os.kill(os.getpid(), signal.SIGHUP)
            assert not wish.asked
    finally:
        signal.signal(signal.SIGHUP, before)
