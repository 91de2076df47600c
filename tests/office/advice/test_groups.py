"""Groups are reckoned by a job: asked for once, for the year in which something changed; small ones tell nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from advised_agencies import reckon, told_of
from prongsai.office.advice import services
from prongsai.office.advice.models import Advised, GroupYear, RollUp
from prongsai.office.advice.reckoning import grouped
from prongsai.office.advice.tasks import refresh_groups, refresh_soon
from years_of_an_office import confirmed


@dataclass
class Row:
    advised_id: int
    content: dict[str, Any]
    asks: bool = False
    late: int = 0
    is_short: bool = False


def row(number: int, score: Decimal) -> Row:
    content = {"codes_year": 2567, "fiscal_year": 2567, "overall": str(score), "scores": []}
    return Row(number, content, asks=number % 2 == 0, late=number % 3)


AGENCIES = st.lists(
    st.tuples(st.sampled_from(["sao", "pao", "school"]), st.none() | st.decimals(0, 100, places=2)), max_size=25
)


@given(AGENCIES)
def test_kinds_add_up_to_all_and_only_groups_of_five_have_a_median(agencies):
    kinds = {number: kind for number, (kind, _score) in enumerate(agencies)}
    rows = [row(number, score) for number, (_kind, score) in enumerate(agencies) if score is not None]
    groups = grouped(kinds, rows)
    everybody = groups.pop("")
    for what in ("advised", "submitted", "asking", "late", "short"):
        assert getattr(everybody, what) == sum(getattr(group, what) for group in groups.values())
    for group in (everybody, *groups.values()):
        assert bool(group.medians) == (group.submitted >= 5)
        assert all(told["of"] == group.submitted for told in group.medians.values())


def waiting() -> list[dict[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args::text FROM procrastinate_jobs WHERE task_name = %s ORDER BY id", [refresh_groups.name]
        )
        return [json.loads(args) for (args,) in cursor.fetchall()]


def test_a_submission_has_its_year_reckoned_at_the_adviser_once(advised, here):
    with here.speaks():
        year = confirmed(here, "P4.pdf").round
    before = len(waiting())
    for _ in range(2):
        with here.speaks():
            services.submit(acting=advised.acting(), agency=here.agency, adviser=advised.adviser, cycle=year, wishes="")
    assert waiting()[before:] == [{"agency": advised.there.agency.pk, "year": 2567}]


def test_a_job_reckons_the_year_it_is_asked_for_and_no_other(submits, there):
    submits(1, told=told_of(2566))
    submits(2, told=told_of(2567))
    reckon(there, 2567)
    with there.speaks():
        assert {each.fiscal_year for each in GroupYear.objects.all()} == {2567}
    reckon(there)
    with there.speaks():
        assert {each.fiscal_year for each in GroupYear.objects.all()} == {2566, 2567}


def test_a_year_of_which_everything_was_withdrawn_is_counted_as_empty(submits, there):
    submits(1, told=told_of(2567))
    reckon(there)
    with there.speaks():
        RollUp.objects.all().delete()
    reckon(there)
    with there.speaks():
        assert [each.submitted for each in GroupYear.objects.filter(group="")] == [0]


def test_an_agency_that_ended_it_is_not_counted_any_more(submits, there, advised):
    submits(1, told=told_of(2567))
    with there.speaks():
        services.end_as_adviser(acting=advised.advising(), advised=advised.advised)
    reckon(there)
    with there.speaks():
        assert GroupYear.objects.get(group="").advised == Advised.objects.filter(ended=None).count() == 1


def test_what_waits_already_is_not_asked_for_twice(there):
    with there.speaks():
        for _ in range(3):
            refresh_soon(there.agency.pk, year=2567)
    assert len(waiting()) == 1


@pytest.mark.parametrize("year", [2566, 2567])
def test_reckoning_twice_changes_nothing(submits, there, year):
    for number in range(5):
        submits(number, told=told_of(year, score=f"{70 + number}.00"))
    reckon(there)
    with there.speaks():
        first = list(GroupYear.objects.values("fiscal_year", "group", "submitted", "medians"))
    reckon(there, year)
    with there.speaks():
        assert list(GroupYear.objects.values("fiscal_year", "group", "submitted", "medians")) == first
