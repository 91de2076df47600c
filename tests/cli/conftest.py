"""Runs the command as a person would, in one process, and gives what it printed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from prongsai.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def run(capsys, monkeypatch):
    for name in ("PRONGSAI_LANG", "PRONGSAI_CATALOGUE"):
        monkeypatch.delenv(name, raising=False)

    def run_command(*arguments) -> Ran:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ran(int(left.value.code or 0), printed.out, printed.err)

    return run_command


@pytest.fixture
def demo_paper():
    return lambda name: Path(str(files("prongsai.platform.demo.papers").joinpath("texts", name)))


@pytest.fixture
def paper(tmp_path):
    """Write a small invented paper and give its path."""

    def write(text: str, name: str = "paper.txt") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write
