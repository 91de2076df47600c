"""The circulars of the demonstration."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.circulars.models import Briefing, Circular
from prongsai.registers.circulars.services import counts_of


@pytest.fixture
def office(db) -> Agency:
    load_demo()
    call_command("load_demo_circulars", stdout=StringIO())
    return Agency.objects.get(code="nongkrachang")


def test_the_invented_office_has_told_its_staff(office):
    with speaking(office.pk, actor="test"):
        whole, running, draft = Circular.objects.order_by("pk")
        assert counts_of(whole).is_whole
        counts = counts_of(running)
        assert (counts.asked, counts.on_screen, counts.on_sheet, counts.told) == (18, 9, 2, 1)
        assert (running.sent, running.is_backdated, draft.is_draft) == (date(2025, 3, 3), False, True)
        held, called = Briefing.objects.order_by("day")
        assert (held.is_held, called.is_called) == (True, True)
        assert held.attendees.filter(came=True).count() == 15


def test_loading_again_changes_nothing(office):
    with speaking(office.pk, actor="test"):
        before = list(Circular.objects.values_list("pk", "state"))
    told = StringIO()
    call_command("load_demo_circulars", stdout=told)
    assert "แจ้งเวียนและประชุมชี้แจง 0 เรื่อง" in told.getvalue()
    with speaking(office.pk, actor="test"):
        assert list(Circular.objects.values_list("pk", "state")) == before
