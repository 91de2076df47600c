"""Every field of the model appears in the workbook and in comparisons under a Thai name of its own."""

import re
from typing import get_args

import pytest

from prongsai.ita.catalogue import Framework
from prongsai.ita.catalogue.fields import Leaf, leaves_of, value_at
from prongsai.ita.catalogue.labels import choice_from_label, choice_label
from prongsai.ita.catalogue.model import Confidence, LayoutColumn
from prongsai.ita.catalogue.tables import TABLES, single_leaves

RECORDS = {"ปี": Framework} | {table.name: table.record for table in TABLES}
CODES = {"IIT", "EIT", "OIT"}


@pytest.mark.parametrize("name", RECORDS)
def test_headings_are_thai_and_differ(name: str) -> None:
    headings = [leaf.heading for leaf in leaves_of(RECORDS[name])]
    assert len(set(headings)) == len(headings)
    for heading in headings:
        for part in heading.split(" › "):
            assert part in CODES or re.search("[ก-๙]", part), heading


def test_every_field_of_a_framework_is_a_leaf_or_in_a_table() -> None:
    reached = {leaf.path[0] for leaf in single_leaves()} | {table.path[0] for table in TABLES} | {"open_points"}
    assert reached == {info.alias or name for name, info in Framework.model_fields.items()}


@pytest.mark.parametrize("choices", [get_args(Confidence), get_args(LayoutColumn)])
def test_a_thai_word_stands_for_one_choice(choices: tuple[str, ...]) -> None:
    assert [choice_from_label(choice_label(choice), choices) for choice in choices] == list(choices)


def test_an_unknown_word_stays_as_it_is() -> None:
    assert choice_from_label("แน่นอน", get_args(Confidence)) == "แน่นอน"


def test_all_choices_of_a_leaf_have_different_words() -> None:
    leaves: list[Leaf] = [leaf for record in RECORDS.values() for leaf in leaves_of(record)]
    for leaf in leaves:
        words = {choice_label(choice) for choice in leaf.choices}
        assert len(words) == len(leaf.choices), leaf.path


def test_a_value_is_found_by_its_path() -> None:
    leaf = next(leaf for leaf in single_leaves() if leaf.path == ("schema",))
    assert leaf.choices == ("prongsai.catalogue/1",)
    assert value_at({"a": {"b": 1}}, ("a", "b")) == 1
    assert value_at({"a": None}, ("a", "b")) is None
