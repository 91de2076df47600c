import os
import socket
import subprocess
import sys
from functools import partial

import psycopg
import pytest

from processes import open_folder, servers_of
from prongsai.ita.writing.fonts import fonts_folder
from prongsai.platform.cluster import cluster
from prongsai.platform.supervisor import checkup_machine
from prongsai.platform.supervisor.checkup import Verdict, examine
from prongsai.platform.supervisor.checkup_database import database_findings, heartbeat_finding, rights_finding
from prongsai.platform.supervisor.checkup_machine import clock_finding, machine_findings, space_finding
from prongsai.platform.supervisor.checkup_place import place_findings

YEAR_2569 = 18_900_000_000
NOVEMBER_2026 = 1_795_000_000
WELL, NOTE, WRONG = Verdict.WELL, Verdict.NOTE, Verdict.WRONG


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch):
    for name in ("PRONGSAI_PG_BIN", "PRONGSAI_OS_USER", "DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_BACKUP_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def state():
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def server():
    with open_folder() as folder, cluster(folder, test=True) as server:
        server.ensure_database("prongsai")
        yield server


def verdicts(findings) -> dict[str, Verdict]:
    return {finding.code: finding.verdict for finding in findings}


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        (NOVEMBER_2026, WELL),
        (NOVEMBER_2026 + 20 * 366 * 86_400, WELL),
        (NOVEMBER_2026 - 3 * 86_400, WRONG),
        (0, WRONG),
        (YEAR_2569, WRONG),
    ],
)
def test_a_clock_before_the_installation_or_in_a_buddhist_year_is_wrong(now, verdict):
    assert clock_finding(now, installed=NOVEMBER_2026).verdict is verdict


def test_less_than_a_gigabyte_is_too_little(tmp_path):
    assert space_finding(999_999_999, tmp_path).verdict is WRONG
    assert space_finding(1_000_000_000, tmp_path).verdict is WELL


def test_a_stranger_on_the_port_is_found(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert verdicts(machine_findings(tmp_path, "127.0.0.1", port))["port"] is WRONG
    assert verdicts(machine_findings(tmp_path, "127.0.0.1", port))["running"] is NOTE


def test_missing_fonts_are_found(tmp_path, monkeypatch):
    monkeypatch.setattr(checkup_machine, "fonts_folder", partial(fonts_folder, tmp_path))
    assert verdicts(machine_findings(tmp_path, "127.0.0.1", 1))["fonts"] is WRONG


def test_looking_at_a_place_where_nothing_is_makes_nothing(state):
    found = verdicts(examine(state, "127.0.0.1", 1))
    assert (found["programs"], found["state"], found["database"]) == (WELL, NOTE, NOTE)
    assert not state.exists()


def test_missing_programs_are_found_and_nothing_further_is_asked(state, monkeypatch, tmp_path):
    monkeypatch.setenv("PRONGSAI_PG_BIN", str(tmp_path))
    found = list(examine(state, "127.0.0.1", 1))
    assert (found[-1].code, found[-1].verdict) == ("programs", WRONG)


def test_data_of_another_version_are_found(state):
    (state / "postgres" / "16").mkdir(parents=True)
    (state / "postgres" / "16" / "PG_VERSION").write_text("16\n")
    (state / "postgres" / "17.new-x").mkdir()
    found = {finding.code: finding for finding in place_findings(state)}
    assert found["version"].verdict is WRONG
    assert found["version"].facts["found"] == "16"


def test_what_a_killed_server_left_is_only_worth_knowing(state):
    with cluster(state) as server:
        data = server.places.data
    (data / "postmaster.pid").write_text("1\n")
    found = verdicts(place_findings(state))
    assert (found["leftovers"], found["state"]) == (NOTE, WELL)
    assert "version" not in found


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can take a folder from its owner")
def test_a_data_folder_that_its_account_cannot_write_is_found(state, monkeypatch):
    with cluster(state) as server:
        server.places.data.chmod(0o500)
    assert verdicts(place_findings(state))["state"] is WRONG


def test_with_an_outside_server_only_its_database_is_looked_at(state, monkeypatch, server):
    monkeypatch.setenv("DATABASE_URL", server.address("app"))
    monkeypatch.setenv("DATABASE_OWNER_URL", server.address("owner"))
    assert verdicts(place_findings(state)) == {"outside": NOTE}
    assert verdicts(database_findings(state))["database"] is WELL


def test_a_database_that_does_not_answer_is_found(state, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://prongsai_app@127.0.0.1:1/prongsai")
    found = list(database_findings(state))
    assert [(finding.code, finding.verdict) for finding in found] == [("database", WRONG)]
    assert found[0].facts["reason"]


@pytest.mark.parametrize(
    ("account", "rights"), [("app", ""), ("backup", "BYPASSRLS"), ("admin", "SUPERUSER, BYPASSRLS, OWNER")]
)
def test_an_account_that_may_too_much_is_found(server, account, rights):
    with psycopg.connect(server.address(account)) as connection:
        finding = rights_finding(connection)
    assert (finding.facts["rights"], finding.verdict) == (rights, WRONG if rights else WELL)


def test_an_account_that_owns_a_table_is_found(server):
    with psycopg.connect(server.address("owner")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS mine ()")
        assert rights_finding(connection).facts["rights"] == "OWNER"


@pytest.mark.parametrize(
    ("beats", "verdict"), [(["now()"], WELL), (["now() - interval '2 minutes'"], WRONG), ([], WRONG)]
)
def test_a_worker_that_is_silent_is_found(server, beats, verdict):
    with psycopg.connect(server.address("owner")) as connection:
        connection.execute("CREATE TABLE procrastinate_workers (last_heartbeat timestamptz)")
        for beat in beats:
            connection.execute(f"INSERT INTO procrastinate_workers VALUES ({beat})")
        assert heartbeat_finding(connection).verdict is verdict
        connection.rollback()
        assert heartbeat_finding(connection).verdict is WRONG


def test_looking_leaves_no_server_behind(state, monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "prongsai.config.settings")
    code = "import sys; from pathlib import Path; from prongsai.platform.cluster import cluster\n" + (
        "with cluster(Path(sys.argv[1])) as server: server.ensure_database('prongsai')"
    )
    subprocess.run([sys.executable, "-c", code, str(state)], check=True)
    found = verdicts(database_findings(state))
    assert (found["database"], found["letters"], found["rights"]) == (WELL, WELL, WELL)
    assert found["tables"] is WRONG
    assert servers_of(state) == []
