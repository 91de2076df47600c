"""Personal links: seven days, one's own tasks, no passphrase."""

import re
from math import log2
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client

from prongsai.platform.accounts.models import AccountSession, PersonalLink, Role, User
from prongsai.platform.entrance.services import granting
from prongsai.platform.modules import Registry


@pytest.fixture
def slip(inside, here):
    """Make a link over the page; gives the slip."""

    def post(whose=Role.OFFICER, by=Role.COORDINATOR, office=here):
        return inside(by, office).post(f"/links/for/{office.accounts[whose].pk}/")

    return post


@pytest.fixture
def key(slip):
    return key_on(slip())


def key_on(page):
    return parse_qs(urlsplit(page.context["address"]).query)["key"][0]


def come_by(key):
    browser = Client()
    assert browser.post("/link/", {"key": key}).status_code == 302
    return browser


def comes_in(key):
    return Client().post("/link/", {"key": key}).status_code == 302


def test_the_slip_says_for_whom_by_whom_and_until_when(slip, here):
    page = slip().content.decode()
    for told in (here.accounts[Role.OFFICER], here.accounts[Role.COORDINATOR]):
        assert str(told) in page
    assert "data:image/svg+xml" in page
    assert "http://testserver/link/?key=nongkrachang." in page


def test_the_key_is_shown_once_and_the_database_has_its_hash_alone(key, here):
    token = key.partition(".")[2]
    assert len(token) * log2(31) >= 128
    with here.speaks(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_personallink")
        assert token not in str(cursor.fetchall())


def test_it_can_be_typed_from_the_slip(slip):
    typed = re.search(r"<code>(nongkrachang\. [a-z0-9 ]+)</code>", slip().content.decode())[1]
    assert comes_in(typed)
    assert comes_in(typed.upper())


def test_it_leads_to_ones_own_tasks_and_the_greeting_leads_there_too(key):
    browser = Client()
    mine = browser.post("/link/", {"key": key}).headers["Location"]
    assert browser.get(mine).status_code == 200
    assert f'href="{mine}"' in browser.get("/link/home/").content.decode()


def test_the_front_page_leads_who_came_by_it_back_to_the_own_tasks(key):
    browser = Client()
    mine = browser.post("/link/", {"key": key}).headers["Location"]
    assert browser.get("/").headers["Location"] == mine


def test_where_no_room_has_such_a_page_it_leads_to_the_greeting(key, monkeypatch):
    monkeypatch.setattr("prongsai.platform.entrance.views.links.registry", Registry())
    assert Client().post("/link/", {"key": key}).headers["Location"] == "/link/home/"


def test_a_preview_in_a_chat_opens_nothing(key):
    for _ in range(3):
        preview = Client().get("/link/", {"key": key})
        assert preview.status_code == 200
        assert "session" not in preview.cookies
    assert not AccountSession.objects.filter(by_link=True).exists()
    assert comes_in(key)


def test_the_page_says_whose_tasks_it_opens_and_tells_no_other_site(key, here):
    page = Client().get("/link/", {"key": key})
    assert str(here.accounts[Role.OFFICER]) in page.content.decode()
    assert page.headers["Referrer-Policy"] == "strict-origin"
    assert "no-store" in page.headers["Cache-Control"]


def test_it_opens_pages_marked_for_it_and_no_others(key):
    browser = come_by(key)
    assert browser.get("/link/home/").status_code == 200
    for other in ("/account/", "/account/passphrase/", "/account/second-factor/", "/links/", "/accounts/", "/audit/"):
        assert browser.get(other).status_code == 404, other


def test_a_coordinators_own_link_opens_no_more(slip, inside):
    browser = come_by(key_on(slip(Role.UNIT_HEAD)))
    assert browser.get("/link/home/").status_code == 200
    assert browser.get("/links/").status_code == 404


def test_no_second_step_is_asked(slip):
    assert come_by(key_on(slip(Role.EXECUTIVE))).get("/link/home/").status_code == 200


def test_it_works_for_seven_days_and_not_longer(key, clock):
    clock.move(days=6, hours=23)
    assert comes_in(key)
    clock.move(hours=2)
    assert not comes_in(key)


def test_it_may_be_opened_again_and_openings_are_counted(key, here):
    assert comes_in(key)
    assert comes_in(key)
    with here.speaks():
        assert PersonalLink.objects.get().opened == 2


def test_withdrawn_it_opens_nothing_and_who_came_by_it_is_out(key, inside, here):
    browser = come_by(key)
    with here.speaks():
        link = PersonalLink.objects.get().pk
    inside(Role.COORDINATOR).post(f"/links/{link}/withdraw/")
    assert not comes_in(key)
    assert browser.get("/link/home/").status_code == 302


def test_a_new_one_replaces_the_old(key, slip):
    newer = key_on(slip())
    assert not comes_in(key)
    assert comes_in(newer)


def test_it_dies_with_its_account(key, here):
    User.objects.filter(pk=here.accounts[Role.OFFICER].pk).update(is_active=False)
    assert not comes_in(key)


def test_it_dies_when_a_role_is_taken_away(key, acting, here):
    browser = come_by(key)
    with here.speaks():
        granting.revoke_role(acting=acting(Role.SYSTEM_ADMIN), grant=here.accounts[Role.OFFICER].grants.get())
    assert not comes_in(key)
    assert browser.get("/link/home/").status_code == 302


def test_it_dies_with_its_agency(key, here):
    here.agency.closed = "2020-01-01"
    here.agency.save()
    assert not comes_in(key)


def test_it_does_not_open_the_twin(key, there):
    token = key.partition(".")[2]
    assert not comes_in(f"{there.agency.code}.{token}")


@pytest.mark.parametrize(
    "junk", ["", ".", "nongkrachang.", "nongkrachang.x", "x.y", "nongkrachang", "\u0e01" * 90, "a" * 5000]
)
def test_what_is_no_key_opens_nothing_and_says_so(key, junk):
    answer = Client().post("/link/", {"key": junk})
    assert answer.status_code == 200
    assert Client().get("/link/", {"key": junk}).status_code == 200


@pytest.mark.parametrize("whose", [Role.INVESTIGATOR, Role.AUDITOR, Role.SYSTEM_ADMIN, Role.KIOSK])
def test_for_those_who_watch_there_are_none(slip, whose):
    assert slip(whose).status_code == 409


@pytest.mark.parametrize("by", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_makes_them(slip, by):
    assert slip(by=by).status_code == 404


def test_after_it_the_own_log_in_is_a_new_session(key, log_in):
    browser = come_by(key)
    before = browser.session.session_key
    log_in(browser, "officer")
    assert browser.session.session_key != before
    assert browser.get("/account/").status_code == 200


def test_deeds_are_recorded_as_done_by_link(key, here, lines):
    come_by(key)
    officer = here.accounts[Role.OFFICER].pk
    assert [actor for actor, _ in lines(here, "link.opened")] == [f"link:{officer}"]
    assert [actor for actor, _ in lines(here, "account.entered")] == [f"link:{officer}"]
    assert [actor for actor, _ in lines(here, "link.made")] == [f"user:{here.accounts[Role.COORDINATOR].pk}"]


def test_the_text_for_line_can_be_copied(slip):
    page = slip().content.decode()
    text = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1]
    assert "http://testserver/link/?key=" in text


def test_no_key_is_written_to_the_log(key, caplog):
    caplog.set_level("DEBUG")
    Client().get("/link/", {"key": key})
    come_by(key)
    Client().get("/link/nowhere/", {"key": key})
    assert key.partition(".")[2] not in caplog.text


def test_a_new_link_ends_what_the_earlier_one_opened(key, slip):
    browser = come_by(key)
    assert browser.get("/link/home/").status_code == 200
    slip()
    assert browser.get("/link/home/").status_code == 302


def test_a_nul_in_a_key_is_no_fault(here):
    assert Client().post("/link/", {"key": "\x00.x"}).status_code == 200
