"""What LINE tells us: only what it signed, once, and nothing of what citizens write."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fake_line import sign
from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.notices.models import LineLink, LineSignal, LinkingCode
from prongsai.platform.notices.services.answering import answer_event
from prongsai.platform.notices.services.line_events import code_in
from prongsai.platform.notices.services.wishes import make_linking_code
from prongsai.platform.notices.views.outside import LARGEST_BODY

from .conftest import SECRET

URL = "/line/webhook/nongkrachang"


class Line:
    """LINE as it posts to us."""

    def __init__(self, post) -> None:
        self.post, self.client, self.told = post, Client(), 0

    def event(self, kind: str = "message", user: str = "U1", **told: object) -> dict:
        self.told += 1
        now = int(self.post.clock.now().timestamp() * 1000)
        source = {"type": "user", "userId": user}
        return {"type": kind, "webhookEventId": f"E{self.told}", "timestamp": now, "source": source} | told

    def says(self, text: str, user: str = "U1", **told: object) -> dict:
        return self.event(user=user, message={"type": "text", "text": text}, replyToken=f"r{self.told}", **told)

    def posts(self, *events: dict, secret: str = SECRET, url: str = URL, **headers: str):
        return self.posts_raw(json.dumps({"destination": "x", "events": list(events)}).encode(), secret, url, **headers)

    def posts_raw(self, body: bytes, secret: str = SECRET, url: str = URL, **headers: str):
        headers.setdefault("X-Line-Signature", sign(secret, body))
        return self.client.post(url, body, content_type="application/json", headers=headers)


@pytest.fixture
def code(post, line_on, here) -> str:
    return make_linking_code(acting=post.acting(), agency=here.agency)


@pytest.fixture
def tells(post, line_on) -> Line:
    return Line(post)


def linked() -> dict[str, str]:
    return {link.user.login_name: link.line_user for link in LineLink.objects.select_related("user")}


def answers() -> list[str]:
    return list(LineSignal.objects.exclude(answer="").order_by("pk").values_list("answer", flat=True))


def test_who_sends_the_code_is_linked_and_hears_so(tells, code, line, here):
    assert tells.posts(tells.says(code)).status_code == 200
    assert linked() == {"officer": "U1"}
    assert answers() == ["linked"]
    answer_event(LineSignal.objects.get().pk)
    answer_event(LineSignal.objects.get().pk)
    (told,) = line.asked
    assert told["body"]["replyToken"] == "r0"
    assert line.texts[0].startswith("เชื่อมไลน์นี้แล้ว")
    assert [one.action for one in lines_of(here)] == ["line.linked"]
    assert lines_of(here)[0].actor == f"user:{here.accounts[Role.OFFICER].pk}"


@pytest.mark.parametrize("typed", ["{}", " {} ", "{:.3}-rest", "lower", "spaced", "thai"])
def test_a_code_is_read_as_people_type_it(typed):
    code = "4K7QXM"
    ways = {"{:.3}-rest": "4K7-QXM", "lower": "4k7qxm", "spaced": "4K7 QXM", "thai": "๔K๗QXM"}
    assert code_in(ways.get(typed, typed.format(code))) == code


@pytest.mark.parametrize(
    "text", ["สวัสดี", "HELLOS", "234567", "4K7QX", "4K7QXMM", "4K7QX0", "", "4K7QXM" * 9, None, 7, {}]
)
def test_what_is_no_code_is_none(text):
    assert code_in(text) is None


def test_what_citizens_write_is_neither_kept_nor_answered(tells, line):
    assert tells.posts(tells.says("ถนนหน้าบ้านไฟดับ"), tells.event("follow"), tells.says("HELLOS")).status_code == 200
    assert answers() == []
    assert not any("ไฟดับ" in str(row) for row in LineSignal.objects.values())


def test_a_code_works_once(tells, code):
    tells.posts(tells.says(code))
    tells.posts(tells.says(code, user="U2"))
    assert linked() == {"officer": "U1"}
    assert answers() == ["linked", "unknown"]


def test_a_code_is_good_for_fifteen_minutes(tells, code, post):
    post.at(datetime(2025, 3, 17, 10, 16))
    tells.posts(tells.says(code))
    assert (linked(), answers()) == ({}, ["unknown"])


def test_a_new_code_ends_the_earlier_one(tells, code, post, here):
    newer = make_linking_code(acting=post.acting(), agency=here.agency)
    tells.posts(tells.says(code), tells.says(newer))
    assert answers() == ["unknown", "linked"]


def test_a_code_of_an_account_that_was_switched_off_opens_nothing(tells, code, post):
    User.objects.filter(pk=post.officer.pk).update(is_active=False)
    tells.posts(tells.says(code))
    assert linked() == {}


def test_a_code_is_not_kept_in_clear(code):
    assert code not in str(LinkingCode.objects.values().get())


def test_guessing_is_slowed_and_hinders_nobody_else(tells, code, post):
    for _ in range(5):
        tells.posts(tells.says("2A2A2A", user="thief"))
    tells.posts(tells.says(code, user="thief"))
    assert answers() == ["unknown"] * 5 + ["wait"]
    assert linked() == {}
    tells.posts(tells.says(code, user="U1"))
    assert linked() == {"officer": "U1"}


def test_linking_again_moves_the_link(tells, code, post, here):
    tells.posts(tells.says(code))
    tells.posts(tells.says(make_linking_code(acting=post.acting(), agency=here.agency), user="U2"))
    assert linked() == {"officer": "U2"}


def test_who_blocks_the_account_is_forgotten(tells, code, here):
    tells.posts(tells.says(code))
    tells.posts(tells.event("unfollow", user="U9"))
    assert linked() == {"officer": "U1"}
    tells.posts(tells.event("unfollow"))
    assert linked() == {}
    assert [one.action for one in lines_of(here)] == ["line.linked", "line.unlinked"]


@pytest.mark.parametrize("source", [{"type": "group", "groupId": "G1", "userId": "U1"}, {"type": "user"}, "user", None])
def test_what_is_not_told_by_one_person_to_us_is_left_alone(tells, code, source):
    assert tells.posts(tells.says(code) | {"source": source}).status_code == 200
    assert linked() == {}


def test_an_event_told_twice_counts_once(tells, code):
    event = tells.says(code)
    tells.posts(event)
    LineLink.objects.all().delete()
    LinkingCode.objects.update(used=None)
    assert tells.posts(event | {"deliveryContext": {"isRedelivery": True}}).status_code == 200
    assert linked() == {}


@pytest.mark.parametrize("days", [4, -4])
def test_an_event_of_another_time_is_a_repetition(tells, code, days):
    moved = tells.post.clock.now() - timedelta(days=days)
    assert tells.posts(tells.says(code) | {"timestamp": int(moved.timestamp() * 1000)}).status_code == 200
    assert linked() == {}


@pytest.mark.parametrize(
    "broken", [{"webhookEventId": 7}, {"webhookEventId": "x" * 65}, {"timestamp": "now"}, {"timestamp": 10**30}]
)
def test_an_event_that_cannot_be_told_apart_is_left_alone(tells, code, broken):
    assert tells.posts(tells.says(code) | broken).status_code == 200
    assert linked() == {}


def refused(tells, code) -> dict[str, int]:
    body = json.dumps({"events": [tells.says(code)]}).encode()
    right = sign(SECRET, body)
    return {
        "wrong secret": tells.posts_raw(body, "another secret").status_code,
        "no signature": tells.client.post(URL, body, content_type="application/json").status_code,
        "not base64": tells.posts_raw(body, **{"X-Line-Signature": "ลายเซ็น".encode().decode("latin-1")}).status_code,
        "other body": tells.posts_raw(body + b" ", **{"X-Line-Signature": right}).status_code,
        "other agency": tells.posts_raw(body, url="/line/webhook/thachaemchan").status_code,
        "no agency": tells.posts_raw(body, url="/line/webhook/nowhere").status_code,
    }


def test_what_line_did_not_sign_is_refused_and_changes_nothing(tells, code):
    assert set(refused(tells, code).values()) == {403}
    assert linked() == {}
    assert not LineSignal.objects.exists()


def test_refusals_look_alike(tells, line_on):
    bodies = {
        tells.posts_raw(b"{}", "another", url).content
        for url in (URL, "/line/webhook/thachaemchan", "/line/webhook/no")
    }
    assert len(bodies) == 1


def test_while_line_is_off_nothing_is_taken(tells, code, line_on):
    line_on.on = False
    line_on.save()
    assert tells.posts(tells.says(code)).status_code == 403


@pytest.mark.parametrize("body", [b"", b"not json", b'{"events": 7}', b"[]", b"[" * 100_000])
def test_a_signed_body_that_tells_nothing_is_a_bad_request(tells, body):
    assert tells.posts_raw(body).status_code in (400, 403)
    assert not LineSignal.objects.exists()


def test_a_body_beyond_measure_is_not_read(tells):
    assert tells.posts_raw(b" " * (LARGEST_BODY + 1)).status_code == 413


def test_the_empty_test_of_lines_console_is_answered(tells):
    assert tells.posts().status_code == 200


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_only_posts_are_taken(tells, method):
    assert getattr(tells.client, method)(URL).status_code == 405


def test_the_webhook_needs_no_token_of_a_form(tells, code):
    tells.client = Client(enforce_csrf_checks=True)
    assert tells.posts(tells.says(code)).status_code == 200


def test_an_answer_that_line_does_not_take_is_not_tried_again(tells, code, line):
    tells.posts(tells.says(code))
    line.answers = [400]
    answer_event(LineSignal.objects.get().pk)
    answer_event(LineSignal.objects.get().pk)
    assert len(line.asked) == 1
    assert LineSignal.objects.get().reply_token == ""


def test_the_address_is_the_one_that_is_entered_at_line(here):
    assert reverse("line-webhook", kwargs={"code": here.agency.code}) == URL
