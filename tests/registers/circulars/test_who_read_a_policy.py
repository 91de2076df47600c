"""How many were told of a policy and have read it: asked of the register of policies, known by circulars."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from prongsai.platform.accounts.models import Role
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Audience, Receiver
from prongsai.registers.policies import services as policies

TODAY = date(2025, 3, 17)
TITLE = "นโยบายไม่รับของขวัญ"


@pytest.fixture
def policy(here, acting) -> int:
    with here.speaks():
        told = policies.PolicyText(policies.PolicyKind.POLICY, TITLE, here.units["สำนักปลัด"], "ไม่รับของขวัญ")
        day = date(2025, 1, 2)
        return policies.add_existing(
            acting=acting(), agency=here.agency.pk, told=told, signed=day, since=day
        ).policy_id  # fmt: skip


def counts(policy: int, until: date = TODAY) -> tuple[int, int]:
    read = policies.who_has_read(policy, until)
    return read.asked, read.read


def test_of_what_nobody_was_told_nobody_is_counted(here, policy):
    with here.speaks():
        assert counts(policy) == (0, 0)
        assert policies.who_has_read(2**40, TODAY) is None


def test_who_acknowledged_a_circular_has_read_it(here, acting, sent, policy):
    with here.speaks():
        circular = sent(policy_id=policy)
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        assert counts(policy) == (6, 1)
        read = policies.who_has_read(policy, TODAY)
        assert read.missing == 5
        assert read.sentence == f"บุคลากรรับทราบ {TITLE} ฉบับที่ 1 แล้ว 1 คน จากที่แจ้ง 6 คน ณ วันที่ 17 มีนาคม 2568"


def test_a_person_told_twice_counts_once_and_one_yes_is_enough(here, acting, sent, called, policy, scan):
    with here.speaks():
        officer, head = here.people[Role.OFFICER], here.people[Role.UNIT_HEAD]
        circular = sent(policy_id=policy, audience=Audience.PEOPLE, audience_people=[officer.pk, head.pk])
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        briefing = called(policy_id=policy)
        came = list(briefing.attendees.filter(person__in=[officer, head]))
        services.record_attendance(acting=acting(), briefing=briefing, came=came, guests=3, scan=scan)
        assert counts(policy) == (6, 2)


def test_a_briefing_to_come_has_told_nobody(here, called, policy):
    with here.speaks():
        called(policy_id=policy)
        assert counts(policy) == (0, 0)


def test_until_a_day_counts_what_was_so_on_that_day(here, acting, sent, policy):
    with here.speaks():
        circular = sent(policy_id=policy)
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        Receiver.objects.exclude(acknowledged=None).update(acknowledged=TODAY + timedelta(days=3))
        assert counts(policy) == (6, 0)
        assert counts(policy, TODAY + timedelta(days=3)) == (6, 1)
        assert counts(policy, TODAY - timedelta(days=1)) == (0, 0)


def test_a_circular_that_was_withdrawn_has_told_nobody(here, acting, sent, policy):
    with here.speaks():
        circular = sent(policy_id=policy)
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        services.withdraw(acting=acting(), circular=circular, because="ผิดฉบับ")
        assert counts(policy) == (0, 0)


def test_the_next_version_is_read_anew(here, acting, sent, policy):
    with here.speaks():
        services.acknowledge(acting=acting(Role.OFFICER), circular=sent(policy_id=policy))
        first = policies.policy_in_force(policy)
        version = sent(policy_id=policy).policy.versions.get()
        version.state = "ended"
        version.save()
        version.pk, version.number, version.state = None, 2, "in_force"
        version.save()
        assert first.number == 1
        assert counts(policy) == (0, 0)


def test_the_page_of_the_policy_tells_the_counts_and_no_name_of_who_is_missing(here, asks, acting, sent, policy):
    with here.speaks():
        services.acknowledge(acting=acting(Role.OFFICER), circular=sent(policy_id=policy))
        address = policies.policy_in_force(policy).url
    page = asks(Role.OFFICER).get(address).content.decode()
    assert "รับทราบแล้ว 1 คน จาก 6 คน" in page
    assert here.people[Role.UNIT_HEAD].family_name not in page.split("<main")[1]
