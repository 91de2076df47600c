"""The list: searching, filters, the workbook out; the yearly review; giving up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from prongsai.ita.reading.service import read_services
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.services import services
from prongsai.registers.services.models import Service
from whole_service import INSIDE, WHOLE


@pytest.fixture
def three(here, added, posted):
    with here.speaks():
        return posted(here), added(here, INSIDE), added(here, replace(WHOLE, name="การขอใช้สนาม", fees=()))


def names(client, **asked) -> list[str]:
    listed = client.get(reverse("services"), asked).context["listed"]
    return [line.service.name for line in listed]


def test_the_list_is_in_the_order_of_a_thai_dictionary(here, asks, three):
    assert names(asks()) == ["การขอใช้สนาม", "การแจ้งซ่อมไฟฟ้าสาธารณะ", "การเบิกวัสดุ"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "สนาม"}, ["การขอใช้สนาม"]),
        ({"audience": "internal"}, ["การเบิกวัสดุ"]),
        ({"standing": "posted"}, ["การแจ้งซ่อมไฟฟ้าสาธารณะ"]),
        ({"standing": "unposted"}, ["การขอใช้สนาม", "การเบิกวัสดุ"]),
        ({"standing": "draft"}, ["การขอใช้สนาม", "การเบิกวัสดุ"]),
        ({"standing": "given-up"}, []),
        ({"standing": "nonsense"}, ["การขอใช้สนาม", "การแจ้งซ่อมไฟฟ้าสาธารณะ", "การเบิกวัสดุ"]),
    ],
)
def test_filters_narrow_the_list(here, asks, three, asked, found):
    assert names(asks(), **asked) == found


def test_gaps_are_counted_in_the_list(here, asks, three):
    assert "ขาด 1 เรื่อง" in asks().get(reverse("services")).content.decode()


def test_the_list_asks_the_database_the_same_number_of_times_however_long_it_is(
    here, asks, added, three, django_assert_max_num_queries
):
    client = asks()
    client.get(reverse("services"))
    with here.speaks():
        for n in range(12):
            added(here, replace(WHOLE, name=f"งานที่ {n}"))
    with django_assert_max_num_queries(30):
        client.get(reverse("services"))


def test_the_workbook_that_goes_out_can_be_read_in_again(here, asks, three):
    answer = asks().post(reverse("services-export"))
    assert answer.headers["Content-Type"].endswith("spreadsheetml.sheet")
    found = {service.sheet.name: service.sheet for service in read_services(answer.content, "ทะเบียน.xlsx")}
    assert found[WHOLE.name] == WHOLE
    assert found[INSIDE.name] == INSIDE
    assert found["การขอใช้สนาม"].fees == ()


def test_a_name_that_looks_like_a_formula_stays_a_text(here, asks, added):
    with here.speaks():
        added(here, replace(WHOLE, name='=HYPERLINK("x")'))
    (found,) = read_services(asks().post(reverse("services-export")).content, "a.xlsx")
    assert found.sheet.name == '=HYPERLINK("x")'


def test_the_empty_workbook_holds_one_example_to_type_over(here, asks):
    (found,) = read_services(asks().get(reverse("services-template")).content, "แบบ.xlsx")
    assert found.doubts == ()
    assert found.sheet.name.startswith("ตัวอย่าง")


def test_a_review_without_change_counts_another_year(here, asks, approved):
    with here.speaks():
        version = approved(here)
        Service.objects.update(review_due=date(2025, 3, 1))
    client = asks()
    assert "ถึงกำหนดทบทวนประจำปี" in client.get(version.service.get_absolute_url()).content.decode()
    client.post(reverse("service-review", args=[version.service.pk]))
    with here.speaks():
        assert Service.objects.get().review_due == date(2026, 3, 17)


def test_what_was_never_approved_cannot_be_reviewed(here, acting, added):
    with here.speaks(), pytest.raises(Conflict):
        services.confirm_review(acting=acting(), service=added(here).service)


def test_giving_up_happens_once_and_the_papers_stay(here, asks, approved):
    with here.speaks():
        version = approved(here)
    client, address = asks(), reverse("service-give-up", args=[version.service.pk])
    assert [client.post(address).status_code for _ in range(2)] == [302, 409]
    assert names(client) == []
    assert names(client, standing="given-up") == [WHOLE.name]
    assert client.get(version.service.get_absolute_url()).status_code == 200


def test_the_auditor_reads_but_is_offered_nothing_to_change(here, asks, three):
    client = asks(Role.AUDITOR)
    page = client.get(three[1].service.get_absolute_url()).content.decode()
    assert reverse("service-edit", args=[three[1].pk, "steps"]) not in page
    assert reverse("new-service") not in client.get(reverse("services")).content.decode()


def test_the_difference_of_two_versions_names_parts_and_figures(here, asks, acting, approved):
    with here.speaks():
        version = approved(here)
        second = services.start_version(acting=acting(), service=version.service)
        services.save_part(acting=acting(), version=second, told={"documents": [], "stated_none": ["documents", "law"]})
    page = asks().get(reverse("service-difference", args=[second.pk])).content.decode()
    assert "บัตรประจำตัวประชาชน" in page
    assert "ไม่ต้องใช้เอกสารประกอบ" in page
    assert asks().get(reverse("service-difference", args=[version.pk])).status_code == 404


def test_the_history_tells_part_by_part_what_was_changed_in_the_content(here, asks, acting, added):
    with here.speaks():
        version = added(here)
        services.save_part(acting=acting(), version=version, told={"remarks": ["ปิดวันหยุดราชการ"]})
        services.save_part(acting=acting(), version=version, told={"remarks": ["ปิดวันหยุดราชการ"]})
    page = asks().get(version.service.get_absolute_url())
    assert [entry.what for entry in page.context["history"]] == ["update", "insert"]
    (change,) = page.context["history"][0].changes
    assert (change.label, change.before, change.after) == ("หมายเหตุ", "–", "ปิดวันหยุดราชการ")
