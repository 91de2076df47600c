"""What the register proves, and in which words."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from prongsai.ita.papers.blocks import Paragraph, Table
from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import registry
from prongsai.platform.modules.gathering import gather_facts
from prongsai.registers.circulars import services
from prongsai.registers.circulars.evidence import ToldEvidence
from prongsai.registers.circulars.models import Way

TODAY = date(2025, 3, 17)
TOPIC = "asset-borrowing"


def facts_of(office, since: date, until: date):
    return list(ToldEvidence().facts(office.agency.code, since, until))


def test_a_circular_is_told_with_its_day_and_counts(here, sent, acting, scan):
    with here.speaks():
        circular = sent()
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        services.acknowledge(acting=acting(Role.AUDITOR, by_link=True), circular=circular)
        signed = [circular.receivers.get(person=here.people[Role.EXECUTIVE])]
        services.record_sheet(acting=acting(), circular=circular, receivers=signed, day=TODAY, scan=scan)
        told = circular.receivers.get(person=here.people[Role.UNIT_HEAD])
        services.record_told(acting=acting(), circular=circular, receiver=told, way=Way.LINE, day=TODAY)
        (fact,) = facts_of(here, TODAY, TODAY)
    assert fact.sentence == (
        "แจ้งเวียนเรื่อง แนวทางการยืมและคืนทรัพย์สินของราชการ เมื่อวันที่ 17 มีนาคม 2568 ถึงบุคลากร 6 คน รับทราบแล้ว 4 คน "
        "(ในระบบ 2 คน ลงลายมือชื่อในแบบลงชื่อ 1 คน แจ้งทางอื่นโดยมีผู้บันทึกแทน 1 คน) ณ วันที่ 17 มีนาคม 2568"
    )
    assert (fact.topic, fact.happened, fact.public) == (TOPIC, TODAY, False)
    assert fact.figures == {"asked": Decimal(6), "acknowledged": Decimal(4)}


def test_what_was_acknowledged_later_is_not_told_of_an_earlier_day(here, drafted, acting):
    with here.speaks():
        circular = services.send(acting=acting(), circular=drafted(), sent=TODAY - timedelta(days=10))
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        (before,) = facts_of(here, TODAY - timedelta(days=10), TODAY - timedelta(days=1))
        (now,) = facts_of(here, TODAY - timedelta(days=10), TODAY)
    assert (before.figures["acknowledged"], now.figures["acknowledged"]) == (Decimal(0), Decimal(1))
    assert "รับทราบแล้ว 0 คน ณ วันที่ 16 มีนาคม 2568" in before.sentence


def test_a_sentence_never_names_anybody(here, sent, acting):
    with here.speaks():
        circular = sent()
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        (fact,) = facts_of(here, TODAY, TODAY)
        assert not any(person.family_name in fact.sentence for person in here.people.values())


def test_drafts_withdrawn_ones_and_those_without_a_topic_prove_nothing(here, drafted, sent, acting):
    with here.speaks():
        drafted()
        sent(topic="")
        services.withdraw(acting=acting(), circular=sent(), because="ผิด")
        assert facts_of(here, TODAY, TODAY) == []


def test_a_briefing_is_told_once_it_was_held(here, called, acting, scan):
    with here.speaks():
        briefing = called()
        assert facts_of(here, TODAY, TODAY) == []
        came = list(briefing.attendees.all()[:2])
        services.record_attendance(acting=acting(), briefing=briefing, came=came, guests=0, scan=scan)
        (fact,) = facts_of(here, TODAY, TODAY)
    assert fact.sentence == (
        "จัดประชุมชี้แจงเรื่อง ชี้แจงแผนการใช้จ่ายงบประมาณ เมื่อวันที่ 17 มีนาคม 2568 ณ ห้องประชุมสภา ผู้เข้าร่วม 2 คน จากผู้ที่เชิญ 6 คน"
    )


def test_an_item_is_filled_with_tables_or_with_none(here, sent, called, acting, scan):
    with here.speaks():
        sent()
        briefing = called(topic=TOPIC)
        came = list(briefing.attendees.all()[:2])
        services.record_attendance(acting=acting(), briefing=briefing, came=came, guests=0, scan=scan)
        content = list(ToldEvidence().content(TOPIC, here.agency.code, TODAY, TODAY))
        nothing = list(ToldEvidence().content("ethics", here.agency.code, TODAY, TODAY))
    assert [len(block.rows) for block in content if isinstance(block, Table)] == [1, 1]
    assert [block for block in nothing if isinstance(block, Paragraph)] == [Paragraph(("ไม่มี",))] * 2


def test_the_office_hears_it_by_topic(here, sent):
    with here.speaks():
        sent()
        gathered = gather_facts(registry, here.agency.code, TODAY, TODAY, topics=[TOPIC])
    assert "circulars.told" not in gathered.silent
    assert any(fact.sentence.startswith("แจ้งเวียนเรื่อง") for fact in gathered.facts)
