"""The home page tells of circulars whose memo waits for its signature."""

from __future__ import annotations

from datetime import date

from prongsai.platform.accounts.models import Role
from prongsai.registers.circulars import services
from prongsai.registers.circulars.home_sources import MemosToSign
from prongsai.registers.circulars.models import Circular

DAY = date(2025, 3, 17)


def words(units: frozenset[int] | None = None, day: date = DAY) -> list[str]:
    return [line.words for line in MemosToSign().lines(day, units=units)]


def test_a_draft_waits_for_nothing_and_what_went_out_for_its_signed_memo(here, drafted, sent):
    with here.speaks():
        drafted()
        assert words() == []
        circular = sent()
        assert words() == ["หนังสือแจ้งเวียนที่บันทึกข้อความรอลงนาม 1 ฉบับ"]
        assert words(frozenset({circular.unit_id})) == words()
        assert words(frozenset({-1})) == []


def test_signed_withdrawn_or_from_an_older_register_it_is_not_told(here, acting, sent, scan):
    with here.speaks():
        signer = here.people[Role.EXECUTIVE]
        services.record_paper(
            acting=acting(), circular=sent(), signer=signer, number="ตย 71001/9", day=DAY, scan=scan
        )  # fmt: skip
        services.withdraw(acting=acting(), circular=sent(), because="ผิดฉบับ")
        Circular.objects.filter(pk=sent().pk).update(register_asked=44, register_done=40)
        assert words() == []


def test_what_went_out_in_an_earlier_fiscal_year_is_not_told_any_more(here, sent):
    with here.speaks():
        sent()
        assert words(day=date(2025, 9, 30)) != []
        assert words(day=date(2025, 10, 1)) == []
