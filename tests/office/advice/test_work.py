"""What other rooms count crosses as counts: items whose data was accepted, measures by state."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.office.advice.item_standing import ItemsAccepted
from prongsai.office.advice.rolling_up import rolled_up
from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.services import Brought, Letter, accept, hand_in_for, make_call, set_owners
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import registry, standings_of
from prongsai.registers.tasks.services import Channel

DAY = date(2025, 3, 17)


@pytest.fixture
def year(here, acting):
    with here.speaks():
        return ensure_round(acting=acting(), agency=here.agency, fiscal_year=2568)


@pytest.fixture
def called(here, acting, year):
    """O1 and O12 asked of a unit each; what came for O12 was written down by the coordinator."""
    with here.speaks():
        owners = {"O1": here.units["สำนักปลัด"], "O12": here.units["กองคลัง"]}
        set_owners(acting=acting(), found=year, owners=owners)
        make_call(acting=acting(), found=year, letter=Letter(title="ขอข้อมูล", sent=DAY, due=DAY), codes=["O1", "O12"])
        item = CalledItem.objects.get(code="O12")
        hand_in_for(
            acting=acting(), item=item, brought=Brought(words="ถ้อยคำของหน่วยงาน"),
            recorded_for=here.people[Role.UNIT_HEAD], received_by=Channel.LINE, received=DAY,
        )  # fmt: skip
        return item


def test_an_item_counts_when_its_data_was_accepted_and_not_before(here, acting, year, called):
    with here.speaks():
        assert ItemsAccepted().standing(2568, DAY) is None
        accept(acting=acting(), item=called)
        told = ItemsAccepted().standing(2568, DAY)
        assert (told.done, told.whole, told.late) == (1, len(year.framework.items), 0)
        assert ItemsAccepted().standing(2567, DAY) is None


def test_counts_cross_and_the_words_of_the_hand_in_do_not(here, acting, year, called):
    with here.speaks():
        accept(acting=acting(), item=called)
        content = rolled_up(year, acting(), DAY)
    assert [(each.key, each.done) for each in content.work] == [("items", 1)]
    told = content.model_dump_json()
    assert "ถ้อยคำของหน่วยงาน" not in told
    assert here.canary not in told


def test_each_kind_of_work_is_counted_by_one_room(here, year):
    keys = [source.key for module in registry for source in module.standings]
    assert len(keys) == len(set(keys))
    with here.speaks():
        assert standings_of(2568, DAY, registry) == []
