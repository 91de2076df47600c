"""How one is told: e-mail, LINE, rhythm, quiet hours, one's calendar address."""

from __future__ import annotations

import html
import re

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import transaction
from django.test import Client
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.notices.models import Feed, LineLink, LinkingCode, Preference
from prongsai.platform.tenancy.speaker import speaking

URL = "/notices/wishes/"
WISH = {"by_mail": "on", "rhythm": "daily", "quiet": "days_off"}


@pytest.fixture
def officer(post, client_of):
    return client_of()


def page(client) -> str:
    return client.get(URL).content.decode()


def test_without_a_wish_nothing_is_sent_by_mail(officer):
    shown = page(officer)
    assert re.search(r'name="by_mail"(?![^>]*checked)', shown)
    assert not Preference.objects.exists()


def test_a_wish_is_kept_for_oneself_and_recorded(officer, post, here):
    assert officer.post(URL, WISH).status_code == 302
    wish = Preference.objects.get()
    assert (wish.user, wish.by_mail, wish.by_line, wish.rhythm, wish.quiet) == (
        post.officer, True, False, "daily", "days_off")  # fmt: skip
    assert [line.action for line in lines_of(here)] == ["notice.wishes_changed"]
    officer.post(URL, WISH | {"rhythm": "weekly"})
    assert Preference.objects.get().rhythm == "weekly"


@pytest.mark.parametrize("wrong", [{"rhythm": "hourly"}, {"quiet": ""}, {"rhythm": ""}])
def test_a_wish_that_cannot_be_is_shown_again_and_not_kept(officer, wrong):
    answer = officer.post(URL, WISH | wrong)
    assert answer.status_code == 200
    assert "โปรดแก้ไข" in answer.content.decode()
    assert not Preference.objects.exists()


def test_fields_nobody_asked_for_change_nothing_of_others(officer, here):
    officer.post(URL, WISH | {"user": here.accounts[Role.AUDITOR].pk, "agency": "2"})
    assert Preference.objects.get().user == here.accounts[Role.OFFICER]


def test_a_field_sent_twice_is_refused(officer):
    assert officer.post(URL, WISH | {"rhythm": ["daily", "weekly"]}).status_code == 400


def test_the_page_says_which_ways_are_shut(officer, settings):
    settings.MAIL_CONFIGURED = False
    shown = page(officer)
    assert "ระบบนี้ยังไม่เปิดการส่งอีเมล" in shown
    assert "หน่วยงานยังไม่เปิดการส่งทางไลน์" in shown
    assert reverse("line-code") not in shown


def test_the_page_says_where_letters_go(officer, post):
    post.wishes()
    assert "ส่งถึง officer@office.example" in page(officer)


def test_a_code_is_shown_with_what_to_do(officer, line_on):
    shown = officer.post(reverse("line-code")).content.decode()
    assert re.search(r"<code>[2-9A-HJKMNP-Z]{6}</code>", shown)
    assert "เพิ่ม @office เป็นเพื่อน" in shown
    assert "data:image/svg+xml" in shown
    assert LinkingCode.objects.count() == 1
    officer.post(reverse("line-code"))
    assert LinkingCode.objects.count() == 1


def test_where_line_is_off_there_is_no_code(officer):
    assert officer.post(reverse("line-code")).status_code == 409
    assert not LinkingCode.objects.exists()


def test_one_unlinks_ones_own_line_and_no_other(officer, post, here, line_on):
    post.links_line()
    post.links_line(Role.AUDITOR)
    assert "ยกเลิกการเชื่อมไลน์" in page(officer)
    officer.post(reverse("line-unlink"))
    officer.post(reverse("line-unlink"))
    assert LineLink.objects.get().user == here.accounts[Role.AUDITOR]
    assert [line.action for line in lines_of(here)] == ["line.unlinked"]


def test_the_calendar_address_is_shown_once_and_works(officer, here):
    shown = html.unescape(officer.post(reverse("calendar-address")).content.decode())
    address = re.search(r"http://testserver(/calendar/nongkrachang/[\w-]+\.ics)", shown)[1]
    assert Client().get(address).status_code == 200
    assert address not in page(officer)
    assert "สร้างที่อยู่ไว้เมื่อ" in page(officer)
    officer.post(reverse("calendar-withdraw"))
    assert Client().get(address).status_code == 404
    assert not Feed.objects.exists()
    assert [line.action for line in lines_of(here)] == ["calendar_address.made", "calendar_address.withdrawn"]


@pytest.mark.parametrize("name", ["line-code", "line-unlink", "calendar-address", "calendar-withdraw"])
def test_deeds_are_done_by_their_form_alone(post, client_of, line_on, name):
    assert client_of().get(reverse(name)).status_code == 405
    assert client_of(enforce_csrf_checks=True).post(reverse(name)).status_code == 403


def test_who_runs_the_installation_has_neither_notices_nor_wishes(db):
    user = User.objects.create_account("root", agency=None)
    RecoveryCodes.activate(user)
    with transaction.atomic(), speaking(None, actor="test"):
        RoleGrant.objects.create(user=user, agency=None, role=Role.SYSTEM_ADMIN)
    client = Client()
    client.force_login(user)
    assert client.get(URL).status_code == 404
    shown = client.get(reverse("notices")).content.decode()
    assert "ไม่มีแจ้งเตือนที่ค้างอยู่" in shown
    assert 'class="bell"' not in shown


def test_an_address_is_shown_as_it_is_typed_whatever_signs_it_has(officer, here, settings):
    settings.MAIL_CONFIGURED = True
    User.objects.filter(pk=here.accounts[Role.OFFICER].pk).update(email='"<base/href=//away.example>"@office.example')
    shown = page(officer)
    assert "away.example" in shown
    assert "<base" not in shown
