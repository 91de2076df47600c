"""What the invented office has submitted."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.approvals.models import Submission
from prongsai.registers.approvals.services.asking import waiting_turns


@pytest.fixture
def loaded(db) -> Agency:
    load_demo()
    call_command("load_demo_approvals", stdout=StringIO())
    return Agency.objects.get(code="nongkrachang")


def test_matters_wait_at_different_heights_and_one_is_decided(loaded):
    with speaking(loaded.pk, actor="test"):
        waiting = {turn.by.title for _submission, turn in waiting_turns(date(2025, 3, 17)) if turn.by}
        assert {"นายก อบต.", "ผู้อำนวยการกองช่าง"} <= waiting
        assert Submission.objects.filter(state="approved").count() == 1


def test_loading_again_changes_nothing(loaded):
    call_command("load_demo_approvals", stdout=StringIO())
    with speaking(loaded.pk, actor="test"):
        assert Submission.objects.count() == 3


def test_an_office_that_is_real_gets_nothing(db):
    agency = Agency.objects.create(code="real", name="หน่วยงานจริง", kind="sao")
    call_command("load_demo_approvals", stdout=StringIO())
    with speaking(agency.pk, actor="test"):
        assert not Submission.objects.exists()
