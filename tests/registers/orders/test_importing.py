"""The office's own list: looked through, then taken in whole or not at all. One order from a file becomes a draft."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.reading.row_lists import ListRow, RowList, read_rows
from prongsai.ita.thai import Refused
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.orders import services
from prongsai.registers.orders.models import ImportedOrders, Order, OrderState
from prongsai.registers.orders.services.importing import remove_old_imports
from prongsai.registers.orders.sheet import OrderRow, orders_workbook, read_orders

TODAY = date(2025, 3, 17)
HEAD = "ประเภท,เลขที่,ลงวันที่,เรื่อง,ผู้ลงนาม,หมายเหตุ\n"
LINES = HEAD + "คำสั่ง,๒๙๐/๒๕๖๗,1 ต.ค. 2567,มอบหมายงาน,นายก อบต.,\nประกาศ,,3 มี.ค. 2568,หลักเกณฑ์,นายก อบต.,ติดบอร์ด\n"


def sends(client, data: bytes, name: str = "ทะเบียน.csv"):
    return client.post(reverse("orders-import"), {"file": SimpleUploadedFile(name, data)})


def test_a_list_is_looked_through_and_taken_in_whole_without_scans(here, asks):
    client = asks()
    review = sends(client, LINES.encode()).url
    page = client.get(review).content.decode()
    assert "มอบหมายงาน" in page
    assert "อ่านได้ 2 ฉบับ" in page
    with here.speaks():
        assert not Order.objects.exists()
    assert client.post(review, {"owner": here.units["กองคลัง"].pk}).status_code == 302
    with here.speaks():
        found = {order.subject: order for order in Order.objects.all()}
        order, paper = found["มอบหมายงาน"], found["หลักเกณฑ์"]
        assert (order.number, order.year, order.day, order.state) == (
            "290",
            2567,
            date(2024, 10, 1),
            OrderState.IN_FORCE,
        )
        assert (paper.kind, paper.number, paper.remark) == ("announcement", "", "ติดบอร์ด")
        assert not ImportedOrders.objects.exists()
    assert "ยังไม่แนบสำเนา" in client.get(reverse("orders")).content.decode()


def test_the_scan_comes_later_and_once(here, asks):
    client = asks()
    client.post(sends(client, LINES.encode()).url, {"owner": here.units["กองคลัง"].pk})
    with here.speaks():
        order = Order.objects.get(number="290")
    address = reverse("order-scan", args=[order.pk])
    assert client.post(address, {"scan": SimpleUploadedFile("ก.txt", b"signed")}).status_code == 302
    assert client.post(address, {"scan": SimpleUploadedFile("ก.txt", b"signed")}).status_code == 409


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("คำสั่ง,291/2567,1 ต.ค. 2567,,,", "REQUIRED"),
        ("คำสั่ง,291/2567,,เรื่อง,,", "REQUIRED"),
        ("คำสั่ง,ก-1,1 ต.ค. 2567,เรื่อง,,", "NUMBER"),
        ("คำสั่ง,291/2567,32 ต.ค. 2567,เรื่อง,,", "DATE"),
        ("คำสั่ง,291/2567,1 ต.ค. 2567,=1+1,,", "FORMULA"),
    ],
)
def test_a_fault_keeps_the_whole_list_out_with_row_and_rule(here, asks, line, rule):
    client = asks()
    review = sends(client, (LINES + line + "\n").encode()).url
    page = client.get(review).content.decode()
    assert rule in page
    assert client.post(review, {"owner": here.units["กองคลัง"].pk, "looked": "on"}).status_code == 409
    with here.speaks():
        assert not Order.objects.exists()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("คำสั่ง,291/2566,1 ต.ค. 2567,เรื่อง,,", "แต่เลขที่เป็นของปี 2566"),
        ("คำสั่ง,291/2569,1 ต.ค. 2569,เรื่อง,,", "ยังมาไม่ถึง"),
        ("คำสั่ง,291,1 ต.ค. 2567,เรื่อง,,", "ใช้ปี 2567 ตามวันที่"),
        ("คำสั่ง,,1 ต.ค. 2567,เรื่อง,,", "ไม่มีเลขที่"),
        ("คำสั่ง,291/2567,1 ต.ค. ๖๗,เรื่อง,,", "ใช้ พ.ศ. 2567"),
    ],
)
def test_a_doubt_is_shown_and_must_be_looked_at(here, asks, line, sentence):
    client = asks()
    review = sends(client, (HEAD + line + "\n").encode()).url
    assert sentence in client.get(review).content.decode()
    assert client.post(review, {"owner": here.units["กองคลัง"].pk}).status_code == 400
    assert client.post(review, {"owner": here.units["กองคลัง"].pk, "looked": "on"}).status_code == 302


def test_a_number_twice_in_the_list_or_already_in_the_register_keeps_it_out(here, asks, signed):
    client, owner = asks(), {"owner": here.units["กองคลัง"].pk}
    twice = sends(client, (LINES + "คำสั่ง,290/2567,1 ต.ค. 2567,อีกเรื่อง,,\n").encode()).url
    assert client.post(twice, owner).status_code == 409
    with here.speaks():
        signed(here, number="290")
    there = sends(client, LINES.encode()).url
    assert client.post(there, owner).status_code == 409
    with here.speaks():
        assert Order.objects.count() == 1


def test_an_import_can_be_dropped_and_goes_by_itself_after_a_week(here, asks):
    client = asks()
    client.post(sends(client, LINES.encode()).url, {"drop": "1"})
    sends(client, LINES.encode())
    with here.speaks():
        assert ImportedOrders.objects.count() == 1
        assert remove_old_imports(timezone.now() + timedelta(days=6)) == 0
        assert remove_old_imports(timezone.now() + timedelta(days=8)) == 1


def test_the_same_list_is_not_taken_in_twice(here, asks, acting):
    client = asks()
    sends(client, LINES.encode())
    with here.speaks():
        waiting, unit = ImportedOrders.objects.get(), here.units["กองคลัง"]
        services.accept_import(acting=acting(), waiting=waiting, unit=unit)
        with pytest.raises(Conflict):
            services.accept_import(acting=acting(), waiting=waiting, unit=unit)
        assert Order.objects.count() == 2


@pytest.mark.parametrize(
    ("data", "name", "status"),
    [
        ("ชื่อ,สกุล\nก,ข\n".encode(), "ก.csv", 422),
        (HEAD.encode(), "ก.csv", 422),
        (b"PK\x03\x04 not whole", "ก.xlsx", 422),
        (b"MZ\x90\x00", "ก.xlsx", 415),
        ("บันทึกข้อความ เรื่องอื่น".encode(), "ก.txt", 422),
    ],
)
def test_a_file_without_a_list_or_an_order_is_refused_and_nothing_is_kept(here, asks, data, name, status):
    assert sends(asks(), data, name).status_code == status
    with here.speaks():
        assert not ImportedOrders.objects.exists()
        assert not Order.objects.exists()


def test_one_order_from_a_file_becomes_a_draft_with_its_duties(here, asks):
    text = """คำสั่งองค์การบริหารส่วนตำบลหนองกระจ่าง
