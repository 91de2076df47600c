"""Each step of the yearly job puts its own pages beside those of the others."""

from __future__ import annotations

import pytest

from prongsai.office.rounds.year_pages import YearPage, YearPages, year_pages


def test_the_pages_of_a_year_stand_in_the_order_of_the_work():
    assert [tab.address.split("/")[4] for tab in year_pages.tabs(7, "results")][:3] == ["", "results", "findings"]


def test_the_page_that_is_shown_is_marked_alone():
    assert [tab.address for tab in year_pages.tabs(7, "results") if tab.current] == ["/office/year/7/results/"]


def test_two_pages_of_one_name_are_an_error():
    pages = YearPages()
    pages.register(YearPage("a", "A", "rounds", order=1))
    with pytest.raises(ValueError, match="called a"):
        pages.register(YearPage("a", "B", "rounds", order=2))


def test_only_the_next_step_leads_on():
    leading = [tab.address.split("/")[4] for tab in year_pages.tabs(7, "findings") if tab.leads_on]
    assert leading == ["measures"]
    assert [tab.address.split("/")[4] for tab in year_pages.tabs(7, "results") if tab.leads_on] == ["findings"]


def test_after_the_last_step_nothing_leads_on():
    last = max(year_pages.known.values(), key=lambda page: page.order)
    assert not any(tab.leads_on for tab in year_pages.tabs(7, last.key))


def test_pages_that_belong_together_are_shown_beside_each_other_only():
    shown = {tab.address.split("/")[4]: tab for tab in year_pages.tabs(7, "simulator")}
    assert shown["findings"].inside
    assert not shown["findings"].current
    assert [page.address for page in shown["findings"].beside] == ["/office/year/7/findings/what-if/"]
    assert [page.current for page in shown["findings"].beside] == [True]
    assert not any(tab.beside for key, tab in shown.items() if key != "findings")


def test_a_page_of_a_room_that_is_not_there_stands_alone():
    pages = YearPages()
    pages.register(YearPage("notes", "Notes", "round", order=2, part_of="evidence"))
    assert [(tab.title, tab.current, tab.beside) for tab in pages.tabs(7, "notes")] == [("Notes", True, ())]
