"""A question of several rooms is asked once for one page, and anew for the next."""

from __future__ import annotations

import pytest

from prongsai.platform.modules import asking_once, once


def test_inside_one_page_a_question_is_asked_once_and_outside_each_time():
    asked = []

    def ask() -> int:
        asked.append(1)
        return len(asked)

    with asking_once():
        assert [once("a", ask), once("a", ask)] == [1, 1]
        assert once(("a", 2), ask) == 2
    with asking_once():
        assert once("a", ask) == 3
    assert [once("a", ask), once("a", ask)] == [4, 5]


def test_an_answer_of_none_is_an_answer():
    asked = []
    with asking_once():
        for _ in range(3):
            assert once("a", lambda: asked.append(1)) is None
    assert len(asked) == 1


def test_a_page_that_breaks_leaves_no_answers_behind():
    def page() -> None:
        with asking_once():
            once("a", lambda: "old")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        page()
    assert once("a", lambda: "new") == "new"
