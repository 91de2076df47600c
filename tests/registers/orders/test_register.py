"""The list, its search, the papers that come out, tasks, what other rooms may know."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from django.urls import reverse

from prongsai.ita.reading import read_rows_limited
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import StoredFile
from prongsai.registers.orders import services
from prongsai.registers.orders.home_sources import OrdersToSign
from prongsai.registers.orders.models import Order
from prongsai.registers.orders.sheet import read_orders
from prongsai.registers.orders.task_sources import OrderTasks

TODAY = date(2025, 3, 17)


@pytest.fixture
def three(here, signed, waiting):
    with here.speaks():
        return (
            signed(here, subject="แต่งตั้งคณะทำงาน"),
            signed(here, number="9", year=2568, day=date(2025, 1, 6), subject="=มอบหมายงาน"),
            waiting(here, kind="announcement", subject="หลักเกณฑ์การประเมิน"),
        )


def subjects(client, **asked) -> list[str]:
    return [order.subject for order in client.get(reverse("orders"), asked).context["page"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "๓๑๒"}, ["แต่งตั้งคณะทำงาน"]),
        ({"q": "พิมพ์ใจ คณะ"}, ["แต่งตั้งคณะทำงาน"]),
        ({"kind": "announcement"}, ["หลักเกณฑ์การประเมิน"]),
        ({"state": "in_force"}, ["=มอบหมายงาน", "แต่งตั้งคณะทำงาน"]),
        ({"year": "2567"}, ["แต่งตั้งคณะทำงาน"]),
        ({"year": "nonsense"}, ["หลักเกณฑ์การประเมิน", "=มอบหมายงาน", "แต่งตั้งคณะทำงาน"]),
        ({"q": "ไม่มีคำนี้"}, []),
    ],
)
def test_the_list_is_searched_in_thai_and_narrowed(here, asks, three, asked, found):
    assert sorted(subjects(asks(), **asked)) == sorted(found)


def test_the_list_asks_the_database_the_same_number_of_times_however_long_it_is(
    here, asks, waiting, three, django_assert_max_num_queries
):
    client = asks()
    client.get(reverse("orders"))
    with here.speaks():
        for n in range(6):
            waiting(here, subject=f"เรื่องที่ {n}")
    with django_assert_max_num_queries(25):
        client.get(reverse("orders"))


def test_the_workbook_that_goes_out_reads_back_and_no_text_becomes_a_formula(here, asks, three):
    answer = asks().post(reverse("orders-export") + "?state=in_force")
    rows = read_orders(read_rows_limited(answer.content, "ทะเบียน.xlsx"), TODAY)
    assert [(row.number, row.year, row.day) for row in rows] == [
        ("9", 2568, date(2025, 1, 6)), ("312", 2567, date(2024, 10, 7)),
    ]  # fmt: skip
    assert rows[1].subject == "แต่งตั้งคณะทำงาน"


def text_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "")


def test_the_register_of_a_year_is_printed(here, asks, three):
    told = text_of(asks().get(reverse("orders-printed"), {"year": "2567"}).content)
    assert "ทะเบียนคุมคำสั่ง" in told
    assert "๓๑๒/๒๕๖๗" in told
    assert "มอบหมายงาน" not in told


def test_a_draft_is_printed_with_gaps_and_the_word_draft(here, asks, three):
    told = text_of(asks().get(reverse("order-paper", args=[three[2].pk, "pdf"])).content)
    assert "ร่าง" in told
    assert "ประกาศ ณ วันที่" in told


def test_a_signed_order_is_printed_in_official_form_without_the_word_draft(here, asks, three):
    told = text_of(asks().get(reverse("order-paper", args=[three[0].pk, "pdf"])).content)
    for words in ("ที่ ๓๑๒/๒๕๖๗", "สั่ง ณ วันที่ ๗ ตุลาคม พ.ศ. ๒๕๖๗", "ประธานคณะทำงาน", "อาศัยอำนาจตามมาตรา ๕๙"):
        assert words.replace(" ", "") in told.replace(" ", "")
    assert "ร่าง" not in told
    assert here.people[Role.UNIT_HEAD].given_name not in told


def test_names_are_printed_only_where_the_order_says_so(here, asks, signed):
    with here.speaks():
        order = signed(here, names_printed=True)
    content = asks().get(reverse("order-paper", args=[order.pk, "docx"])).content
    with ZipFile(BytesIO(content)) as packed:
        assert here.people[Role.UNIT_HEAD].given_name in packed.read("word/document.xml").decode()


def test_what_waits_for_its_signature_is_a_task_of_its_unit(here, three):
    with here.speaks():
        unit = here.units["สำนักปลัด"].pk
        (task,) = OrderTasks().open_tasks(TODAY, units=frozenset({unit}))
        assert "หลักเกณฑ์การประเมิน" in task.title
        assert len(list(OrderTasks().open_tasks(TODAY))) == 1
        assert list(OrderTasks().open_tasks(TODAY, units=frozenset({here.units["กองคลัง"].pk}))) == []


def test_the_home_page_tells_how_many_wait(here, three):
    with here.speaks():
        (line,) = OrdersToSign().lines(TODAY)
        assert (line.words, line.url_name) == ("คำสั่งและประกาศรอลงนาม 1 ฉบับ", "orders")
        assert list(OrdersToSign().lines(TODAY, units=frozenset({here.units["กองคลัง"].pk}))) == []


def test_other_rooms_know_signed_orders_and_whom_they_appoint(here, acting, three):
    with here.speaks():
        known = services.order_called(three[0].pk)
        assert (known.title, known.day) == ("คำสั่ง 312/2567", date(2024, 10, 7))
        assert services.order_called(three[2].pk) is None
        assert {one.order for one in services.orders_to_choose()} == {three[0].pk, three[1].pk}
        assert [(one.role, one.person) for one in services.members_of(three[0].pk)] == [
            ("chair", here.people[Role.UNIT_HEAD].pk), ("secretary", here.people[Role.COORDINATOR].pk),
        ]  # fmt: skip
        services.revoke(acting=acting(), order=three[0], by=three[1], on=TODAY)
        assert services.order_called(three[0].pk).is_revoked


def test_what_holds_on_a_day_begins_and_ends_with_it(here, signed):
    with here.speaks():
        signed(here, until=date(2025, 3, 17))
        held = [Order.objects.in_force(date(2025, 3, day)).count() for day in (17, 18)]
        assert held == [1, 0]
        assert Order.objects.in_force(date(2024, 10, 6)).count() == 0


def test_a_scan_is_read_by_staff_and_by_nobody_of_another_agency(here, there, asks, three):
    with here.speaks():
        address = StoredFile.objects.first().get_absolute_url()
    assert asks(Role.AUDITOR).get(address).status_code == 200
    assert asks(Role.OFFICER, there).get(address).status_code == 404
