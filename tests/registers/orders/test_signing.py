"""From the draft to the paper that binds."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.orders import services
from prongsai.registers.orders.models import Order, OrderState

PDF = b"signed by hand"


def told(number="๓๑๒", year="๒๕๖๗", day="7 ตุลาคม 2567", **more):
    return {"number": number, "year": year, "day": day, "scan": SimpleUploadedFile("ลงนาม.txt", PDF), **more}


def test_number_day_and_scan_put_an_order_in_force(here, asks, waiting):
    with here.speaks():
        order = waiting(here)
    answer = asks().post(reverse("order-signed", args=[order.pk]), told())
    assert answer.status_code == 302
    with here.speaks():
        found = Order.objects.get()
        assert (found.state, found.number, found.year) == (OrderState.IN_FORCE, "312", 2567)
        assert (found.day, found.since, found.entered) == (date(2024, 10, 7), date(2024, 10, 7), date(2025, 3, 17))
        assert found.is_backdated
    assert "orders.signed" in [line.action for line in lines_of(here)]
    page = asks().get(order.get_absolute_url()).content.decode()
    assert "บันทึกย้อนหลัง" in page
    assert "ลงนาม.txt" in page


def test_nothing_is_in_force_without_its_scan(here, asks, waiting, acting):
    with here.speaks():
        order = waiting(here)
    sent = told()
    del sent["scan"]
    assert asks().post(reverse("order-signed", args=[order.pk]), sent).status_code == 400
    with here.speaks(), pytest.raises(Conflict):
        services.put_in_force(acting=acting(), order=order, number="1", year=2568, day=date(2025, 1, 6), scan=[])


def test_the_same_number_in_one_year_is_refused_and_names_the_other(here, asks, signed, waiting):
    with here.speaks():
        signed(here, subject="เรื่องเดิม")
        order = waiting(here)
    answer = asks().post(reverse("order-signed", args=[order.pk]), told())
    assert answer.status_code == 409
    assert "เรื่องเดิม" in answer.content.decode()


def test_the_same_number_is_free_in_another_year_and_for_an_announcement(here, acting, signed, waiting, scan):
    with here.speaks():
        signed(here)
        signed(here, year=2568, day=date(2025, 1, 6))
        paper = waiting(here, kind="announcement")
        services.put_in_force(acting=acting(), order=paper, number="312", year=2567, day=date(2024, 10, 7), scan=scan)
        assert Order.objects.filter(number="312").count() == 3


def test_the_database_itself_holds_one_paper_of_a_number(here, signed):
    with here.speaks():
        signed(here)
        other = signed(here, number="313")
        with pytest.raises(IntegrityError), transaction.atomic():
            Order.objects.filter(pk=other.pk).update(number="312")


def test_an_announcement_may_have_no_number_and_an_order_may_not(here, acting, waiting, scan):
    with here.speaks():
        paper, order = waiting(here, kind="announcement"), waiting(here)
        services.put_in_force(acting=acting(), order=paper, number="", year=None, day=date(2025, 3, 3), scan=scan)
        with pytest.raises(Conflict):
            services.put_in_force(acting=acting(), order=order, number="", year=None, day=date(2025, 3, 3), scan=scan)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [("18 มีนาคม 2568", "วันที่นี้ยังมาไม่ถึง"), ("7 ตุลาคม 2566", "วันที่อยู่ในปี 2566")],
)
def test_a_day_that_looks_wrong_asks_for_a_second_yes(here, asks, waiting, day, sentence):
    with here.speaks():
        order = waiting(here)
    client, address = asks(), reverse("order-signed", args=[order.pk])
    year = "2568" if "2568" in day else "2567"
    answer = client.post(address, told(day=day, year=year))
    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    assert client.post(address, told(day=day, year=year, sure="on")).status_code == 302


def test_an_order_that_says_nothing_is_not_sent_to_be_signed(here, acting):
    with here.speaks():
        content = {"unit": here.units["กองคลัง"], "subject": "ว่าง"}
        order = services.add_order(acting=acting(), agency=here.agency.pk, told=content)
        with pytest.raises(Conflict):
            services.send_to_sign(acting=acting(), order=order)


def test_what_waits_can_be_taken_back_and_changed(here, asks, waiting):
    with here.speaks():
        order = waiting(here)
    client = asks()
    assert client.get(reverse("order-edit", args=[order.pk])).status_code == 409
    client.post(reverse("order-take-back", args=[order.pk]))
    assert client.get(reverse("order-edit", args=[order.pk])).status_code == 200


def test_one_order_revokes_another_and_both_say_so(here, asks, signed):
    with here.speaks():
        old, new = signed(here), signed(here, number="20", year=2568, day=date(2025, 2, 3), subject="คณะใหม่")
    client = asks()
    sent = {"by": new.pk, "on": "3 กุมภาพันธ์ 2568"}
    assert client.post(reverse("order-revoke", args=[old.pk]), sent).status_code == 302
    assert "คณะใหม่" in client.get(old.get_absolute_url()).content.decode()
    assert "312/2567" in client.get(new.get_absolute_url()).content.decode()
    with here.speaks():
        assert Order.objects.get(pk=old.pk).state == OrderState.REVOKED


@pytest.mark.parametrize(
    "sent", [{"on": "3 กุมภาพันธ์ 2568"}, {"on": "1 ตุลาคม 2567", "because": "ผิดพลาด"}, {"because": "ผิดพลาด"}]
)
def test_revoking_needs_a_reason_and_a_day_after_its_own(here, asks, signed, sent):
    with here.speaks():
        order = signed(here)
    assert asks().post(reverse("order-revoke", args=[order.pk]), sent).status_code in (400, 409)
    with here.speaks():
        assert Order.objects.get().state == OrderState.IN_FORCE


def test_signing_happens_once(here, acting, signed, scan):
    with here.speaks():
        order = signed(here)
        with pytest.raises(Conflict):
            services.put_in_force(acting=acting(), order=order, number="9", year=2567, day=date(2024, 10, 7), scan=scan)


def test_the_auditor_reads_and_changes_nothing(here, asks, waiting):
    with here.speaks():
        order = waiting(here)
    client = asks(Role.AUDITOR)
    page = client.get(order.get_absolute_url()).content.decode()
    assert reverse("order-signed", args=[order.pk]) not in page
    assert client.get(reverse("order-signed", args=[order.pk])).status_code == 404
