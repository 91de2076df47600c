"""Every deed that code records has a name that people understand."""

import ast
from pathlib import Path

import pytest
from django.utils import translation

import prongsai
from prongsai.platform.audit.deed_names import all_names, name_deeds, name_of, name_of_figure, name_of_thing

SOURCE = Path(prongsai.__file__).parent


def calls():
    """Give each call of `record` or `record_outside` in the code, with its file."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("record", "record_outside"):
                yield path.relative_to(SOURCE).as_posix(), node


def recorded():
    """Give (file, action) of each call whose action is written out."""
    for path, call in calls():
        named = [word.value for word in call.keywords if word.arg == "action"]
        for given in (named or call.args[1:2])[:1]:
            if isinstance(given, ast.Constant):
                yield path, given.value


def test_every_deed_has_a_name():
    told = list(recorded())
    assert told
    assert [(path, action) for path, action in told if action not in all_names()] == []


def figures_told():
    """Give (file, key) of each figure that is written out in a call of `record` or `record_outside`."""
    for path, call in calls():
        for word in call.keywords:
            if word.arg == "figures" and isinstance(word.value, ast.Dict):
                yield from ((path, key.value) for key in word.value.keys if isinstance(key, ast.Constant))


def test_every_figure_has_a_name():
    with translation.override("th"):
        assert [(path, key) for path, key in figures_told() if name_of_figure(key) == key] == []


def test_a_thing_is_told_as_what_it_is():
    with translation.override("en"):
        assert name_of_thing("agency.unit:3") == "Unit 3"
    assert name_of_thing("job:4") == "job:4"
    assert name_of_thing("gone.thing:1") == "gone.thing:1"


@pytest.mark.parametrize("action", sorted(all_names()))
def test_every_name_is_said_in_thai(action):
    with translation.override("th"):
        words = name_of(action)
    assert any("ก" <= letter <= "๛" for letter in words)


def test_two_names_for_one_deed_are_an_error():
    with pytest.raises(ValueError, match="two names"):
        name_deeds({"audit.exported": "Something else"})


def test_an_unknown_deed_is_shown_as_it_was_recorded():
    assert name_of("old.deed_of_a_room_that_is_gone") == "old.deed_of_a_room_that_is_gone"
