"""Who may hold what an item asks for: proposed from the playbook, never made up."""

from __future__ import annotations

import pytest

from prongsai.ita.catalogue import framework_for, load_framework
from prongsai.ita.catalogue.item_roles import roles_for_item
from prongsai.ita.catalogue.playbook import Playbook, load_playbook


def names(year: int, code: str) -> list[str]:
    return [role.name for role in roles_for_item(load_framework(year), code, load_playbook())]


def test_who_leads_the_measure_that_feeds_an_item_comes_first():
    assert names(2568, "O12")[0] == "กองคลัง"
    assert names(2568, "O14")[0] == "สำนักปลัด"


@pytest.mark.parametrize("year", [2566, 2568, 2569])
def test_every_item_with_a_topic_that_has_a_play_gets_a_proposal(year):
    framework, book = load_framework(year), load_playbook()
    for item in framework.items:
        assert bool(roles_for_item(framework, item.code, book)) >= (book.play(item.topic) is not None), item.code


def test_an_item_that_the_year_has_not_gets_none():
    assert roles_for_item(load_framework(2568), "O99", load_playbook()) == ()


def test_without_plays_nothing_is_proposed():
    assert roles_for_item(load_framework(2568), "O12", Playbook({}, load_playbook().roles)) == ()


def test_a_role_is_named_once_and_a_draft_speaks_as_the_year_it_was_copied_from():
    draft, book = framework_for(2570), load_playbook()
    for item in draft.items:
        roles = roles_for_item(draft, item.code, book)
        assert len(set(roles)) == len(roles)
        if item.code in ("O12", "O14"):
            assert roles == roles_for_item(load_framework(draft.drafted_from), item.code, book)
