"""Two agencies, and a way to ask the database without Django's models."""

import pytest
from django.db import connection

from cast import make_twins


@pytest.fixture
def twins(db):
    return make_twins()


@pytest.fixture
def ask(db):
    """Ask in plain SQL; gives all rows."""

    def run(question, *values):
        with connection.cursor() as cursor:
            cursor.execute(question, values)
            return cursor.fetchall() if cursor.description else cursor.rowcount

    return run
