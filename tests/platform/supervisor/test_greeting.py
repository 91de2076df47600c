import sys
import time

import pytest

from processes import until
from prongsai.platform.supervisor.child import Program
from prongsai.platform.supervisor.greeting import Greeting


@pytest.fixture
def greeting(monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    begun = []

    def by(code: str) -> Greeting:
        begun.append(Greeting(Program("greeting", (sys.executable, "-c", code))))
        begun[-1].begin()
        return begun[-1]

    yield by
    for one in begun:
        one.end()


def told_by(one: Greeting, seconds: float) -> list[str]:
    told = []

    def said() -> list[str]:
        one.look(lambda event, facts: told.append(f"{event}: {facts['text']}"))
        return told

    until(said, seconds)
    return told


def test_what_the_program_prints_is_told_once(greeting):
    one = greeting("print('สวัสดี')")
    assert told_by(one, 10) == ["greeting: สวัสดี\n"]
    assert told_by(one, 0.1) == []


@pytest.mark.parametrize("code", ["print('no'); raise SystemExit(1)", "pass"])
def test_a_program_that_fails_or_is_silent_greets_nobody(greeting, code):
    assert told_by(greeting(code), 1) == []


def test_looking_never_waits_and_a_slow_program_is_ended(greeting):
    one = greeting("import time; time.sleep(60)")
    begun = time.monotonic()
    assert told_by(one, 0) == []
    one.end()
    assert time.monotonic() - begun < 5
