"""Who gave proof that is returned is told, with the reason and where it is; nobody else."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.office.evidence import services
from prongsai.office.evidence.notice_kinds import RETURNED
from prongsai.office.evidence.services import Given
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.notices.models import Copy

BECAUSE = "ขอภาพของเดือนกุมภาพันธ์"


@pytest.fixture
def returned(here, running, officer, coordinator):
    with here.speaks():
        proof = running.given(officer)
        return services.return_proof(acting=coordinator, proof=proof, because=BECAUSE)


def told(proof) -> dict[Person, str]:
    copies = Copy.objects.filter(notice__kind=RETURNED, notice__thing=proof.pk, done=None)
    return {copy.person: copy.notice.words for copy in copies.select_related("notice", "person")}


def test_who_gave_it_is_told_with_the_reason_and_the_way_to_it(here, returned):
    with here.speaks():
        assert told(returned) == {here.people[Role.OFFICER]: BECAUSE}
        notice = Copy.objects.get(notice__kind=RETURNED).notice
        assert (notice.subject, notice.url_name, notice.url_args) == (str(returned), "proof", {"proof": returned.pk})


def test_the_notice_is_done_once_the_proof_is_changed(here, returned, officer):
    with here.speaks():
        services.change_proof(acting=officer, proof=returned, told={"words": "ภาพถ่าย 28 กุมภาพันธ์ 2568"})
        assert told(returned) == {}


def test_for_whom_it_was_written_down_is_told_and_not_who_wrote_it(here, running, coordinator, acting):
    with here.speaks():
        given = Given(words="ตรวจ 54 รายการ", recorded_for=here.people[Role.UNIT_HEAD], received_by="line")
        proof = services.give_proof(acting=acting(Role.OFFICER), cycle=running.cycle, given=given)
        services.return_proof(acting=coordinator, proof=proof, because=BECAUSE)
        assert list(told(proof)) == [here.people[Role.UNIT_HEAD]]


def test_who_gave_it_by_a_personal_link_is_told_too(here, running, coordinator):
    with here.speaks():
        proof = running.given(acting_as(here.accounts[Role.OFFICER], by_link=True))
        services.return_proof(acting=coordinator, proof=proof, because=BECAUSE)
        assert list(told(proof)) == [here.people[Role.OFFICER]]


def test_once_that_person_has_left_the_unit_is_told(here, running, officer, coordinator):
    with here.speaks():
        proof = running.given(officer)
        gone = here.people[Role.OFFICER]
        gone.left = date(2025, 3, 1)
        gone.save()
        services.return_proof(acting=coordinator, proof=proof, because=BECAUSE)
        assert told(proof)
        assert {person.unit for person in told(proof)} == {proof.unit}
        assert gone not in told(proof)


def test_what_nobody_entered_is_returned_without_a_notice(here, running, officer, coordinator):
    with here.speaks():
        proof = running.given(officer)
        type(proof).objects.filter(pk=proof.pk).update(made_by="system", unit=None)
        services.return_proof(acting=coordinator, proof=proof, because=BECAUSE)
        assert told(proof) == {}
