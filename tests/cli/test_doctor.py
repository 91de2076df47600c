import socket

import pytest

from processes import open_folder
from prongsai.cli.doctor_words import _of_the_database, _of_the_machine, _of_the_place, words_of
from prongsai.cli.language import use_language
from prongsai.platform.supervisor.checkup import Finding, Verdict

FACTS = ("moment", "gigabytes", "folder", "reason", "pid", "address", "port", "major", "name", "found", "version")
EVERY_FACT = dict.fromkeys((*FACTS, "rights", "seconds"), "x")


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_BACKUP_URL", "PRONGSAI_PG_BIN"):
        monkeypatch.delenv(name, raising=False)
    with open_folder() as folder:
        monkeypatch.setenv("PRONGSAI_STATE", str(folder))
        yield


def test_a_fresh_computer_is_well_and_told_how_to_start(run):
    ran = run("doctor", "--port", "1")
    assert ran.code == 0
    assert "prongsai run" in ran.out
    assert "✗" not in ran.out
    assert ran.out.strip().endswith("ทุกอย่างเรียบร้อย")


def test_a_stranger_on_the_port_is_told_with_what_to_do(run):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        ran = run("--lang", "en", "doctor", "--port", port)
    assert ran.code == 1
    assert f"✗ Another program uses port {port}" in ran.out
    assert "--port 8001" in ran.out
    assert "1 to be put right" in ran.out


def test_programs_read_the_findings_as_json(run, monkeypatch, tmp_path):
    monkeypatch.setenv("PRONGSAI_PG_BIN", str(tmp_path))
    ran = run("doctor", "--port", "1", "--json")
    assert ran.code == 1
    assert {finding["verdict"] for finding in ran.json} == {"well", "note", "wrong"}
    (wrong,) = [finding for finding in ran.json if finding["verdict"] == "wrong"]
    assert wrong["code"] == "programs"
    assert str(tmp_path) in wrong["message"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_finding_has_its_sentence_in_both_languages(language):
    use_language(language)
    for code, verdict in {**_of_the_machine(), **_of_the_place(), **_of_the_database()}:
        said = words_of(Finding(code, Verdict(verdict), EVERY_FACT))
        assert said
        assert "{" not in said
