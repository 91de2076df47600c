"""Writing down what hangs where, changing it, taking it down, places."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from log_of_deeds import lines_of
from photographs import photograph
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web import stale
from prongsai.registers.placements.forms.register import EDITED
from prongsai.registers.placements.models import Place, Placement, Sighting
from prongsai.registers.placements.services import add_place, placements_of, take_down


@pytest.fixture
def place(here) -> Place:
    with here.speaks():
        return add_place(acting="test", agency=here.agency, name="ศาลาหมู่บ้าน", area="หมู่ที่ 3 บ้านหนองใส")


def answers(here, place, **told) -> dict[str, object]:
    plain = {"title": "ป้ายช่องทางแจ้งเรื่องทุจริต", "kind": "sign", "place": place.pk, "unit": here.units["กองคลัง"].pk}
    return plain | {"topic": "corruption-complaint-channel", "about": "", "since": "3 มีนาคม 2568"} | told


def test_a_sign_is_written_down_with_its_first_photograph(here, asks, place):
    sent = answers(here, place, photographs=photograph())
    answer = asks().post(reverse("placement-new"), sent)
    assert answer.status_code == 302
    with here.speaks():
        made = Placement.objects.get()
        assert (made.since, made.last_seen, made.last_photographed) == (date(2025, 3, 3),) * 3
        first = Sighting.objects.get()
        assert (first.day, first.entered, first.is_backdated) == (date(2025, 3, 3), date(2025, 3, 17), True)
        assert Attachment.objects.get(holder="placement-photograph").thing == first.pk
    page = asks(Role.AUDITOR).get(answer.headers["Location"]).content.decode()
    for words in ("ป้ายช่องทางแจ้งเรื่องทุจริต", "ศาลาหมู่บ้าน (หมู่ที่ 3 บ้านหนองใส)", "บันทึกย้อนหลัง", "ภาพถ่ายเมื่อ 3 มีนาคม 2568"):
        assert words in page
    assert "placements.hung" in [line.action for line in lines_of(here)]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"title": ""}, "กรอก"),
        ({"since": "18 มีนาคม 2568"}, "ยังมาไม่ถึง"),
        ({"since": "31 กุมภาพันธ์ 2568"}, "31"),
        ({"kind": "statue"}, "statue"),
        ({"place": "999999"}, "error"),
    ],
)
def test_what_cannot_be_is_told_and_not_stored(here, asks, place, told, said):
    answer = asks().post(reverse("placement-new"), answers(here, place) | told)
    assert answer.status_code in (400, 422)
    assert said in answer.content.decode()
    with here.speaks():
        assert not Placement.objects.exists()


def test_a_paper_is_no_photograph(here, asks, place):
    file = photograph("ภาพ.jpg")
    file.file.write(b"%PDF-1.7 no picture at all")
    file.file.seek(0)
    file.file.truncate()
    assert asks().post(reverse("placement-new"), answers(here, place, photographs=file)).status_code in (400, 415, 422)


def test_the_place_of_another_agency_is_not_there(here, there, asks):
    with there.speaks():
        other = Place.objects.create(agency=there.agency, name="ศาลา")
    assert asks().post(reverse("placement-new"), answers(here, other)).status_code == 400


def test_two_who_change_one_thing_are_told_of_each_other(here, asks, hung):
    with here.speaks():
        one = Placement.objects.get(pk=hung().pk)
        seen = stale.version_of(one, EDITED)
        sent = answers(here, one.place, seen=seen)
    address = reverse("placement-change", args=[one.pk])
    assert asks().post(address, sent).status_code == 302
    second = asks(Role.COORDINATOR).post(address, sent | {"title": "ชื่ออื่น"})
    assert second.status_code == 409
    assert "ชื่ออื่น" in second.content.decode()
    assert asks().post(address, sent | {"seen": ""}).status_code == 400
    with here.speaks():
        assert Placement.objects.get().title == "ป้ายช่องทางแจ้งเรื่องทุจริต"


def test_what_is_taken_down_stays_in_the_register_with_day_and_reason(here, asks, hung):
    with here.speaks():
        one = hung()
    address = reverse("placement-take-down", args=[one.pk])
    assert asks().post(address, {"day": "10 มีนาคม 2568", "because": "เปลี่ยนเป็นฉบับใหม่"}).status_code == 302
    with here.speaks():
        one.refresh_from_db()
        assert (one.state, one.ended) == ("taken-down", date(2025, 3, 10))
    client = asks()
    assert one.title not in client.get(reverse("placements")).content.decode()
    assert one.title in client.get(reverse("placements"), {"standing": "taken-down"}).content.decode()
    assert client.get(address).status_code == 409
    assert client.get(reverse("placement-see", args=[one.pk])).status_code == 409


@pytest.mark.parametrize("day", [date(2024, 12, 15), date(2025, 3, 18)])
def test_nothing_is_taken_down_before_it_hung_nor_tomorrow(here, acting, hung, day):
    with here.speaks():
        one = hung()
        with pytest.raises(Conflict):
            take_down(acting=acting(), placement=one, day=day, because="ผิดวัน")
        with pytest.raises(IntegrityError, match="taken_down"), transaction.atomic():
            Placement.objects.filter(pk=one.pk).update(state="taken-down", ended=None)


def test_a_place_has_one_name_and_is_given_up_only_when_nothing_hangs_there(here, asks, hung):
    with here.speaks():
        one = hung()
    client = asks()
    doubled = client.post(reverse("placement-place-new"), {"name": one.place.name, "area": one.place.area})
    assert doubled.status_code == 400
    assert "มีสถานที่ชื่อนี้แล้ว" in doubled.content.decode()
    address = reverse("placement-place-change", args=[one.place_id])
    sent = {"name": "จุดบริการใหม่", "area": "ที่ทำการ", "closed": "17 มีนาคม 2568"}
    assert client.post(address, sent).status_code == 400
    assert client.post(address, sent | {"closed": ""}).status_code == 302
    assert one.title in client.get(reverse("placements"), {"q": "บริการใหม่"}).content.decode()
    with here.speaks():
        take_down(acting="test", placement=one, day=date(2025, 3, 1), because="เก่า")
    assert client.post(address, sent).status_code == 302


def test_another_room_finds_what_hangs_of_its_record(here, hung):
    with here.speaks():
        one = hung(linked="services:12", about="คู่มือชำระภาษี")
        hung("อื่น", linked="services:13")
        assert placements_of("services:12") == [one]
