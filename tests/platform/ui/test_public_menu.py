"""The menu of pages for citizens: what each room's card names, on every public page of an agency."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from cast import make_twins
from prongsai.platform.modules import Module, PublicEntry, Registry
from prongsai.platform.ui.menu import public_menu_of


@pytest.fixture
def here(db):
    return make_twins()[0]


def registry(*entries: PublicEntry) -> Registry:
    made = Registry()
    for number, entry in enumerate(entries):
        made.register(Module(key=f"room-{number}", title="Room", public=(entry,)))
    return made


def test_pages_stand_in_their_order_with_the_one_that_is_open_marked(here):
    rooms = registry(
        PublicEntry("Second", "public-policies", order=20), PublicEntry("First", "public-services", order=10)
    )
    services = reverse("public-services", args=[here.agency.code])
    menu = public_menu_of(here.agency, f"{services}12/", rooms)
    assert [(entry.label, entry.current) for entry in menu] == [("First", True), ("Second", False)]
    assert menu[0].address == services


def test_an_installation_whose_rooms_have_no_public_page_shows_no_menu(here):
    assert public_menu_of(here.agency, "/", Registry()) == []


@pytest.mark.parametrize("page", ["public-services", "public-policies", "public-case-choose-kind", "public-case-track"])
def test_from_every_public_page_a_citizen_finds_the_services_and_the_own_case(here, page):
    with translation.override("th"):
        text = Client().get(reverse(page, args=[here.agency.code])).content.decode()
    for name in ("public-services", "public-case-choose-kind", "public-case-track", "public-policies"):
        assert f'href="{reverse(name, args=[here.agency.code])}"' in text.split("<main")[0]
    for words in ("งานบริการ", "ยื่นคำร้อง", "ติดตามเรื่อง"):
        assert words in text.split("<main")[0]


def test_the_front_page_of_the_installation_belongs_to_no_agency_and_has_no_such_menu(db):
    text = Client().get(reverse("home")).content.decode()
    assert 'class="menu"' not in text
