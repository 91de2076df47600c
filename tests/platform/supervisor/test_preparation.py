import os
from pathlib import Path

import psycopg
import pytest

from processes import open_folder
from prongsai.platform.cluster import cluster
from prongsai.platform.supervisor import preparation
from prongsai.platform.supervisor.preparation import NOTE, forget_preparation, is_prepared, note_preparation


@pytest.fixture(scope="module")
def server():
    with open_folder() as folder, cluster(folder, test=True) as server:
        server.ensure_database("prongsai")
        yield server


@pytest.fixture
def sql(server):
    """Speak as owner, with the list of migrations that Django keeps."""
    with psycopg.connect(server.address("owner"), autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS django_migrations")
        connection.execute("CREATE TABLE django_migrations (id serial, app text, name text, applied timestamptz)")
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('agency', '0001', now())")
        yield connection.execute


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Pretend that the program consists of one file."""
    file = tmp_path / "package" / "__init__.py"
    file.parent.mkdir()
    file.write_text("")
    monkeypatch.setattr(preparation.prongsai, "__file__", str(file))
    return file


@pytest.fixture
def state(tmp_path, server, sql, package) -> Path:
    (tmp_path / "static").mkdir()
    note_preparation(tmp_path, server)
    assert is_prepared(tmp_path, server)
    return tmp_path


def test_a_forgotten_preparation_is_made_again(state, server):
    forget_preparation(state)
    forget_preparation(state)
    assert not is_prepared(state, server)


def test_after_an_edited_or_added_file_it_is_made_again(state, server, package):
    os.utime(package, (1, 1))
    assert not is_prepared(state, server)
    note_preparation(state, server)
    (package.parent / "migrations").mkdir()
    (package.parent / "migrations" / "0002.py").write_text("")
    assert not is_prepared(state, server)


def test_compiled_files_do_not_count(state, server, package):
    (package.parent / "__pycache__").mkdir()
    (package.parent / "__pycache__" / "x.pyc").write_bytes(b"")
    assert is_prepared(state, server)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM django_migrations",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('agency', '0002', now())",
        "UPDATE django_migrations SET applied = applied - interval '1 day'",
        "DROP TABLE django_migrations",
    ],
)
def test_after_another_database_was_restored_it_is_made_again(state, server, sql, change):
    sql(change)
    assert not is_prepared(state, server)


def test_after_an_update_of_a_package_it_is_made_again(state, server, monkeypatch):
    monkeypatch.setattr(preparation, "_packages", lambda: ["django-6.0.dist-info"])
    assert not is_prepared(state, server)


def test_without_page_files_or_with_a_broken_note_it_is_made_again(state, server):
    (state / NOTE).write_bytes(b"")
    assert not is_prepared(state, server)
    note_preparation(state, server)
    (state / "static").rmdir()
    assert not is_prepared(state, server)


def test_without_a_list_of_migrations_nothing_is_noted(tmp_path, server, sql, package):
    sql("DROP TABLE django_migrations")
    note_preparation(tmp_path, server)
    assert not (tmp_path / NOTE).exists()
