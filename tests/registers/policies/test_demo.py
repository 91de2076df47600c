"""What the invented office has laid down."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.policies.models import MadeKnown, Policy, PolicyVersion


@pytest.fixture
def loaded(db) -> Agency:
    load_demo()
    call_command("load_demo_policies", stdout=StringIO())
    return Agency.objects.get(code="nongkrachang")


def test_three_are_in_force_two_made_known_and_one_draft_waits(loaded):
    with speaking(loaded.pk, actor="test"):
        assert PolicyVersion.objects.in_force().count() == 3
        assert MadeKnown.objects.count() == 2
        assert PolicyVersion.objects.get(state="waiting").title.startswith("แนวปฏิบัติการลา")


def test_two_have_what_stands_for_their_signed_copy_and_one_waits_for_it(loaded):
    with speaking(loaded.pk, actor="test"):
        assert PolicyVersion.objects.public().count() == 2
        assert PolicyVersion.objects.in_force().without_paper().get().policy.kind == "guide"


def test_loading_again_changes_nothing(loaded):
    call_command("load_demo_policies", stdout=StringIO())
    with speaking(loaded.pk, actor="test"):
        assert Policy.objects.count() == 4


def test_an_office_that_is_real_gets_nothing(db):
    agency = Agency.objects.create(code="real", name="หน่วยงานจริง", kind="sao")
    call_command("load_demo_policies", stdout=StringIO())
    with speaking(agency.pk, actor="test"):
        assert not Policy.objects.exists()
