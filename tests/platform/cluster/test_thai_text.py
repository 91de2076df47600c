import psycopg
import pytest


@pytest.fixture
def connection(server):
    with psycopg.connect(server.address("owner")) as connection:
        yield connection


def test_thai_letters_are_letters_for_the_search_of_similar_words(connection):
    connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    assert connection.execute("SELECT cardinality(show_trgm('กา'))").fetchone() == (3,)
    row = connection.execute("SELECT similarity('จัดซื้อจัดจ้าง', 'จัดซือจัดจาง'), similarity('จัดซื้อ', 'ประปา')").fetchone()
    assert row[0] > 0.4 > 0.1 > row[1]


def test_texts_sort_by_code_point_whatever_the_computer(connection):
    words = ["แก", "ก", "ข", "เก", "a", "B"]
    rows = connection.execute("SELECT w FROM unnest(%s::text[]) AS w ORDER BY w", [words]).fetchall()
    assert [word for (word,) in rows] == sorted(words)


def test_the_extensions_that_the_rooms_need_can_be_made_by_the_owner(connection):
    for name in ("btree_gist", "pg_trgm", "unaccent"):
        connection.execute(f"CREATE EXTENSION IF NOT EXISTS {name}")
