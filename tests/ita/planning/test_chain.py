"""The years of a plan are data of the catalogue, or asked of the user."""

import pytest

from prongsai.ita.catalogue.drafts import open_draft
from prongsai.ita.catalogue.files import load_framework
from prongsai.ita.planning import PlanYears, years_of_plan
from prongsai.ita.thai import Refused


@pytest.mark.parametrize(("year", "analysed", "executed"), [(2567, 2566, 2567), (2568, 2567, 2568), (2569, 2568, 2569)])
def test_the_catalogue_gives_both_years(year, analysed, executed):
    assert years_of_plan(load_framework(year)) == PlanYears(analysed, executed)


def test_a_year_that_the_catalogue_does_not_give_is_asked_and_not_counted():
    with pytest.raises(Refused) as caught:
        years_of_plan(load_framework(2566))
    assert caught.value.rule == "ASK-EXECUTED"
    assert "โปรดระบุ" in caught.value.message


def test_a_draft_year_asks_for_both_years():
    with pytest.raises(Refused) as caught:
        years_of_plan(open_draft(2570))
    assert caught.value.rule == "ASK-ANALYSED"
    with pytest.raises(Refused) as caught:
        years_of_plan(open_draft(2570), analysed=2569)
    assert caught.value.rule == "ASK-EXECUTED"


def test_what_the_user_says_goes_before_the_catalogue():
    assert years_of_plan(load_framework(2568), executed=2569) == PlanYears(2567, 2569)
    assert years_of_plan(open_draft(2570), analysed=2569, executed=2570) == PlanYears(2569, 2570)
