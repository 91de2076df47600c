from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg.conninfo import conninfo_to_dict

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster import cluster
from prongsai.platform.cluster.address import address, with_database

FOLDERS = st.text(st.characters(exclude_characters="\0,/", exclude_categories=["Cs"]), min_size=1, max_size=20)
OUTSIDE = "postgresql://prongsai_app:p%40ss@db.example:6543/prongsai?sslmode=verify-full"


@given(FOLDERS, FOLDERS)
def test_every_folder_and_database_name_comes_back_out_of_an_address(folder, database):
    told = conninfo_to_dict(address(Path("/") / folder, "prongsai_app", database))
    assert told["host"] == str(Path("/") / folder)
    assert (told["dbname"], told["user"], told["port"]) == (database, "prongsai_app", "5432")


def test_another_database_keeps_the_rest_of_an_address():
    told = conninfo_to_dict(with_database(OUTSIDE, "test_๑"))
    assert told == {**conninfo_to_dict(OUTSIDE), "dbname": "test_๑"}
    assert with_database(OUTSIDE, None) == OUTSIDE


def test_with_an_outside_server_nothing_is_started_or_made(state, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", OUTSIDE)
    monkeypatch.setenv("DATABASE_OWNER_URL", OUTSIDE.replace("_app", "_owner"))
    with cluster(state) as server:
        assert server.address("app") == OUTSIDE
        assert conninfo_to_dict(server.address("owner", database="x"))["user"] == "prongsai_owner"
        assert server.accounts == {"app", "owner"}
        assert server.ensure_running() is False
        server.ensure_database("prongsai")
    assert not state.exists()


def test_an_address_that_is_not_told_is_asked_for_by_its_name(state, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", OUTSIDE)
    with cluster(state) as server, pytest.raises(Refused, match="DATABASE_BACKUP_URL"):
        server.address("backup")


def test_tests_never_use_an_outside_server(state, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", OUTSIDE)
    with cluster(state, test=True) as server:
        assert "db.example" not in server.address("app")
