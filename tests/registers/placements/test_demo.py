"""What hangs in the invented office."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.placements.models import Placement


@pytest.fixture
def loaded(db) -> Agency:
    load_demo()
    call_command("load_demo_placements", stdout=StringIO())
    return Agency.objects.get(code="nongkrachang")


def test_fourteen_things_hang_and_three_have_no_photograph_of_this_year(loaded):
    today = date(2025, 3, 17)
    with speaking(loaded.pk, actor="test"):
        assert Placement.objects.standing().count() == 14
        assert Placement.objects.without_photograph(today).count() == 3
        assert [one.title for one in Placement.objects.unseen(today, 6)] == ["บอร์ดข่าวประชาสัมพันธ์หมู่บ้าน"]


def test_loading_again_changes_nothing(loaded):
    call_command("load_demo_placements", stdout=StringIO())
    with speaking(loaded.pk, actor="test"):
        assert Placement.objects.count() == 14


def test_an_office_that_is_real_gets_nothing(db):
    agency = Agency.objects.create(code="real", name="หน่วยงานจริง", kind="sao")
    call_command("load_demo_placements", stdout=StringIO())
    with speaking(agency.pk, actor="test"):
        assert not Placement.objects.exists()
