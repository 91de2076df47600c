"""Rooms show themselves once, in time, and one that breaks silences nobody else."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from cast import make_twins
from prongsai.desks.example.evidence import TOPIC, CrashingEvidence, FailingEvidence, TalkEvidence
from prongsai.desks.example.models import Talk
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord, Registry, registry
from prongsai.platform.modules.gathering import gather_facts
from prongsai.platform.modules.removal import remove_expired

SINCE, UNTIL = date(2024, 10, 1), date(2025, 9, 30)


def registry_of(*modules):
    made = Registry()
    for module in modules:
        made.register(module)
    return made


def test_a_key_is_taken_once():
    with pytest.raises(ValueError, match="Two modules are called “queue”"):
        registry_of(Module("queue", "Queue"), Module("queue", "Another queue"))


def test_an_evidence_source_is_taken_once_even_from_another_room():
    with pytest.raises(ValueError, match=r"example\.talks"):
        registry_of(Module("a", "A", evidence=(TalkEvidence(),)), Module("b", "B", evidence=(TalkEvidence(),)))


def test_personal_links_lead_to_one_page():
    assert registry_of(Module("a", "A"), Module("b", "B", personal_page="mine")).personal_page == "mine"
    assert registry_of(Module("a", "A")).personal_page == ""
    with pytest.raises(ValueError, match="“mine” and to “other”"):
        registry_of(Module("a", "A", personal_page="mine"), Module("b", "B", personal_page="other"))


def test_a_card_that_comes_after_the_start_is_refused():
    made = registry_of(Module("a", "A"))
    made.freeze()
    with pytest.raises(RuntimeError, match="too late"):
        made.register(Module("b", "B"))


def test_the_registry_of_the_installation_is_frozen_and_knows_the_example_desk():
    assert "example" in registry
    with pytest.raises(RuntimeError):
        registry.register(Module("late", "Late"))


def test_the_menu_shows_what_ones_roles_may_open_in_its_order():
    entries = [MenuEntry(name, name, frozenset(roles), order) for name, roles, order in (
        ("last", {"officer"}, 90), ("first", {"officer", "auditor"}, 10), ("hidden", {"auditor"}, 50))]  # fmt: skip
    menu = registry_of(Module("a", "A", menu=tuple(entries))).menu_for(frozenset({"officer"}))
    assert [entry.label for entry in menu] == ["first", "last"]


@pytest.fixture
def office(db):
    here, there = make_twins()
    for office in (here, there):
        with office.speaks():
            Talk.objects.create(agency=office.agency, village="บ้านโนนงาม", happened=date(2025, 1, 9), listeners=31)
            Talk.objects.create(agency=office.agency, village="บ้านเก่า", happened=date(2023, 1, 9), listeners=9)
    with here.speaks():
        yield here


def test_facts_of_the_agency_that_speaks_are_gathered_between_two_days(office):
    found = gather_facts(registry_of(Module("a", "A", evidence=(TalkEvidence(),))), "nongkrachang", SINCE, UNTIL)
    assert [(fact.happened, fact.figures["listeners"]) for fact in found.facts] == [(date(2025, 1, 9), 31)]
    assert "บ้านโนนงาม" in found.facts[0].sentence
    assert found.silent == ()


def test_a_desk_that_fails_or_crashes_is_named_and_the_others_are_heard(office):
    desks = registry_of(
        *(Module(s.key, s.key, evidence=(s,)) for s in (CrashingEvidence(), TalkEvidence(), FailingEvidence()))
    )
    found = gather_facts(desks, "nongkrachang", SINCE, UNTIL)
    assert len(found.facts) == 1
    assert found.silent == ("example.crashing", "example.failing")


def test_a_source_is_asked_only_for_topics_it_speaks_on(office):
    desks = registry_of(Module("a", "A", evidence=(CrashingEvidence(),)))
    assert gather_facts(desks, "nongkrachang", SINCE, UNTIL, topics=["queue-waiting-time"]).silent == ()
    assert gather_facts(desks, "nongkrachang", SINCE, UNTIL, topics=[TOPIC]).silent == ("example.crashing",)


def test_every_model_says_whose_data_it_holds_and_how_long():
    told = {record.model for module in registry for record in module.records}
    models = {
        model._meta.label
        for model in apps.get_models()
        if model.__module__.startswith("prongsai.") and model._meta.managed
    }
    histories = {name for name in models if name.endswith("Event")}
    assert models - histories == told


def test_every_personal_field_exists_and_every_record_says_why_and_how_long():
    for record in (record for module in registry for record in module.records):
        model = apps.get_model(record.model)
        if isinstance(record, NoPersonalData):
            assert len(record.because) > 20
            continue
        assert record.fields
        assert all(model._meta.get_field(field) for field in record.fields)
        assert record.purpose
        assert record.ground
        assert record.until
        assert (record.period is None) == (record.remove is None)


def test_what_is_past_its_period_is_removed_room_by_room():
    record = PersonalRecord("example.Talk", ("village",), "test", "test", "a year", timedelta(days=365), lambda now: 3)
    kept = PersonalRecord("agency.Person", ("email",), "test", "test", "by decision only")
    assert remove_expired(registry_of(Module("a", "A", records=(record, kept))), timezone.now()) == {"example.Talk": 3}