ที่ ๓๑๒/๒๕๖๗
เรื่อง แต่งตั้งคณะทำงานสนับสนุนการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘
ให้คณะทำงานมีหน้าที่ดังนี้
๑. เตรียมข้อมูลตามแบบวัด
๒. ติดตามการส่งข้อมูล
สั่ง ณ วันที่ ๗ ตุลาคม พ.ศ. ๒๕๖๗
"""
    client = asks()
    answer = sends(client, text.encode(), "คำสั่ง.txt")
    assert answer.status_code == 302
    assert "7 ตุลาคม 2567" in client.get(answer.url).content.decode()
    with here.speaks():
        order = Order.objects.get()
        assert order.is_draft
        assert order.number == ""
        assert "เตรียมข้อมูลตามแบบวัด" in order.clauses


def test_a_colleague_may_look_through_it_and_another_agency_may_not(here, there, asks):
    review = sends(asks(), LINES.encode()).url
    assert asks(Role.COORDINATOR).get(review).status_code == 200
    assert asks(Role.COORDINATOR, there).get(review).status_code == 404


def test_the_empty_workbook_has_the_columns_that_are_read():
    found = read_rows(orders_workbook([OrderRow(place=1, day=TODAY, subject="เรื่อง")]), "แบบ.xlsx")
    (row,) = read_orders(found, TODAY)
    assert (row.subject, row.day) == ("เรื่อง", TODAY)
    with pytest.raises(Refused):
        read_orders(read_rows(orders_workbook(), "แบบ.xlsx"), TODAY)


@given(
    st.integers(1, 999_999),
    st.integers(2500, 2568),
    st.dates(date(2000, 1, 1), TODAY),
    st.text(st.characters(whitelist_categories=["L", "N"], max_codepoint=0x7F), min_size=1, max_size=30),
)
def test_a_row_survives_the_way_through_json_and_through_a_list(number, year, day, subject):
    row = OrderRow(place=2, number=str(number), year=year, day=day, subject=subject, doubts=(("YEAR", "ก", "ข"),))
    assert OrderRow.of_json(row.as_json()) == row
    head = ListRow(1, ("ประเภท", "เลขที่", "ลงวันที่", "เรื่อง"))
    line = ListRow(2, ("คำสั่ง", f"{number}/{year}", f"{day.day}/{day.month}/{day.year + 543}", subject))
    (read,) = read_orders(RowList(((head, line),)), TODAY)
    assert (read.number, read.year, read.day, read.subject) == (str(number), year, day, subject)
