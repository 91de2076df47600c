"""The orders of the invented office."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.orders.models import Order, OrderState


@pytest.fixture
def loaded(db) -> Agency:
    load_demo()
    call_command("load_demo_orders", stdout=StringIO())
    return Agency.objects.get(code="nongkrachang")


def test_the_working_group_stands_on_its_order_and_one_paper_still_waits(loaded):
    with speaking(loaded.pk, actor="test"):
        order = Order.objects.get(number="312")
        assert (order.year, order.day, order.state) == (2567, date(2024, 10, 7), OrderState.IN_FORCE)
        assert [member.role for member in order.members.all()][-2:] == ["secretary", "assistant"]
        assert Order.objects.get(state=OrderState.WAITING).number == ""


def test_loading_again_changes_nothing_and_the_twin_gets_nothing(loaded):
    call_command("load_demo_orders", stdout=StringIO())
    with speaking(loaded.pk, actor="test"):
        assert Order.objects.count() == 4
    twin = Agency.objects.get(code="thachaemchan")
    with speaking(twin.pk, actor="test"):
        assert not Order.objects.exists()
