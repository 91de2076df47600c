import os
import shutil
from pathlib import Path

import psycopg
import pytest

from processes import psql_as
from prongsai.platform.cluster import cluster
from prongsai.platform.cluster.programs import find_programs

FORBIDDEN = [
    "CREATE TABLE mine ()",
    "CREATE SCHEMA mine",
    "CREATE TEMPORARY TABLE mine ()",
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE DATABASE mine",
    "CREATE ROLE mine",
    "SET ROLE prongsai_owner",
    "SET SESSION AUTHORIZATION prongsai_admin",
    "ALTER TABLE rows DISABLE ROW LEVEL SECURITY",
    "DROP POLICY none ON rows",
    "TRUNCATE rows",
    "COPY rows TO PROGRAM 'cat'",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT * FROM pg_authid",
    "ALTER SYSTEM SET fsync = off",
]


@pytest.fixture(scope="module", autouse=True)
def table(server):
    """Make a table that a policy closes to everybody but those whom no policy binds."""
    with psycopg.connect(server.address("owner")) as connection:
        connection.execute("CREATE TABLE rows AS SELECT 1 AS n")
        connection.execute("ALTER TABLE rows ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")
        connection.execute("CREATE POLICY none ON rows USING (false)")
        connection.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON rows TO prongsai_app")


def seen(server, account: str) -> list:
    with psycopg.connect(server.address(account)) as connection:
        return connection.execute("SELECT n FROM rows").fetchall()


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_application_may_not(server, statement):
    refused = pytest.raises(psycopg.errors.InsufficientPrivilege)
    with psycopg.connect(server.address("app"), autocommit=True) as connection, refused:
        connection.execute(statement)


def test_the_application_cannot_switch_the_policies_off(server):
    with psycopg.connect(server.address("app")) as connection:
        connection.execute("SET row_security = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM rows")


def test_policies_bind_owner_and_application_and_not_the_back_up(server):
    assert {account: seen(server, account) for account in ("owner", "app", "backup")} == {
        "owner": [],
        "app": [],
        "backup": [(1,)],
    }


def test_the_back_up_cannot_write(server):
    with psycopg.connect(server.address("backup")) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("DELETE FROM rows")


def test_only_on_the_server_for_tests_the_owner_makes_databases(server, state):
    question = "SELECT rolcreatedb, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'prongsai_owner'"
    with psycopg.connect(server.address("owner")) as connection:
        assert connection.execute(question).fetchone() == (True, False, False)
    with cluster(state) as real, psycopg.connect(real.address("admin", "postgres")) as connection:
        assert connection.execute(question).fetchone() == (False, False, False)
        assert connection.execute("SHOW fsync").fetchone() == ("on",)
        assert connection.execute("SHOW synchronous_commit").fetchone() == ("on",)


def test_a_stranger_to_the_database_is_refused_by_it(server):
    with psycopg.connect(server.address("admin", "postgres"), autocommit=True) as connection:
        connection.execute("CREATE ROLE stranger LOGIN")
    address = server.address("app").replace("prongsai_app", "stranger")
    with pytest.raises(psycopg.OperationalError, match="CONNECT"):
        psycopg.connect(address)


def test_making_a_database_twice_changes_nothing(server):
    server.ensure_database("prongsai")
    assert seen(server, "backup") == [(1,)]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can try as another account")
def test_another_account_of_the_computer_does_not_reach_the_socket(server):
    programs = find_programs().folder
    assert psql_as(server.account.uid, server.address("admin", "postgres"), programs).returncode == 0
    tried = psql_as(4_242, server.address("admin", "postgres"), programs)
    assert (tried.returncode, "Permission denied" in tried.stderr) == (2, True)


def test_the_log_tells_no_value_of_a_failed_statement(server):
    with psycopg.connect(server.address("owner"), autocommit=True) as connection:
        connection.execute("CREATE TABLE people (name text PRIMARY KEY)")
        connection.execute("INSERT INTO people VALUES ('กระต่ายในดวงจันทร์')")
        with pytest.raises(psycopg.errors.UniqueViolation, match="ดวงจันทร์"):
            connection.execute("INSERT INTO people VALUES (%s)", ["กระต่ายในดวงจันทร์"])
        with pytest.raises(psycopg.errors.InvalidTextRepresentation, match="ดวงจันทร์"):
            connection.execute("SELECT 'กระต่ายในดวงจันทร์'::text::int")
    log = server.places.log.read_text("utf-8")
    assert "ready to accept connections" in log
    assert "ดวงจันทร์" not in log


def older_programs() -> Path | None:
    found = shutil.which("postgres")
    folder = Path(found).resolve().parent if found else None
    return folder if folder and (folder / "initdb").exists() else None


@pytest.mark.skipif(older_programs() is None, reason="no other PostgreSQL on this computer")
def test_another_version_of_postgresql_serves_from_a_folder_of_its_own(state, monkeypatch):
    monkeypatch.setenv("PRONGSAI_PG_BIN", str(older_programs()))
    with cluster(state, test=True) as server, psycopg.connect(server.address("owner", "postgres")) as connection:
        assert connection.info.server_version // 10_000 == server.places.major
        assert connection.execute("SELECT 'ก' ~ '[[:alpha:]]'").fetchone() == (True,)
