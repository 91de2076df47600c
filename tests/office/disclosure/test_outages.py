"""Looks at addresses, one after the other, tell when something did not open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from prongsai.office.disclosure.models import AddressCheck
from prongsai.office.disclosure.outages import outages_in

NOON = datetime(2025, 5, 6, 5, tzinfo=UTC)


def looks(told: str, address: str = "http://nong.example/", item: int | None = None) -> list[AddressCheck]:
    """One look an hour: `.` opened, `x` did not, `~` shows something else."""
    outcomes = {".": "reached", "x": "fails", "~": "changed", "X": "site-down"}
    return [
        AddressCheck(
            pk=hour + 1, item_id=item, address=address, at=NOON + timedelta(hours=hour), outcome=outcomes[mark]
        )
        for hour, mark in enumerate(told)
    ]


def test_an_outage_lasts_from_its_first_look_until_it_opened_again():
    (outage,) = outages_in(looks("..xx."))
    assert (outage.since, outage.until, outage.looks) == (NOON + timedelta(hours=2), NOON + timedelta(hours=4), 2)
    assert outage.is_sure


def test_one_look_alone_is_not_sure_and_what_never_opened_again_has_no_end():
    newest, oldest = outages_in(looks("x.X"))
    assert (oldest.is_sure, newest.until, newest.is_sure) == (False, None, False)


def test_another_content_is_no_outage():
    assert outages_in(looks("~.~")) == []


def test_addresses_are_told_apart_whatever_the_order_of_the_looks():
    mixed = [*looks("xx", "http://nong.example/a", 1), *looks("x.", "http://nong.example/b", 2)]
    for told in (mixed, mixed[::-1]):
        assert {(each.item, each.looks, each.until is None) for each in outages_in(told)} == {
            (1, 2, True),
            (2, 1, False),
        }


@given(st.text(".x~X", max_size=40))
def test_every_look_that_failed_lies_in_one_outage_and_no_two_outages_touch(told):
    found = outages_in(looks(told))[::-1]
    assert sum(each.looks for each in found) == told.count("x") + told.count("X")
    assert all(one.until is not None and one.until < other.since for one, other in pairwise(found))
