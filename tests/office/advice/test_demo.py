"""The demonstration has an adviser, seven agencies, and medians where five or more submitted."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

import prongsai
from prongsai.office.advice.demo import load_demo_advice
from prongsai.office.advice.models import Advised, GroupYear, RollUp, SentRollUp
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import close_demo, load_demo
from prongsai.platform.supervisor.plan import PREPARATION
from prongsai.platform.tenancy.speaker import speaking

CODE = "tuayangthani-adviser"


@pytest.fixture
def story(db):
    office, _twin = load_demo(force=True)
    call_command("load_demo_year", verbosity=0)
    return office


def test_the_adviser_has_what_seven_agencies_submitted(story):
    assert load_demo_advice() == 7
    adviser = Agency.objects.get(code=CODE)
    with speaking(adviser.pk, actor="test"):
        assert Advised.objects.count() == 7
        assert RollUp.objects.filter(fiscal_year=2567).count() == 6
        everybody, saos = (GroupYear.objects.get(fiscal_year=2567, group=group) for group in ("", "sao"))
        assert everybody.medians["4"] == {"of": 6, "median": "81.05"}
        assert saos.medians["4"]["of"] == 5
        assert not GroupYear.objects.get(fiscal_year=2567, group="subdistrict-municipality").medians
        assert everybody.asking == 2
    with speaking(story.pk, actor="test"):
        assert sorted(sent.told.fiscal_year for sent in SentRollUp.objects.all()) == [2567, 2568]


def test_it_is_loaded_once_and_costs_little(story):
    begun = time.process_time()
    load_demo_advice()
    assert time.process_time() - begun < 2  # about a quarter of a second on an idle machine
    assert load_demo_advice() == 0


def test_where_there_is_no_demonstration_nothing_is_loaded(db):
    assert load_demo_advice() == 0
    assert not Agency.objects.exists()


def test_a_second_start_of_the_installation_finds_all_in_order(story):
    load_demo_advice()
    for command, *_words in PREPARATION:
        if command.startswith("load_demo_"):
            call_command(command, verbosity=0)
    with speaking(Agency.objects.get(code="example-sao-1").pk, actor="test"):
        assert not SentRollUp.objects.exists()


def test_rooms_load_their_part_into_the_office_of_the_story_and_its_twin_alone():
    source = Path(prongsai.__file__).parent
    loaders = [path for path in source.rglob("load_demo_*.py") if "Agency.objects" in path.read_text(encoding="utf-8")]
    assert {path.name for path in loaders} <= {"load_demo_orders.py", "load_demo_meetings.py"}  # these name the office


def test_the_demonstration_ends_for_the_adviser_too(story):
    load_demo_advice()
    account = User.objects.get(agency__code=CODE)
    assert account.may_enter
    close_demo()
    assert not User.objects.get(pk=account.pk).may_enter


def test_the_adviser_of_the_demonstration_opens_its_pages(story, settings):
    settings.ALLOWED_HOSTS = [".localhost"]
    load_demo_advice()
    client = Client(headers={"host": "adviser.localhost", "accept-language": "th"})
    client.force_login(User.objects.get(agency__code=CODE))
    page = client.get("/office/advised/?year=2567")
    assert "องค์การบริหารส่วนตำบลหนองกระจ่าง" in page.content.decode()
    assert "ข้อมูลสมมุติ" in page.content.decode()


def test_its_log_in_is_printed_with_the_others(story, capsys):
    load_demo_advice()
    call_command("demo_logins")
    assert "adviser.localhost" in capsys.readouterr().out
