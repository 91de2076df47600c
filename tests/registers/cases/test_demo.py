"""The requests of the invented office."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command

from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.cases.counts import counts_of
from prongsai.registers.cases.demo import load_demo_cases
from prongsai.registers.cases.models import Case
from prongsai.registers.services.demo import load_demo_services

MONDAY = date(2025, 3, 17)


@pytest.fixture
def office(db) -> Agency:
    load_demo()
    agency = Agency.objects.get(code="nongkrachang")
    load_demo_services(agency)
    return agency


def test_the_office_has_the_figures_of_its_story_and_loading_again_adds_nothing(office):
    assert load_demo_cases(office) == 412
    with speaking(office.pk, actor="test"):
        cases = Case.objects.all()
        ways = {way: cases.filter(channel=way).count() for way in ("counter", "online", "telephone", "line")}
        assert (ways["counter"], ways["online"], ways["telephone"] + ways["line"]) == (338, 47, 27)
        late = [case for case in cases.exclude(closed_on=None) if not case.is_in_time]
        assert (len(late), sum(case.late_told_on is None for case in late)) == (21, 6)
        assert not cases.late(MONDAY).exists()
        assert counts_of(date(2024, 10, 1), MONDAY).share_in_time == 95
        numbers = sorted(cases.filter(kind="service", year=2567).values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
    assert load_demo_cases(office) == 0


def test_the_open_ones_are_in_the_hands_that_the_story_names(office):
    load_demo_cases(office)
    with speaking(office.pk, actor="test"):
        told = {case.asker_name: case for case in Case.objects.open().select_related("officer") if case.asker_name}
        assert told["นางสาวฝน ตัวอย่างใหม่"].state == "papers"
        assert told["นางแก้ว ตัวอย่างเมตตา"].officer.given_name == "อารีย์"
        assert told["นายต้น ตัวอย่างไกล"].channel == "online"


def test_without_services_nothing_is_loaded_and_the_command_says_so(db, capsys):
    load_demo()
    call_command("load_demo_cases")
    assert Case.objects.count() == 0
    assert "0" in capsys.readouterr().out
