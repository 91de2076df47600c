"""The working group of a year: an order of the register, or what was typed where the register has none."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from prongsai.office.rounds import services
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.orders.models import Order
from working_group import signed_order


@pytest.fixture
def cycle(here, acting) -> Round:
    with here.speaks():
        return services.open_round(acting=acting(), agency=here.agency, fiscal_year=2568)


@pytest.fixture
def order(here) -> Order:
    """A signed order that appoints three, with duties of the parts of the year."""
    with here.speaks():
        made = signed_order(here)
        duties = {"duties_before": "ศึกษาหลักเกณฑ์\nจัดทำแผน", "duties_during": "นำข้อมูลขึ้นเว็บไซต์"}
        Order.objects.filter(pk=made.pk).update(**duties)
        return made


def send(asks, cycle, **told):
    client, address = asks(), reverse("round-group", args=[cycle.pk])
    form = client.get(address).context["form"]
    blank = {"order_id": "", "order_number": "", "order_day": "", "members": ""}
    return client.post(address, {"seen": form.initial["seen"], **blank, **told})


def page_of(asks, cycle) -> str:
    return asks(Role.OFFICER).get(cycle.get_absolute_url()).content.decode()


def test_an_order_of_the_register_gives_members_and_duties(here, asks, cycle, order):
    assert send(asks, cycle, order_id=str(order.pk)).status_code == 302
    page = page_of(asks, cycle)
    for words in ("312/2567", "7 ตุลาคม 2567", "หัวหน้าสำนักปลัด", "ศึกษาหลักเกณฑ์", "จัดทำแผน", "นำข้อมูลขึ้นเว็บไซต์"):
        assert words in page
    assert order.get_absolute_url() in page
    assert "หน้าที่หลังการประเมิน" not in page
    with here.speaks():
        group = services.working_group_of(Round.objects.get())
        assert group is not None
        assert (len(group.members), group.before) == (3, ("ศึกษาหลักเกณฑ์", "จัดทำแผน"))


def test_what_the_order_says_later_is_what_the_year_shows(here, asks, cycle, order):
    send(asks, cycle, order_id=str(order.pk))
    with here.speaks():
        Order.objects.filter(pk=order.pk).update(duties_after="สรุปผล")
    assert "สรุปผล" in page_of(asks, cycle)


def test_without_an_order_in_the_register_the_group_is_typed(here, asks, cycle):
    answer = asks().get(reverse("round-group", args=[cycle.pk])).content.decode()
    assert "ทะเบียนยังไม่มีคำสั่งที่มีผลใช้บังคับ" in answer
    told = {"order_number": "๓๑๒/๒๕๖๗", "order_day": "7 ต.ค. 2567", "members": "ปลัด ประธาน\nหัวหน้าสำนักปลัด เลขานุการ"}
    assert send(asks, cycle, **told).status_code == 302
    with here.speaks():
        group = services.working_group_of(Round.objects.get())
        assert group is not None
        assert (group.title, group.day, len(group.members), group.url) == ("๓๑๒/๒๕๖๗", date(2024, 10, 7), 2, "")


def test_both_at_once_are_refused(here, asks, cycle, order):
    assert send(asks, cycle, order_id=str(order.pk), members="ปลัด ประธาน").status_code == 400
    with here.speaks():
        assert not Round.objects.get().has_group


@pytest.mark.parametrize("wrong", ["999999", "คำสั่ง", "-1"])
def test_an_order_that_is_not_offered_is_refused(asks, cycle, order, wrong):
    assert send(asks, cycle, order_id=wrong).status_code == 400


def test_an_order_of_another_agency_or_without_signature_is_no_choice(here, there, acting, cycle, order):
    with there.speaks():
        foreign = signed_order(there)
    with here.speaks():
        for wrong in (foreign.pk, 2**40):
            with pytest.raises(Conflict):
                services.set_working_group(acting=acting(), found=cycle, order=wrong)
        Order.objects.filter(pk=order.pk).update(state="waiting")
        with pytest.raises(Conflict):
            services.set_working_group(acting=acting(), found=cycle, order=order.pk)


def test_a_revoked_order_shows_as_revoked(here, asks, cycle, order):
    send(asks, cycle, order_id=str(order.pk))
    with here.speaks():
        Order.objects.filter(pk=order.pk).update(state="revoked", revoked_on=date(2025, 2, 1))
    assert "ยกเลิกแล้ว" in page_of(asks, cycle)


def test_going_back_to_typed_words_takes_the_order_away(here, asks, cycle, order):
    send(asks, cycle, order_id=str(order.pk))
    assert send(asks, cycle, order_number="313/2567").status_code == 302
    with here.speaks():
        found = Round.objects.get()
        assert (found.order_id, found.order_number) == (None, "313/2567")
