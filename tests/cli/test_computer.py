import pytest

from prongsai.cli import computer
from prongsai.cli.computer import refuse_windows
from prongsai.ita.thai.refusal import Refused


def test_on_windows_a_sentence_says_that_it_does_not_work_there(monkeypatch):
    monkeypatch.setattr(computer.os, "name", "nt")
    with pytest.raises(Refused, match="Windows") as refused:
        refuse_windows()
    monkeypatch.undo()
    assert refused.value.rule == "SYSTEM"


def test_elsewhere_it_goes_on(monkeypatch):
    monkeypatch.setattr(computer.os, "name", "posix")
    assert refuse_windows() is None
