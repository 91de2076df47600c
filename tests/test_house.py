"""The house plan that no linter holds us to."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "prongsai"
FILES = sorted(path for path in SOURCE.rglob("*.py") if path.parent.name != "migrations")
HOUSES = ("ita", "platform", "registers", "office", "desks")
ROOMS = sorted(path.parent for house in HOUSES for path in (SOURCE / house).glob("*/__init__.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools"}


def code_lines(path: Path) -> int:
    return sum(1 for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def functions():
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node, (node.end_lineno or node.lineno) - node.lineno + 1


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_is_a_drawer_for_everything():
    assert [path.name for path in FILES if path.stem in DRAWERS] == []


def test_files_stay_small():
    lengths = [code_lines(path) for path in FILES]
    assert max(lengths) <= 400
    assert statistics.quantiles(lengths, n=20)[-1] <= 250


def test_functions_stay_small():
    lengths = sorted((length, f"{path.name}:{node.name}") for path, node, length in functions())
    assert lengths[-1][0] <= 80, lengths[-3:]
    assert lengths[int(len(lengths) * 0.95)][0] <= 40


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_tells_what_it_is_for_in_thirty_lines(room):
    assert 3 <= len((room / "README.md").read_text(encoding="utf-8").splitlines()) <= 30


def test_the_core_has_no_clock_and_no_date_parser_but_its_own():
    outside = [path for path in FILES if "/ita/thai/" not in path.as_posix()]
    clocks = re.compile(r"\b(strptime|date\.today|datetime\.now|time\.time\()")
    assert [
        path.name for path in outside if "/ita/" in path.as_posix() and clocks.search(path.read_text("utf-8"))
    ] == []


def test_the_core_opens_no_network_connection():
    network = re.compile(r"^\s*(import|from) (socket|http|urllib\.request|requests|httpx|ssl|ftplib)\b", re.MULTILINE)
    core = [path for path in FILES if "/ita/" in path.as_posix() or "/cli/" in path.as_posix()]
    assert [path.name for path in core if network.search(path.read_text("utf-8"))] == []


def test_no_address_of_a_package_file_and_no_path_of_a_machine_stands_in_the_tree():
    address = re.compile(r"https?://[^\s\"')]+(/simple/|\.whl\b|\.tgz\b)|(?<![\w.])/(home|root|Users|work)/\w")
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in address.finditer(text) if path != Path(__file__)]
    assert found == []


def test_requirements_are_pinned_with_hashes():
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-node.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        packages = re.findall(r"^[a-z][\w.-]*.*$", text, re.MULTILINE)
        assert packages
        assert all("==" in line and line.endswith("\\") for line in packages), name
        assert "://" not in text


def imports_of(text: str):
    """Give every dotted name that a file imports, with the names taken from modules."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


OTHERS = re.compile(r"prongsai\.registers\.([a-z_]+)\.(?!services\b)")


def ways_round_services(text: str, own: str) -> list[str]:
    """Give what a file takes from another register but its services. `own`: the register it lies in, if in one."""
    return [told for told in imports_of(text) if (match := OTHERS.match(told)) and match[1] != own]


def test_a_register_is_entered_by_its_services_alone():
    found, looked_at = {}, 0
    for house in ("registers", "office", "desks"):
        for path in (SOURCE / house).rglob("*.py"):
            own = path.relative_to(SOURCE / house).parts[0] if house == "registers" else ""
            looked_at += 1
            if told := ways_round_services(path.read_text(encoding="utf-8"), own):
                found[path.name] = told
    assert looked_at > 300
    assert found == {}


def test_a_way_round_the_services_is_noticed():
    told = "from prongsai.registers.approvals.models import Submission"
    assert ways_round_services(told, "orders") == ["prongsai.registers.approvals.models.Submission"]
    assert ways_round_services(told, "approvals") == []
    assert ways_round_services("from prongsai.registers.approvals import services", "orders") == []
