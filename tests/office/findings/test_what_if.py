"""The simulator answers by its address alone, and refuses in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from prongsai.ita.scoring import Scores
from prongsai.office.findings.simulating import Wishes, places, simulate
from prongsai.office.rounds.frameworks import framework_of, presumption
from prongsai.platform.accounts.models import Role
from years_of_an_office import confirmed

FRAMEWORK = framework_of(2567)
SCORES = Scores(
    indicators={n: Decimal(score) for n, score in enumerate(
        ("93.40", "87.92", "86.75", "78.16", "88.07", "90.45", "87.83", "83.62", "95.00", "87.50"), 1
    )},
    items={"O33": Decimal(0)},
)  # fmt: skip


def asked(**told) -> object:
    return simulate(FRAMEWORK, SCORES, Wishes(**told), presumption())


def test_the_missing_sentence_would_have_brought_two_and_a_half_points():
    result = asked(changes={"O33": Decimal(100)}).what_if
    assert result.overall.change == Decimal("2.5")


def test_a_way_is_sought_only_where_a_goal_is_named():
    assert asked(changes={"4": Decimal(85)}).reach is None
    found = asked(changes={}, goal=Decimal(90)).reach
    assert found.smallest.places == 1


def test_places_are_offered_dearest_first_and_none_that_lost_nothing():
    offered = places(FRAMEWORK, SCORES, presumption())
    assert offered[0][0] == "O33"
    assert [code for code, _words in offered if code == "O1"] == []


@pytest.fixture
def address(here) -> str:
    with here.speaks():
        return reverse("findings-what-if", args=[confirmed(here, "P4.pdf").round_id])


def test_an_answer_has_an_address(asks, address):
    page = asks(Role.EXECUTIVE).get(address, {"place1": "O33", "score1": "๑๐๐"}).content.decode()
    assert "91.25" in page
    assert "+2.50" in page


@pytest.mark.parametrize(
    "sent",
    [
        {"place1": "O33"},
        {"score1": "100"},
        {"place1": "O33", "score1": "101"},
        {"place1": "O33", "score1": "50"},
        {"place1": "O33", "score1": "100", "place2": "O33", "score2": "100"},
        {"place1": "nothing", "score1": "85"},
        {"goal": "สูง"},
        {"level": "ดีที่สุด"},
    ],
)
def test_what_cannot_be_reckoned_is_refused_in_words(asks, address, sent):
    answer = asks().get(address, sent)
    assert answer.status_code == 400
    assert "error" in answer.content.decode()


def test_the_page_writes_nothing(asks, address):
    assert asks().post(address, {"place1": "O33", "score1": "100"}).status_code == 405
