"""The items of the invented office stand on 17 March 2568 as the story has them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from prongsai.office.disclosure.demo import demo_items, load_demo_disclosure
from prongsai.office.disclosure.models import DisclosedItem, Piece
from prongsai.office.disclosure.services import checks_of
from prongsai.office.disclosure.states import ItemStanding
from prongsai.office.rounds.services import round_of
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking


@pytest.fixture
def office(db) -> Agency:
    load_demo()
    call_command("load_demo_data_calls", stdout=StringIO())
    call_command("load_demo_disclosure", stdout=StringIO())
    return Agency.objects.get(code="nongkrachang")


def test_the_set_of_28_items_stands_as_in_the_story(office):
    with speaking(office.pk, actor="test"):
        checked = checks_of(round_of(2568))
    codes = defaultdict(set)
    for each in checked.items:
        codes[each.standing].add(each.check.code)
    ready, published = codes.pop(ItemStanding.READY), codes.pop(ItemStanding.PUBLISHED)
    assert codes == {
        ItemStanding.NOT_YET_DUE: {"O6", "O12"},
        ItemStanding.LACKING: {"O20", "O26"},
        ItemStanding.NOT_HANDED_IN: {"O15", "O24"},
        ItemStanding.WAITS_FOR_SIGNATURE: {"O27"},
        ItemStanding.PROOF_MISSING: {"O28"},
    }
    assert published == set(demo_items()["published"])
    assert (len(ready) + len(published), checked.ready) == (20, 20)


def test_exactly_one_element_is_lacking_and_its_criterion_is_not_called_established(office):
    with speaking(office.pk, actor="test"):
        found = {each.check.code: each.check for each in checks_of(round_of(2568)).items}
    for code, lacking in (("O20", "การนำผลไปปรับปรุงงาน"), ("O26", "ข้อเสนอแนะ (ถ้าไม่มีต้องระบุว่าไม่มีหรือขีด)")):
        assert [(part.key, part.verdict, part.sourced) for part in found[code].gaps] == [(lacking, "doubtful", False)]
    assert found["O26"].price == Decimal("2.5")


def test_the_list_asks_the_database_as_often_for_28_items_as_for_one(office, client, django_assert_max_num_queries):
    client.force_login(User.objects.filter(agency=office, grants__role=Role.COORDINATOR).first())
    with speaking(office.pk, actor="test"):
        cycle, item = round_of(2568).pk, DisclosedItem.objects.get(code="O9").pk
    for address in (reverse("disclosure", args=[cycle]), reverse("disclosed-item", args=[item])):
        client.get(address)
        with django_assert_max_num_queries(45):
            assert client.get(address).status_code == 200


def test_loading_again_changes_nothing_and_the_twin_has_nothing(office):
    assert load_demo_disclosure(office) == 0
    with speaking(office.pk, actor="test"):
        assert Piece.objects.exclude(hand_in=None).count() == 20
    twin = Agency.objects.exclude(pk=office.pk).filter(demo_today__isnull=False).first()
    with speaking(twin.pk, actor="test"):
        assert not DisclosedItem.objects.exists()
