"""From a weak point, a measure and a proof one click leads to their ways, and there is something to see."""

from __future__ import annotations

import pytest
from django.urls import reverse

from prongsai.office.measures.models import Measure, MeasurePlan, PlanState
from prongsai.office.reports.answered_at import links_of_result
from prongsai.office.rounds.answered_at import AnsweredAt
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import round_of
from prongsai.platform.accounts import sessions
from prongsai.platform.accounts.models import Role
from reported_years import small_year
from years_of_an_office import confirmed


@pytest.fixture
def weak(here) -> Round:
    """The year whose result the small year answers."""
    with here.speaks():
        return confirmed(here, "P4.pdf").round


def links(year, **asked) -> str:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"{reverse('reports-links', args=[year.cycle.pk])}?{query}"


def test_a_weak_point_leads_to_what_the_plan_that_answers_it_does(here, asks, weak):
    with here.speaks():
        year = small_year(here)
        Measure.objects.filter(pk=year.idle.pk).update(answers=["item:O33"])
    findings = asks(Role.OFFICER).get(reverse("findings", args=[weak.pk])).content.decode()
    assert links(year, weak="O33") in findings
    shown = asks(Role.OFFICER).get(links(year, weak="O33")).content.decode()
    assert year.idle.title in shown


def test_an_item_of_the_later_year_with_the_same_code_is_another_matter(here, asks, weak):
    with here.speaks():
        year = small_year(here)
        Measure.objects.filter(pk=year.proven.pk).update(feeds=["O33"])
        Measure.objects.filter(pk=year.idle.pk).update(answers=["item:O33"])
    page = asks().get(links(year, weak="O33")).content.decode()
    assert year.idle.title in page
    assert year.proven.title not in page


def test_what_is_no_code_is_no_page(here, asks):
    with here.speaks():
        year = small_year(here)
    assert asks().get(links(year, weak="EIT2")).status_code == 404


def test_a_part_of_the_eit_has_no_code_and_no_link(here, asks, weak):
    with here.speaks():
        small_year(here)
    findings = asks().get(reverse("findings", args=[weak.pk])).content.decode()
    assert "weak=EIT" not in findings
    assert "weak=&" not in findings
    assert 'weak="' not in findings


@pytest.mark.parametrize("end", ["draft", "other year", "none"])
def test_where_no_decided_plan_answers_the_result_nothing_is_offered(here, asks, weak, end):
    with here.speaks():
        if end != "none":
            small_year(here)
        told = {"state": PlanState.DRAFT} if end == "draft" else {"analysed_year": 2566}
        MeasurePlan.objects.update(**told)
        assert links_of_result(weak) == ""
    assert "?weak=" not in asks().get(reverse("findings", args=[weak.pk])).content.decode()


def test_an_indicator_is_answered_by_the_measure_that_says_so(here, asks, weak):
    with here.speaks():
        year = small_year(here)
        Measure.objects.filter(pk=year.idle.pk).update(answers=["indicator:4"], codes=[])
    page = asks().get(links(year, code=4)).content.decode()
    assert year.idle.title in page
    assert year.bare.title not in page


def test_a_measure_leads_to_its_ways_from_the_plan_and_from_progress(here, asks):
    with here.speaks():
        year = small_year(here)
    for name in ("measure", "measure-progress"):
        page = asks().get(reverse(name, args=[year.proven.pk])).content.decode()
        assert links(year, measure=year.proven.pk) in page


def test_a_measure_of_a_draft_has_no_ways_yet(here, asks):
    with here.speaks():
        year = small_year(here)
        MeasurePlan.objects.update(state=PlanState.DRAFT)
    page = asks().get(reverse("measure", args=[year.proven.pk])).content.decode()
    assert reverse("reports-links", args=[year.cycle.pk]) not in page


def test_a_proof_leads_to_what_it_is_used_for_unless_one_came_by_a_personal_link(here, asks):
    with here.speaks():
        year = small_year(here)
    assert links(year, proof=year.proof.pk) in asks().get(year.proof.get_absolute_url()).content.decode()
    client = asks()
    session = client.session
    session[sessions.BY_LINK] = True
    session.save()
    page = client.get(year.proof.get_absolute_url()).content.decode()
    assert reverse("reports-links", args=[year.cycle.pk]) not in page


def test_an_installation_without_the_room_offers_nothing(here, weak):
    with here.speaks():
        assert AnsweredAt().of_result(round_of(2567)) == ""
