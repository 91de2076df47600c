"""Every deed that code records has a name that people understand."""

import ast
from pathlib import Path

import pytest
from django.utils import translation

import prongsai
from prongsai.platform.audit.deed_names import all_names, name_deeds, name_of

SOURCE = Path(prongsai.__file__).parent


def recorded():
    """Give (file, action) of each call of `record` or `record_outside` in the code."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("record", "record_outside"):
                named = [word.value for word in node.keywords if word.arg == "action"]
                for given in (named or node.args[1:2])[:1]:
                    if isinstance(given, ast.Constant):
                        yield path.relative_to(SOURCE).as_posix(), given.value


def test_every_deed_has_a_name():
    told = list(recorded())
    assert told
    assert [(path, action) for path, action in told if action not in all_names()] == []


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
