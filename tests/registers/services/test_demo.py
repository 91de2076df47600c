"""The services of the invented office."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.approvals.services import latest_submission
from prongsai.registers.services.models import Service, ServiceVersion


@pytest.fixture
def loaded(db) -> Agency:
    load_demo()
    call_command("load_demo_services", stdout=StringIO())
    return Agency.objects.get(code="nongkrachang")


def test_twelve_manuals_are_whole_approved_and_posted_in_december(loaded):
    with speaking(loaded.pk, actor="test"):
        posted = list(ServiceVersion.objects.posted())
        assert len(posted) == 12
        assert [version for version in posted if version.gaps] == []
        assert {(version.approved, version.posted) for version in posted} == {(date(2024, 12, 16), date(2024, 12, 18))}
        assert {version.approver_post for version in posted} == {"นายก อบต."}


def test_loading_again_changes_nothing(loaded):
    with speaking(loaded.pk, actor="test"):
        Service.objects.filter(name__contains="เต็นท์").update(given_up=date(2025, 3, 1))
    call_command("load_demo_services", stdout=StringIO())
    with speaking(loaded.pk, actor="test"):
        assert (Service.objects.count(), Service.objects.offered().count()) == (12, 11)


def test_an_office_that_is_real_gets_nothing(db):
    agency = Agency.objects.create(code="real", name="หน่วยงานจริง", kind="sao")
    call_command("load_demo_services", stdout=StringIO())
    with speaking(agency.pk, actor="test"):
        assert not Service.objects.exists()


def test_each_went_through_the_line_of_approval_in_december_and_nobody_waits(loaded):
    with speaking(loaded.pk, actor="test"):
        for version in ServiceVersion.objects.posted():
            found = latest_submission("service", version.pk)
            assert (found.state, found.settled, found.is_backdated) == ("approved", date(2024, 12, 16), False)
            assert [step.verdict for step in found.steps.all()] == ["agrees", "agrees", "approves"]
