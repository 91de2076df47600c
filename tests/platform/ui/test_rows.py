"""Lists that are written row by row: rows are moved by their number, and go when they are emptied."""

from __future__ import annotations

from typing import ClassVar

import pytest
from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict

from prongsai.platform.ui.fields import TextField
from prongsai.platform.ui.rows import BesideRows, RowForm, RowForms, rows_for


class PlaceRow(RowForm):
    main: ClassVar[str] = "name"
    name = TextField(required=False)
    note = TextField(required=False)


def sent(*rows: dict[str, str], **more: str) -> QueryDict:
    told = QueryDict(mutable=True)
    told.update({"rows-TOTAL_FORMS": str(len(rows)), "rows-INITIAL_FORMS": "0", **more})
    for n, row in enumerate(rows):
        told.update({f"rows-{n}-{name}": value for name, value in row.items()})
    return told


def pieces(data: QueryDict | None, start=()) -> RowForms:
    return RowForms(BesideRows(data), rows_for(PlaceRow, data, start, extra=2))


def names(made: RowForms) -> list[str]:
    assert made.is_valid()
    return [entry["name"] for entry in made.entries()]


def test_rows_stand_in_the_order_of_their_numbers_and_those_without_one_come_last():
    rows = ({"name": "ก"}, {"name": "ข", "position": "๒"}, {"name": "ค", "position": "1"})
    assert names(pieces(sent(*rows))) == ["ค", "ข", "ก"]


def test_an_emptied_row_goes_whatever_else_stands_in_it():
    start = [{"name": "ก", "note": "เดิม"}]
    assert names(pieces(sent({"name": "", "note": "เดิม"}, {"name": "ข"}), start)) == ["ข"]


def test_a_new_row_that_lacks_its_first_box_is_asked_for_it():
    made = pieces(sent({"name": "", "note": "ลอย"}))
    assert not made.is_valid()
    assert made.errors


def test_an_unsent_list_shows_what_stands_numbered_and_empty_rows():
    made = pieces(None, [{"name": "ก"}, {"name": "ข"}])
    assert not made.is_valid()
    assert [form.initial.get("position") for form in made.rows] == [1, 2, None, None]
    assert [form["name"].field.widget.attrs["aria-label"][-1] for form in made.rows] == ["1", "2", "3", "4"]


def test_more_rows_than_a_list_may_have_are_refused():
    assert not pieces(sent(*[{"name": "ก"}] * 61)).is_valid()


def test_a_box_beside_the_rows_sent_twice_is_refused():
    data = sent({"name": "ก"})
    data.setlist("seen", ["a", "b"])
    with pytest.raises(SuspiciousOperation):
        pieces(data).is_valid()
