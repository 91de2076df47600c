"""What other rooms count crosses as counts: items that are ready, measures by state."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.office.advice.rolling_up import rolled_up
from prongsai.office.disclosure.models import PieceKind
from prongsai.office.disclosure.services import PieceTold, add_piece, ensure_items
from prongsai.platform.modules import registry, standings_of

DAY = date(2025, 3, 17)


@pytest.fixture
def begun(here, acting, year):
    """The items of the year, one of which has its content."""
    with here.speaks():
        (item,) = [item for item in ensure_items(year, acting().actor) if item.code == "O4"]
        add_piece(acting=acting(), item=item, kind=PieceKind.WORDS, told=PieceTold(words="ถ้อยคำของหน่วยงาน"))


def test_counts_cross_and_the_words_of_an_item_do_not(here, acting, year, begun):
    with here.speaks():
        content = rolled_up(year, acting(), DAY)
    assert [(each.key, each.done, each.whole) for each in content.work] == [("items", 1, len(year.framework.items))]
    told = content.model_dump_json()
    assert "ถ้อยคำของหน่วยงาน" not in told
    assert here.canary not in told


def test_each_kind_of_work_is_counted_by_one_room(here, year):
    keys = [source.key for module in registry for source in module.standings]
    assert len(keys) == len(set(keys))
    with here.speaks():
        assert standings_of(2568, DAY, registry) == []
