"""One's own notices: listed, counted on the bell, read, done; nobody reads another's."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.desks.example.models import Talk
from prongsai.platform.accounts import sessions
from prongsai.platform.accounts.models import Role
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.models import Copy
from prongsai.platform.notices.services import notify

OWN = "/notices/"


@pytest.fixture
def officer(client_of):
    return client_of()


@pytest.fixture
def told(post):
    return post.tells("อบรมเรื่องคู่มือ", words="ห้องประชุมชั้น 2\nเวลา 13.30 น.", due=date(2025, 3, 20))


def page(client, address: str = OWN) -> str:
    return client.get(address).content.decode()


def copy_of(notice) -> Copy:
    return notice.copies.get()


def test_an_empty_list_says_what_it_is_for(post, officer):
    assert "ไม่มีแจ้งเตือนที่ค้างอยู่" in page(officer)


def test_the_list_shows_what_is_open(told, officer):
    shown = page(officer)
    assert "อบรมเรื่องคู่มือ" in shown
    assert "20 มี.ค. 68" in shown
    assert "ใหม่" in shown


def test_the_bell_counts_what_was_not_opened(post, told, officer):
    post.tells("อีกเรื่อง")
    assert "ยังไม่ได้อ่าน 2 เรื่อง" in page(officer, reverse("design"))
    page(officer, reverse("notice", args=[told.pk]))
    assert "ยังไม่ได้อ่าน 1 เรื่อง" in page(officer, reverse("design"))


def test_the_bell_is_silent_where_everything_was_opened_and_for_a_kiosk(post, told, client_of):
    assert "bell-count" not in page(client_of(Role.AUDITOR))
    assert 'class="bell"' in page(client_of(Role.AUDITOR))
    assert 'class="bell"' not in page(client_of(Role.KIOSK), "/")


def test_a_notice_shows_its_words_its_day_its_way_on_and_text_for_line(post, officer):
    notice = post.tells("ส่งภาพถ่าย", words="สามภาพ", due=date(2025, 3, 20), link=Link("example-talks"))
    shown = page(officer, reverse("notice", args=[notice.pk]))
    assert "สามภาพ" in shown
    assert "วันพฤหัสบดีที่ 20 มีนาคม 2568" in shown
    assert 'href="/office/example/"' in shown
    assert "ส่งภาพถ่าย\nสามภาพ\nครบกำหนด: วันพฤหัสบดีที่ 20 มีนาคม 2568" in shown


def test_what_somebody_wrote_is_shown_as_text(post, officer):
    notice = post.tells("<script>alert(1)</script>", words="<b>หนา</b>")
    shown = page(officer, reverse("notice", args=[notice.pk]))
    assert "<script>alert" not in shown
    assert "<b>หนา" not in shown


def test_to_open_a_notice_is_to_have_read_it_and_to_ask_for_its_head_is_not(told, officer):
    officer.head(reverse("notice", args=[told.pk]))
    assert copy_of(told).read is None
    page(officer, reverse("notice", args=[told.pk]))
    first = copy_of(told).read
    assert first is not None
    page(officer, reverse("notice", args=[told.pk]))
    assert copy_of(told).read == first


def test_done_leaves_the_list_and_stays_among_all(told, officer):
    assert officer.post(reverse("notice-done", args=[told.pk])).status_code == 302
    assert "อบรมเรื่องคู่มือ" not in page(officer)
    assert "อบรมเรื่องคู่มือ" in page(officer, OWN + "?show=all")
    assert copy_of(told).done is not None
    assert copy_of(told).read is not None


def test_done_by_one_is_open_for_the_others(post, here, officer):
    both = notify(
        to=[here.people[Role.OFFICER], here.people[Role.AUDITOR]], kind="example.news", subject="ข่าว", by="test"
    )
    officer.post(reverse("notice-done", args=[both.pk]))
    assert both.copies.filter(done=None).get().person == here.people[Role.AUDITOR]


def test_where_the_work_says_when_it_is_done_nobody_else_does(post, here, officer):
    talk = Talk.objects.create(agency=here.agency, village="บ้านโนนงาม", happened=date(2025, 3, 3), listeners=0)
    notice = post.tells(kind="example.count_listeners", thing=talk.pk)
    assert "แจ้งเตือนนี้จะเสร็จเองเมื่องานเสร็จ" in page(officer, reverse("notice", args=[notice.pk]))
    assert officer.post(reverse("notice-done", args=[notice.pk])).status_code == 409
    assert copy_of(notice).done is None


def test_all_are_marked_as_read_at_once_and_only_ones_own(post, here, told, officer):
    other = post.tells("ของผู้ตรวจสอบ", to=Role.AUDITOR)
    post.tells("อีกเรื่อง")
    officer.post(reverse("notices-read"))
    assert Copy.objects.filter(read=None).get().notice == other


@pytest.mark.parametrize(("name", "method"), [("notice", "get"), ("notice-done", "post")])
def test_a_colleagues_notice_is_as_if_it_were_not_there(told, client_of, name, method):
    colleague = client_of(Role.COORDINATOR)
    theirs = getattr(colleague, method)(reverse(name, args=[told.pk]))
    nothing = getattr(colleague, method)(reverse(name, args=[2**40]))
    assert (theirs.status_code, nothing.status_code) == (404, 404)
    assert "อบรมเรื่องคู่มือ" not in theirs.content.decode()
    assert copy_of(told).done is None


def test_a_personal_link_opens_ones_notices_but_nothing_of_sensitive_matters(post, told, officer):
    sealed = post.tells(kind="example.sealed")
    session = officer.session
    session[sessions.BY_LINK] = True
    session.save()
    assert "อบรมเรื่องคู่มือ" in page(officer)
    assert "มีเรื่องใหม่" not in page(officer)
    assert officer.get(reverse("notice", args=[sealed.pk])).status_code == 404
    assert officer.get(reverse("notice-wishes")).status_code == 404


def test_a_long_list_comes_in_pages(post, officer):
    for number in range(51):
        post.tells(f"เรื่องที่ {number}")
    assert "เรื่องที่ 50" in page(officer)
    assert "เรื่องที่ 0<" not in page(officer)
    assert "เรื่องที่ 0<" in page(officer, OWN + "?page=2")


def test_the_list_asks_the_database_the_same_number_of_times_however_long_it_is(post, officer):
    counts = []
    for _ in range(2):
        for number in range(5):
            post.tells(f"เรื่องที่ {number}")
        with CaptureQueriesContext(connection) as asked:
            page(officer)
        counts.append(len(asked))
    assert counts[0] == counts[1]
