"""The front page: for everybody what this is, for staff the doors of their work."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from cast import make_office
from prongsai.platform.accounts.models import Role
from prongsai.platform.accounts.sessions import BY_LINK
from prongsai.platform.modules import Registry


@pytest.fixture
def office(db):
    return make_office("nongkrachang", "อบต.หนองกระจ่าง")


def entered(office, role):
    client = Client()
    office.enters(client, role)
    return client


def heading(client):
    return html.fromstring(client.get("/").content).findtext(".//h1")


def test_a_visitor_reads_what_this_is(office):
    assert heading(Client()) == "งานโปร่งใสที่ประชาชนตรวจสอบได้"


@pytest.mark.parametrize("role", [Role.OFFICER, Role.COORDINATOR, Role.AUDITOR, Role.SYSTEM_ADMIN])
def test_staff_find_their_doors_and_their_menu(office, role):
    page = html.fromstring(entered(office, role).get("/").content)
    doors = page.xpath("//main//ul[@class='tiles']//a/@href")
    assert doors
    assert doors == page.xpath("//header/nav//a/@href")
    assert office.agency.name in page.findtext(".//title")


def test_the_page_of_staff_is_not_kept(office):
    answer = entered(office, Role.OFFICER).get("/")
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_a_stand_shows_no_doors(office):
    assert heading(entered(office, Role.KIOSK)) == "งานโปร่งใสที่ประชาชนตรวจสอบได้"


def by_link(office):
    client = entered(office, Role.OFFICER)
    session = client.session
    session[BY_LINK] = True
    session.save()
    return client


def test_who_came_by_a_link_finds_no_doors_but_the_way_to_the_own_tasks(office):
    answer = by_link(office).get("/")
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("my-tasks"))


def test_where_no_room_has_a_page_for_links_who_came_by_one_reads_what_this_is(office, monkeypatch):
    monkeypatch.setattr("prongsai.platform.ui.views.registry", Registry())
    assert heading(by_link(office)) == "งานโปร่งใสที่ประชาชนตรวจสอบได้"


def test_a_session_that_has_ended_is_no_hindrance(office):
    client = Client()
    client.cookies["session"] = "gone"
    assert heading(client) == "งานโปร่งใสที่ประชาชนตรวจสอบได้"


def test_an_account_without_a_task_is_told_whom_to_ask(office):
    with office.speaks():
        office.accounts[Role.OFFICER].grants.all().delete()
    page = html.fromstring(entered(office, Role.OFFICER).get("/").content)
    assert "ผู้ดูแลระบบ" in page.xpath("string(//main)")
