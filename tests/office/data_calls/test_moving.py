"""Asking somebody else, or by another day; who leaves hands over."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from prongsai.office.data_calls.hand_over import ItemsOfOfficer
from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.services import hand_in, move_item
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.agency.models import Unit
from prongsai.platform.notices.models import FollowUp, Notice
from prongsai.platform.ui.refusals import Conflict

DAY = {"due_day": "4", "due_month": "4", "due_year": "2568"}


def filled(asks, item: CalledItem, owner: str) -> dict[str, str]:
    page = asks().get(reverse("called-item-move", args=[item.pk]))
    return {"seen": page.context["form"]["seen"].value(), "owner": owner, **DAY}


def test_an_item_goes_to_another_unit_with_its_follow_up(here, asks, called):
    with here.speaks():
        item, unit = CalledItem.objects.get(code="O12"), here.units["สำนักปลัด"]
    answer = asks().post(reverse("called-item-move", args=[item.pk]), filled(asks, item, f"unit-{unit.pk}"))
    assert answer.status_code == 302
    with here.speaks():
        item.refresh_from_db()
        assert (item.addressee.unit, item.due) == (unit, date(2025, 4, 4))
        running = FollowUp.objects.running()
        assert {follow.unit.name for follow in running} == {"สำนักปลัด"}
        assert Notice.objects.filter(kind="data_calls.asked", unit=unit).count() == 2


def test_two_who_move_an_item_do_not_overwrite_each_other(here, asks, called):
    with here.speaks():
        item = CalledItem.objects.get(code="O12")
    address = reverse("called-item-move", args=[item.pk])
    first = filled(asks, item, f"unit-{here.units['สำนักปลัด'].pk}")
    assert asks().post(address, first).status_code == 302
    answer = asks().post(address, first | {"owner": f"unit-{here.units['กองคลัง'].pk}"})
    assert answer.status_code == 409
    assert "สำนักปลัด" in answer.content.decode()


def test_what_was_handed_in_meanwhile_is_not_moved(here, acting, handed_in):
    with here.speaks(), pytest.raises(Conflict):
        move_item(acting=acting(), item=handed_in, owner=here.units["สำนักปลัด"], due=date(2025, 4, 4))


def test_where_it_is_asked_already_it_does_not_go(here, acting, called, letter):
    with here.speaks():
        item = CalledItem.objects.get(code="O12")
        CalledItem.objects.filter(code="O1").update(code="O12")
        with pytest.raises(Conflict, match="O12"):
            move_item(acting=acting(), item=item, owner=here.units["สำนักปลัด"], due=date(2025, 4, 4))


def test_an_item_of_a_unit_that_is_gone_says_so_and_offers_another(here, asks, called):
    with here.speaks():
        item = CalledItem.objects.get(code="O12")
        Unit.objects.filter(name="กองคลัง").update(closed=date(2025, 3, 1))
    page = asks().get(item.get_absolute_url()).content.decode()
    assert "ผู้ที่ต้องส่งไม่อยู่แล้ว" in page
    assert reverse("called-item-move", args=[item.pk]) in page
    assert "ไม่อยู่แล้ว" in asks().get(reverse("data-calls", args=[called.round_id])).content.decode()


def test_who_leaves_hands_over_what_is_owed(here, witthaya, count_sheet, employ_in):
    successor = employ_in("กองคลัง", "จิราพร").person
    with here.speaks():
        (thing,) = ItemsOfOfficer().open_things(witthaya.person_id)
        assert thing.title == "ใบตรวจนับพัสดุครึ่งปี"
        ItemsOfOfficer().hand_over(thing.key, to=successor.pk, actor="user:1")
        count_sheet.refresh_from_db()
        assert count_sheet.addressee.officer == successor
        assert FollowUp.objects.running().filter(person=successor).exists()
        assert not FollowUp.objects.running().filter(person=witthaya.person).exists()


def test_what_is_handed_in_is_no_longer_in_ones_hands(here, witthaya, count_sheet, brought):
    with here.speaks():
        hand_in(acting=acting_as(witthaya), item=count_sheet, brought=brought())
        assert list(ItemsOfOfficer().open_things(witthaya.person_id)) == []
