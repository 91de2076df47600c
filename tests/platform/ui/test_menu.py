"""The menu shows what somebody's roles may open, and where they are."""

from dataclasses import dataclass

import pytest
from django.utils import translation

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, Registry
from prongsai.platform.ui.menu import menu_of


@dataclass
class Somebody:
    roles: frozenset
    by_link: bool = False
    agency: object = "an agency"


@pytest.fixture
def modules():
    registry = Registry()
    everybody = frozenset({Role.OFFICER, Role.AUDITOR})
    registry.register(Module("a", "A", menu=(MenuEntry("Front page", "home", everybody, order=1),)))
    registry.register(Module("b", "B", menu=(MenuEntry("Design", "design", frozenset({Role.AUDITOR}), order=2),)))
    return registry


def labels(shown):
    return [entry.label for entry in shown]


def test_each_role_sees_its_entries(modules):
    with translation.override("en"):
        assert labels(menu_of(Somebody(frozenset({Role.OFFICER})), "/", modules)) == ["Front page"]
        assert labels(menu_of(Somebody(frozenset({Role.AUDITOR})), "/", modules)) == ["Front page", "Design"]
        assert labels(menu_of(Somebody(frozenset()), "/", modules)) == []


def test_who_came_by_a_link_has_no_menu(modules):
    assert menu_of(Somebody(frozenset({Role.AUDITOR}), by_link=True), "/", modules) == []


def test_an_account_of_the_installation_alone_sees_no_pages_of_an_agency():
    registry = Registry()
    admin = frozenset({Role.SYSTEM_ADMIN})
    registry.register(Module("a", "A", menu=(MenuEntry("Front page", "home", admin, order=1),)))
    registry.register(Module("b", "B", menu=(MenuEntry("Design", "design", admin, order=2, of_agency=False),)))
    with translation.override("en"):
        assert labels(menu_of(Somebody(admin, agency=None), "/", registry)) == ["Design"]


def test_the_entry_of_the_present_page_is_marked_once(modules):
    somebody = Somebody(frozenset({Role.AUDITOR}))
    assert [entry.current for entry in menu_of(somebody, "/design/?part=forms", modules)] == [False, True]
    assert [entry.current for entry in menu_of(somebody, "/", modules)] == [True, False]


def test_entries_are_in_the_language_of_the_page(modules):
    with translation.override("th"):
        assert labels(menu_of(Somebody(frozenset({Role.OFFICER})), "/", modules)) == ["หน้าแรก"]
