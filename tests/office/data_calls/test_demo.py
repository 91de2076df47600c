"""The invented office asked its units in January; who owes what in March is as the story has it."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from prongsai.office.data_calls.demo import load_demo_data_calls
from prongsai.office.data_calls.models import Addressee, CalledItem, HandIn, Reminder
from prongsai.office.data_calls.services import followed, hand_ins_of
from prongsai.office.rounds.services import round_of
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.notices.models import FollowUp
from prongsai.platform.tenancy.speaker import speaking

TODAY = date(2025, 3, 17)


@pytest.fixture
def loaded(db) -> Agency:
    load_demo()
    call_command("load_demo_data_calls", stdout=StringIO())
    return Agency.objects.get(code="nongkrachang")


def test_items_of_the_year_stand_as_in_the_story(loaded):
    with speaking(loaded.pk, actor="test"):
        states = {item.code: item.state for item in CalledItem.objects.exclude(code="")}
        assert Counter(states.values()) == {"accepted": 20, "asked": 4, "returned": 3, "handed-in": 1}
        late = {item.code for item in CalledItem.objects.exclude(code="") if item.is_late(TODAY)}
        assert late == {"O15", "O24"}
        assert {code for code, state in states.items() if state == "asked"} == {"O6", "O12", "O15", "O24"}
        legal = CalledItem.objects.get(code="O24").addressee.officer
        assert legal.given_name == "กมลชนก"


def test_three_pages_are_owed_and_were_followed_up_twice(loaded):
    with speaking(loaded.pk, actor="test"):
        owed = CalledItem.objects.owed().filter(call__title__startswith="ปรับข้อมูลหน้าเว็บ")
        assert [item.addressee.unit.name for item in owed] == ["กองการศึกษา ศาสนาและวัฒนธรรม"] * 3
        assert list(Reminder.objects.values_list("number", "day").order_by("number")) == [
            (1, date(2025, 3, 10)),
            (2, date(2025, 3, 12)),
        ]
        told = followed(list(Addressee.objects.all()))
        assert [one.times for one in told.values()] == [2]
    assert Agency.objects.get(pk=loaded.pk).demo_today == TODAY


def test_the_half_year_check_adds_up_to_the_figures_of_the_story(loaded):
    with speaking(loaded.pk, actor="test"):
        came = [told for told in hand_ins_of(round_of(2568)) if told.figures]
        sums = [sum(int(told.figures[n][1]) for told in came) for n in range(3)]
        assert sums == [268, 259, 6]
        assert len(came) == 3  # of five units
        recorded = HandIn.objects.exclude(recorded_for=None).get()
        assert (recorded.recorded_for.given_name, recorded.received_by) == ("สมบูรณ์", "line")


def test_whoever_owes_is_followed_up_from_the_nearest_day(loaded):
    with speaking(loaded.pk, actor="test"):
        owing = {item.addressee_id for item in CalledItem.objects.owed()}
        assert {follow.thing for follow in FollowUp.objects.running()} == owing
        purchases = CalledItem.objects.get(code="O12").addressee_id
        assert FollowUp.objects.get(thing=purchases).due == date(2025, 4, 4)


def test_nobody_accepted_ones_own(loaded):
    with speaking(loaded.pk, actor="test"):
        assert not [made for made in HandIn.objects.all() if made.checked_by == made.made_by and not made.recorded_for]


def test_loading_again_changes_nothing_and_the_twin_asked_for_nothing(loaded):
    with speaking(loaded.pk, actor="test"):
        assert CalledItem.objects.count() == 36
    assert load_demo_data_calls(loaded) == 0
    twin = Agency.objects.exclude(pk=loaded.pk).get()
    with speaking(twin.pk, actor="test"):
        assert not CalledItem.objects.exists()


def test_loading_takes_little_work(db):
    load_demo()
    begun = time.process_time()
    call_command("load_demo_data_calls", stdout=StringIO())
    assert time.process_time() - begun < 2  # about half a second on an idle machine
