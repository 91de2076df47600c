"""Tables of a room are made together; circles of keys between them are bound, and what is taken away is gone."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.models import CreateModel
from django.db.migrations.state import ProjectState

from database import as_role
from prongsai.platform.tenancy.tables_together import TablesTogether, folded


def in_a_circle():
    """Two tables that name each other, a condition and an index, as `makemigrations` writes them."""
    key = ("id", models.BigAutoField(primary_key=True))
    return [
        migrations.CreateModel("Meeting", [key, ("title", models.CharField(max_length=9))]),
        migrations.CreateModel("Minutes", [key, ("meeting", models.ForeignKey("circle.Meeting", models.CASCADE))]),
        migrations.AddField("meeting", "latest", models.ForeignKey("circle.Minutes", models.SET_NULL, null=True)),
        migrations.AddConstraint("meeting", models.UniqueConstraint(fields=["title"], name="circle_once")),
        migrations.AddIndex("minutes", models.Index(fields=["meeting", "id"], name="circle_index")),
    ]


def bound_in(table):
    with connection.cursor() as cursor:
        return connection.introspection.get_constraints(cursor, table)


@pytest.mark.django_db(transaction=True)
def test_tables_that_name_each_other_are_made_with_keys_conditions_and_indexes_and_taken_away_again(transactional_db):
    together, before, after = folded(in_a_circle()), ProjectState(), ProjectState()
    together.state_forwards("circle", after)
    with as_role("prongsai_owner"), connection.schema_editor() as editor:
        together.database_forwards("circle", editor, before, after)
    try:
        meeting, minutes = bound_in("circle_meeting"), bound_in("circle_minutes")
        assert meeting["circle_once"]["columns"] == ["title"]
        assert minutes["circle_index"]["columns"] == ["meeting_id", "id"]
        assert ("circle_minutes", "id") in [found["foreign_key"] for found in meeting.values()]
        assert ("circle_meeting", "id") in [found["foreign_key"] for found in minutes.values()]
    finally:
        with as_role("prongsai_owner"), connection.schema_editor() as editor:
            together.database_backwards("circle", editor, after, before)
    assert "circle_meeting" not in connection.introspection.table_names()


def test_what_is_more_than_making_tables_is_not_folded():
    with pytest.raises(TypeError, match="not folded"):
        folded([migrations.RunSQL("SELECT 1")])


def test_every_room_makes_its_tables_together():
    loaded = MigrationLoader(None).disk_migrations.values()
    first = [found for found in loaded if found.initial and found.__module__.startswith("prongsai.")]
    alone = [str(found) for found in first if any(isinstance(each, CreateModel) for each in found.operations)]
    together = [found for found in first if any(isinstance(each, TablesTogether) for each in found.operations)]
    assert alone == []
    assert len(together) > 20
