"""Writing a draft, whom it appoints, and two who write at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.orders import services
from prongsai.registers.orders.models import Order


def content(office, **more):
    return {
        "kind": "order",
        "unit": office.units["กองคลัง"].pk,
        "subject": "แต่งตั้งผู้ตรวจครุภัณฑ์",
        "clauses": "ให้ตรวจ",
        **more,
    }


def test_a_draft_is_begun_without_number_and_with_the_executive_as_signer(here, asks):
    client = asks()
    assert client.get(reverse("new-order")).context["form"].initial["signer_post"] == "นายกองค์การบริหารส่วนตำบล"
    answer = client.post(reverse("new-order"), content(here, number="999", state="in_force"))
    assert answer.status_code == 302
    with here.speaks():
        order = Order.objects.get()
        assert (order.number, order.day, order.is_draft) == ("", None, True)


@pytest.mark.parametrize(
    "wrong",
    [{"subject": ""}, {"unit": ""}, {"since": "2 มกราคม 2568", "until": "1 มกราคม 2568"}, {"kind": "letter"}],
)
def test_what_cannot_be_is_refused(here, asks, wrong):
    assert asks().post(reverse("new-order"), content(here, **wrong)).status_code == 400
    with here.speaks():
        assert not Order.objects.exists()


def test_two_who_write_one_draft_are_told_of_the_difference(here, asks, drafted):
    with here.speaks():
        order = drafted(here)
    client, address = asks(), reverse("order-edit", args=[order.pk])
    seen = client.get(address).context["seen"]
    assert client.post(address, content(here, subject="ฉบับแรก", seen=seen)).status_code == 302
    answer = client.post(address, content(here, subject="ฉบับหลัง", seen=seen))
    assert answer.status_code == 409
    assert "ฉบับแรก" in answer.content.decode()
    assert "ฉบับหลัง" in answer.content.decode()
    with here.speaks():
        assert Order.objects.get().subject == "ฉบับแรก"


def rows(client, address, *lines) -> dict[str, object]:
    seen = client.get(address).context["form"].initial["seen"]
    sent = {"seen": seen, "rows-TOTAL_FORMS": str(len(lines)), "rows-INITIAL_FORMS": "0"}
    for n, line in enumerate(lines):
        sent |= {f"rows-{n}-{name}": value for name, value in line.items()}
    return sent


def test_members_are_written_row_by_row_in_their_order(here, asks, drafted):
    with here.speaks():
        order = drafted(here)
    client, address = asks(), reverse("order-members", args=[order.pk])
    person = here.people[Role.OFFICER].pk
    sent = rows(
        client,
        address,
        {"post": "กรรมการจากหมู่บ้าน", "role": "member", "position": "2"},
        {"post": "เจ้าพนักงานธุรการ", "role": "chair", "person": person, "position": "1", "duty": "เรียกประชุม"},
        {"post": "", "role": "member"},
    )
    assert client.post(address, sent).status_code == 302
    with here.speaks():
        assert [(member.post, member.role) for member in order.members.all()] == [
            ("เจ้าพนักงานธุรการ", "chair"), ("กรรมการจากหมู่บ้าน", "member"),
        ]  # fmt: skip
    assert client.post(address, sent).status_code == 409
    page = client.get(reverse("appointments", args=[person])).content.decode()
    assert "เรียกประชุม" in page


def test_a_person_without_a_post_is_asked_for_it(here, asks, drafted):
    with here.speaks():
        order = drafted(here)
    client, address = asks(), reverse("order-members", args=[order.pk])
    sent = rows(client, address, {"post": "ก"}, {"post": "ข"}, {"post": "", "person": here.people[Role.OFFICER].pk})
    assert client.post(address, sent).status_code == 400


def test_what_is_signed_is_frozen_and_a_draft_can_be_dropped(here, acting, asks, drafted, signed):
    with here.speaks():
        order, other = signed(here), drafted(here)
        with pytest.raises(Conflict):
            services.save_order(acting=acting(), order=order, told={"subject": "ใหม่"})
        with pytest.raises(Conflict):
            services.save_members(acting=acting(), order=order, members=[])
        with pytest.raises(Conflict):
            services.drop_order(acting=acting(), order=order)
    assert asks().post(reverse("order-drop", args=[other.pk])).status_code == 302
    with here.speaks():
        assert list(Order.objects.all()) == [order]
