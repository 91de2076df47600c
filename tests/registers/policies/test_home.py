"""The home page tells which policies are to be signed, and which are in force without their signed copy."""

from __future__ import annotations

from datetime import date

from prongsai.registers.policies import services
from prongsai.registers.policies.home_sources import NAMED, PoliciesToSign
from prongsai.registers.policies.models import PolicyVersion

DAY = date(2025, 3, 17)


def lines(units: frozenset[int] | None = None):
    return list(PoliciesToSign().lines(DAY, units=units))


def test_where_nothing_waits_nothing_is_told(here, drafted, holding):
    with here.speaks():
        drafted(title="ร่าง")
        holding()
        assert lines() == []


def test_what_is_approved_is_named_with_its_page(here, drafted, approved):
    with here.speaks():
        version = approved(drafted())
        (line,) = lines()
        assert line.words == f"อนุมัติแล้ว รอลงนาม: {version.title}"
        assert (line.url_name, line.arguments) == ("policy-version", {"edition": version.pk})
        assert lines(frozenset({version.policy.unit_id})) == [line]
        assert lines(frozenset({-1})) == []


def test_of_many_the_first_are_named_and_the_rest_counted(here, drafted):
    with here.speaks():
        for number in range(NAMED + 2):
            drafted(title=f"เรื่องที่ {number}")
        PolicyVersion.objects.update(state="approved", approved=DAY)
        told = lines()
        assert len(told) == NAMED + 1
        assert told[-1].words == "รอลงนามอีก 2 เรื่อง"


def test_what_is_in_force_without_its_copy_is_counted_until_it_is_repealed(here, acting, text):
    with here.speaks():
        told = {"acting": acting(), "agency": here.agency.pk, "told": text(), "signed": DAY, "since": DAY}
        version = services.add_existing(**told)
        assert [line.words for line in lines()] == ["ประกาศที่ใช้อยู่ รอสำเนาที่ลงนาม 1 เรื่อง"]
        services.repeal(acting=acting(), policy=version.policy, day=DAY, because="เลิกใช้")
        assert lines() == []
