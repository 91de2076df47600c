from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import yaml

from bad_inputs.makers import MAKERS
from prongsai.ita.papers.json import to_json
from prongsai.ita.reading import read_bytes_limited
from prongsai.ita.thai import Refused

CASES = yaml.safe_load((Path(__file__).parent / "lines_054_080.yaml").read_text(encoding="utf-8"))
FILES = [case for case in CASES if "file" in case]
MEMORY = 512 << 20


def named(case) -> str:
    return f"{case['line']}-{case['file']}-{case['name']!a:.20}"


@pytest.fixture
def visitors():
    """A door on this machine that counts who comes."""
    came = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        stop = threading.Event()

        def wait() -> None:
            while not stop.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                came.append(1)
                connection.close()

        thread = threading.Thread(target=wait)
        thread.start()
        yield server.getsockname()[1], came
        stop.set()
        thread.join()


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder of its own; whatever is written beside a file lands in it."""
    inside = tmp_path / "a" / "b" / "c"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    return tmp_path


def made(case, port: int) -> bytes:
    return MAKERS[case["file"]]().replace(b"{port}", str(port).encode())


def everything_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*"))


def test_every_line_has_its_case():
    assert {case["line"] for case in CASES} == set(range(54, 81))


@pytest.mark.parametrize("case", FILES, ids=named)
def test_a_bad_file_gets_its_answer_and_harms_nothing(case, visitors, here):
    port, came = visitors
    data = made(case, port)
    before = everything_in(here)
    used = processor_seconds()
    answer = answer_to(data, case["name"])
    assert processor_seconds() - used <= (2 if case.get("by_header") else 20)
    assert everything_in(here) == before
    assert came == []
    check(case, answer)


def answer_to(data: bytes, name: str):
    try:
        return read_bytes_limited(data, name)
    except Refused as refused:
        return refused


def check(case, answer) -> None:
    if "refused" in case:
        assert isinstance(answer, Refused), answer
        rules = case["refused"] if isinstance(case["refused"], list) else [case["refused"]]
        assert answer.rule in rules, answer
        assert any("ก" <= letter <= "๛" for letter in answer.message)
        assert case.get("message", "") in answer.message
        assert answer.place.file is not None
        assert answer.place.file.isprintable()
        return
    assert not isinstance(answer, Refused), answer
    text = json.dumps(to_json(answer), ensure_ascii=False)
    assert case.get("title", "") in answer.document.title
    assert case.get("tells", "") in text
    assert "hides" not in case or case["hides"] not in text
    codes = {warning.code for warning in answer.warnings}
    assert set(case.get("warned", ())) <= codes
    assert not case.get("silent") or not codes & {"external-parts", "parts-dropped"}


def processor_seconds() -> float:
    times = os.times()
    return times.children_user + times.children_system


MEASURE = """
import resource, sys
from prongsai.ita.reading import read_bytes_limited
from prongsai.ita.thai import Refused
try:
    read_bytes_limited(open(sys.argv[1], "rb").read(), sys.argv[1])
except Refused:
    pass
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
"""


@pytest.mark.parametrize(("maker", "name"), [("bomb-of-text", "a.docx"), ("styled-rows", "a.xlsx")])
def test_no_child_ever_takes_more_memory_than_it_may(tmp_path, maker, name):
    """Measured from a small process: a child begins with the record of the one that started it."""
    (tmp_path / name).write_bytes(MAKERS[maker]())
    command = [sys.executable, "-c", MEASURE, str(tmp_path / name)]
    measured = subprocess.run(command, capture_output=True, text=True, check=True)
    assert 0 < int(measured.stdout) <= MEMORY
