"""The meetings of the invented office."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.meetings.models import Decision, DecisionState, Meeting, MeetingState, Proof


@pytest.fixture
def loaded(db) -> Agency:
    load_demo()
    for room in ("orders", "meetings"):
        call_command(f"load_demo_{room}", stdout=StringIO())
    return Agency.objects.get(code="nongkrachang")


def test_four_meetings_three_of_them_adopted_and_the_monthly_one_is_called(loaded):
    with speaking(loaded.pk, actor="test"):
        found = list(Meeting.objects.order_by("day").values_list("day", "state"))
        assert found == [
            (date(2024, 10, 10), MeetingState.ADOPTED),
            (date(2024, 12, 16), MeetingState.ADOPTED),
            (date(2025, 1, 13), MeetingState.ADOPTED),
            (date(2025, 3, 10), MeetingState.HELD),
            (date(2025, 3, 28), MeetingState.CALLED),
        ]
        assert Meeting.objects.first().group.order is None
        assert Meeting.objects.last().group.order.number == "312"


def test_what_is_closed_was_proved_and_one_of_the_open_ones_is_late(loaded):
    with speaking(loaded.pk, actor="test"):
        closed = Decision.objects.filter(state=DecisionState.CLOSED)
        assert closed.count() == 2
        assert {proof.state for proof in Proof.objects.filter(decision__in=closed)} == {"accepted"}
        unfinished = Decision.objects.unfinished()
        assert [each.owner for each in unfinished if each.is_late(loaded.demo_today)] == ["นางสาวศิริพร ตัวอย่างปัญญา"]
        assert unfinished.count() == 4


def test_loading_again_changes_nothing(loaded):
    call_command("load_demo_meetings", stdout=StringIO())
    with speaking(loaded.pk, actor="test"):
        assert Meeting.objects.count() == 5
