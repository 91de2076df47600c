"""What the desks know is offered by topic and taken with one press, with its desk and its fact."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from prongsai.ita.evidence import Fact
from prongsai.office.evidence import services
from prongsai.office.evidence.models import Proof, ProofState, ProofUse
from prongsai.office.evidence.services.facts import key_of, topics_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import Module, Registry
from prongsai.platform.ui.refusals import Conflict

TOPIC = "corruption-complaint-channel"
POSTER = Fact(TOPIC, "ติดป้ายช่องทางร้องเรียน 5 จุด", date(2025, 1, 20), {"points": 5}, link="/office/placements/1/")
OLD = Fact(TOPIC, "ติดป้ายปีก่อน", date(2024, 2, 1))
OTHER = Fact("online-service", "คำขอออนไลน์ 47 เรื่อง", date(2025, 2, 1))


class Desk:
    key = "placements.seen"
    topics = frozenset({TOPIC, "online-service"})
    told: tuple[Fact, ...] = (POSTER, OLD, OTHER)

    def facts(self, agency, since, until):
        return list(self.told)

    def content(self, topic, agency, since, until):
        return ()


class Broken(Desk):
    key = "broken.desk"

    def facts(self, agency, since, until):
        raise RuntimeError


@pytest.fixture(autouse=True)
def desk(monkeypatch) -> Desk:
    made, found = Registry(), Desk()
    made.register(Module("placements", "Placements", evidence=(found,)))
    made.register(Module("broken", "Broken", evidence=(Broken(),)))
    monkeypatch.setattr("prongsai.office.evidence.services.facts.registry", made)
    return found


def test_a_measure_is_offered_the_facts_of_its_topics_of_this_year(here, running):
    with here.speaks():
        assert TOPIC in topics_of(running.cycle, running.measures[0])
        offered = services.offered_facts(here.agency, running.cycle, [TOPIC])
    assert [each.fact for each in offered.facts] == [POSTER]
    assert [each.source for each in offered.facts] == ["placements.seen"]
    assert offered.silent == ("broken.desk",)


def test_a_measure_without_a_topic_is_offered_nothing(here, running):
    with here.speaks():
        assert (
            services.offered_facts(here.agency, running.cycle, topics_of(running.cycle, running.measures[1])).facts
            == ()
        )


def test_one_press_takes_a_fact_as_proof_of_the_measure(here, running, asks, page):
    measure = running.measures[0]
    assert "ติดป้ายช่องทางร้องเรียน 5 จุด" in page(reverse("measure-progress", args=[measure.pk]))
    sent = {"fact": key_of(POSTER), "measure": measure.pk}
    for _ in range(2):
        assert asks().post(reverse("fact-take", args=[running.cycle.pk]), sent).status_code == 302
    with here.speaks():
        proof = Proof.objects.get()
        told = (proof.source, proof.topic, proof.happened, proof.figures, proof.state)
        assert told == ("placements.seen", TOPIC, POSTER.happened, {"points": 5}, ProofState.ACCEPTED)
        assert ProofUse.objects.get().measure == measure
        assert services.questions_of([proof], date(2025, 3, 17))[proof.pk] == ()


def test_taken_by_an_officer_it_waits_to_be_accepted(here, running, asks):
    sent = {"fact": key_of(POSTER), "measure": running.measures[0].pk}
    assert asks(Role.OFFICER).post(reverse("fact-take", args=[running.cycle.pk]), sent).status_code == 302
    with here.speaks():
        assert Proof.objects.get().state == ProofState.OFFERED


def test_one_fact_serves_a_measure_and_an_item(here, running, asks):
    with here.speaks():
        item = next(each.code for each in running.cycle.framework.items if each.topic == TOPIC)
    address = reverse("fact-take", args=[running.cycle.pk])
    asks().post(address, {"fact": key_of(POSTER), "measure": running.measures[0].pk})
    asks().post(address, {"fact": key_of(POSTER), "item": item})
    with here.speaks():
        assert Proof.objects.count() == 1
        assert sorted(use.item for use in ProofUse.objects.all()) == ["", item]


def test_counts_that_grew_since_are_the_same_fact(running):
    grown = Fact(TOPIC, "ติดป้ายช่องทางร้องเรียน 7 จุด", POSTER.happened, {"points": 7}, link=POSTER.link)
    assert key_of(grown) == key_of(POSTER)
    assert key_of(OLD) != key_of(POSTER)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"fact": "x" * 40, "measure": None}, 409),
        ({"fact": key_of(OTHER), "measure": None}, 409),
        ({"fact": key_of(POSTER), "item": "O99"}, 409),
        ({"fact": key_of(POSTER)}, 409),
        ({"fact": key_of(POSTER), "measure": "1;2"}, 404),
        ({"fact": key_of(POSTER), "measure": "-1"}, 404),
    ],
)
def test_what_is_not_offered_is_not_taken(here, running, asks, sent, status):
    told = {key: running.measures[0].pk if value is None else value for key, value in sent.items()}
    assert asks().post(reverse("fact-take", args=[running.cycle.pk]), told).status_code == status
    with here.speaks():
        assert not Proof.objects.exists()


def test_a_fact_that_the_desk_took_back_is_refused(here, running, coordinator, desk, monkeypatch):
    monkeypatch.setattr(desk, "told", ())
    with here.speaks(), pytest.raises(Conflict):
        services.take_fact(
            acting=coordinator, agency=here.agency, cycle=running.cycle, key=key_of(POSTER), topics=[TOPIC],
            measure=running.measures[0],
        )  # fmt: skip


def test_the_page_of_facts_says_by_topic_what_each_can_prove(running, page):
    text = page(reverse("facts", args=[running.cycle.pk]))
    assert "ติดป้ายช่องทางร้องเรียน 5 จุด" in text
    assert "M01" in text
    assert "broken.desk" in text
