"""What passes from an agency to its adviser, and what never does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import timezone

import prongsai.office.advice
from advised_agencies import YEAR, invitation_code, reckon, told_of
from prongsai.office.advice import crossing, services
from prongsai.office.advice.models import Advised, Adviser, RollUp, SentRollUp
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.tenancy.protection import agency_models
from years_of_an_office import confirmed

ROOM = Path(prongsai.office.advice.__file__).parent


def submitted(advised, **more):
    """Submit the closed year of the story."""
    with advised.here.speaks():
        cycle = Round.objects.get(fiscal_year=YEAR)
        return services.submit(
            acting=advised.acting(), agency=advised.here.agency, adviser=advised.adviser, cycle=cycle,
            **({"wishes": ""} | more),
        )  # fmt: skip


@pytest.fixture
def year(here):
    with here.speaks():
        return confirmed(here, "P4.pdf").round


def rows_seen_by(office) -> dict[str, int]:
    """Count the rows of every protected table that an agency sees."""
    with office.speaks():
        return {model._meta.label: model._base_manager.count() for model in agency_models()}


def test_the_copy_at_the_adviser_is_word_for_word_what_the_agency_keeps(advised, year):
    sent = submitted(advised, wishes="ขอคำแนะนำเรื่องข้อ o33")
    with advised.there.speaks():
        copy = RollUp.objects.get()
        assert (copy.content, copy.number) == (sent.content, sent.pk)
        assert copy.told == sent.told
        assert copy.told.wishes == "ขอคำแนะนำเรื่องข้อ o33"


def test_a_submission_adds_its_copy_and_its_line_at_the_adviser_and_not_one_row_more(advised, year):
    before = rows_seen_by(advised.there)
    submitted(advised)
    after = rows_seen_by(advised.there)
    grown = {label: after[label] - before[label] for label in after if after[label] != before[label]}
    assert grown.pop("advice.RollUp") == 1
    assert set(grown) <= {"audit.Line", "advice.AdvisedEvent"}


def test_an_adviser_sees_no_row_of_the_agency(advised, year):
    submitted(advised)
    with advised.here.speaks():
        keys = {model: set(model._base_manager.values_list("pk", flat=True)) for model in agency_models()}
    assert keys[Round]
    with advised.there.speaks():
        seen = [
            model._meta.label
            for model, own in keys.items()
            if model._base_manager.filter(agency_id=advised.here.agency.pk).exists()
            or (model is Round and model._base_manager.filter(pk__in=own).exists())
        ]
    assert seen == []


def test_an_agency_that_submitted_nothing_is_named_and_nothing_else_is_known(advised, year):
    with advised.there.speaks():
        assert Advised.objects.get().name == advised.here.agency.name
        assert not RollUp.objects.exists()


def test_an_agency_without_an_adviser_leaves_no_trace_anywhere(here, there, year):
    with there.speaks():
        assert not Advised.objects.exists()
    with here.speaks():
        assert not Adviser.objects.exists()


def test_a_crossing_outside_a_transaction_is_refused(advised, transactional_db):
    with pytest.raises(RuntimeError, match="transaction"), crossing.at(advised.there.agency.pk, sent_by=1):
        pass


def test_after_a_crossing_the_own_agency_speaks_again_also_when_it_failed(advised):
    with advised.here.speaks():
        with pytest.raises(ZeroDivisionError), crossing.at(advised.there.agency.pk, sent_by=advised.here.agency.pk):
            assert not Adviser.objects.exists()
            _ = 1 // 0
        assert Adviser.objects.get() == advised.adviser


def test_a_submission_that_fails_half_way_leaves_nothing_on_either_side(advised, year, monkeypatch):
    def broken(*_args, **_told):
        raise OSError("full")

    monkeypatch.setattr(crossing, "refresh_soon", broken)
    with pytest.raises(OSError, match="full"):
        submitted(advised)
    with advised.there.speaks():
        assert not RollUp.objects.exists()
    with advised.here.speaks():
        assert not SentRollUp.objects.exists()


def test_the_other_side_speaks_in_one_file_of_this_room_alone():
    speaks = [path.name for path in ROOM.rglob("*.py") if re.search(r"\bspeaking\(", path.read_text(encoding="utf-8"))]
    assert sorted(speaks) == ["crossing.py", "demo.py"]


def test_withdrawn_it_is_gone_from_every_table_of_the_adviser(advised, year):
    sent = submitted(advised, wishes="คำที่ต้องไม่เหลือ")
    reckon(advised.there)
    with advised.here.speaks():
        services.withdraw(acting=advised.acting(), sent=sent)
    reckon(advised.there)
    with advised.there.speaks():
        told = [
            str(row) for model in apps.get_app_config("advice").get_models() for row in model._base_manager.values()
        ]
    assert not any("คำที่ต้องไม่เหลือ" in row or "78.16" in row for row in told)


def test_another_adviser_sees_nothing_of_it(advised, year, third):
    submitted(advised)
    with third.speaks():
        assert not RollUp.objects.exists()
        assert not Advised.objects.exists()


def test_a_copy_cannot_be_put_at_an_office_that_does_not_advise_any_more(advised, year):
    with advised.there.speaks():
        services.end_as_adviser(acting=advised.advising(), advised=advised.advised)
    with advised.here.speaks(), pytest.raises(Advised.DoesNotExist):
        crossing.deliver(advised.adviser, 1, told_of(), timezone.now(), advised.here.agency)


def test_two_agencies_cannot_use_one_invitation(here, there, third):
    code = invitation_code(there)
    with here.speaks():
        services.accept(acting=acting_as(here.accounts[Role.EXECUTIVE]), agency=here.agency, typed=code)
    with third.speaks():
        assert services.who_invites(agency=third.agency, typed=code) is None
