"""What the forms of all registers refuse alike: sent twice, not asked for, of another agency, no day that there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import translation

from cast import Office, make_twins
from prongsai.platform.accounts.models import Role

WORDS = {"why": "เหตุผล", "what": "สาระ", "asks": "โปรดอนุมัติ"}
STATES = {"state": "approved", "agency": "2", "agency_id": "2", "made_by": "user:1", "entered": "2020-01-01", "id": "9"}
"""What nobody asked for, sent along."""


@dataclass(frozen=True)
class Page:
    """A page that makes a row: its name, the model, what it is sent, its field of a unit, its field of a day."""

    url: str
    model: str
    sent: Mapping[str, Any]
    unit: str = "unit"
    day: str = ""

    def data(self, office: Office) -> dict[str, Any]:
        return {self.unit: office.units["สำนักปลัด"].pk, **self.sent} if self.unit else dict(self.sent)

    def rows(self) -> int:
        return int(apps.get_model(self.model)._default_manager.count())


PAGES = [
    Page("new-matter", "approvals.Matter", {"subject": "ก", "decides": "executive", **WORDS}, day="day"),
    Page("new-policy", "policies.Policy", {"kind": "policy", "title": "ก", "text": "ข"}),
    Page("existing-policy", "policies.Policy",
         {"kind": "policy", "title": "ก", "text": "ข", "signed": "๑๐ มี.ค. ๒๕๖๘", "since": "๑๐ มี.ค. ๒๕๖๘"},
         day="signed"),
    Page("new-circular", "circulars.Circular", {"subject": "ก", "words": "ข", "audience": "all"}, day="due"),
    Page("new-briefing", "circulars.Briefing",
         {"subject": "ก", "words": "ข", "audience": "all", "place": "ห้องประชุม", "day": "20 มีนาคม 2568"}, day="day"),
    Page("new-service", "services.Service", {"name": "ก", "kind": "service", "audience": "public"}, unit="owner"),
    Page("new-meeting-group", "meetings.MeetingGroup", {"name": "ก"}),
]  # fmt: skip
DATED = [page for page in PAGES if page.day]
NO_DAYS = [
    "31 กุมภาพันธ์ ๒๕๖๘", "31 เม.ย. 2568", "29 ก.พ. ๒๕๖๖", "2566-13-01", "1 มกราคม 543", "1 มกราคม 9999", "๑ ม.ค. ๒๕๖๖๖",
    "٩١ มีนาคม 2568", "วันนี้", "24:00",
]  # fmt: skip
REFUSED = (400, 422)
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.url)


@pytest.fixture(autouse=True)
def _thai():
    with translation.override("th"):
        yield


@pytest.fixture
def twins(db) -> tuple[Office, Office]:
    twins = make_twins()
    for office in twins:
        office.agency.demo_today = date(2025, 3, 17)
        office.agency.save()
    return twins


@pytest.fixture
def here(twins) -> Office:
    return twins[0]


@pytest.fixture
def asks(here) -> Callable[..., Client]:
    def enter(**options: Any) -> Client:
        client = Client(headers={"accept-language": "th"}, **options)
        here.enters(client, Role.COORDINATOR)
        return client

    return enter


def made(here: Office, page: Page) -> int:
    with here.speaks():
        return page.rows()


@every_page
def test_what_is_right_makes_one_row(here, asks, page):
    assert asks().post(reverse(page.url), page.data(here)).status_code == 302
    assert made(here, page) == 1


@every_page
def test_the_same_form_sent_twice_makes_one_row_and_both_get_the_same_answer(here, asks, page):
    client, sent = asks(), page.data(here) | {"once": str(uuid4())}
    answers = [client.post(reverse(page.url), sent) for _time in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert made(here, page) == 1


@every_page
def test_what_nobody_asked_for_changes_nothing(here, asks, page):
    foreign = {name: value for name, value in STATES.items() if name not in page.sent}
    assert asks().post(reverse(page.url), page.data(here) | foreign).status_code == 302
    with here.speaks():
        row = apps.get_model(page.model)._default_manager.get()
        assert row.agency_id == here.agency.pk
        assert getattr(row, "state", "draft") != "approved"
        assert row.made_by == f"user:{here.accounts[Role.COORDINATOR].pk}"
        assert row.pk != 9 or page.rows() == 1


@every_page
def test_a_field_sent_twice_is_refused(here, asks, page):
    name, value = next((name, value) for name, value in page.sent.items() if isinstance(value, str))
    sent = page.data(here) | {name: [value, value]}
    assert asks().post(reverse(page.url), sent).status_code == 400
    assert made(here, page) == 0


@every_page
def test_a_unit_of_another_agency_is_not_there_to_be_chosen(twins, asks, page):
    here, there = twins
    sent = page.data(here) | {page.unit: there.units["สำนักปลัด"].pk}
    answer = asks().post(reverse(page.url), sent)
    assert answer.status_code in REFUSED
    assert there.canary not in answer.content.decode()
    assert made(here, page) == 0


@every_page
@pytest.mark.parametrize("unit", ["0", "-1", "9e99", "1;2", "x", ""])
def test_a_unit_that_there_is_not_is_refused(here, asks, page, unit):
    assert asks().post(reverse(page.url), page.data(here) | {page.unit: unit}).status_code in REFUSED
    assert made(here, page) == 0


@every_page
@pytest.mark.parametrize("text", ["ก\x00ข", "ก" * 5_000, " ", "\u200b"], ids=["NUL", "long", "blank", "invisible"])
def test_a_title_that_is_none_is_refused(here, asks, page, text):
    title = next(name for name in ("subject", "title", "name") if name in page.sent)
    assert asks().post(reverse(page.url), page.data(here) | {title: text}).status_code in REFUSED
    assert made(here, page) == 0


@every_page
def test_without_the_token_of_the_page_nothing_is_taken(here, asks, page):
    assert asks(enforce_csrf_checks=True).post(reverse(page.url), page.data(here)).status_code == 403
    assert made(here, page) == 0


@every_page
def test_another_type_of_content_is_refused(here, asks, page):
    answer = asks().post(reverse(page.url), "{}", content_type="application/json")
    assert answer.status_code in (400, 415)
    assert made(here, page) == 0


@pytest.mark.parametrize("page", DATED, ids=lambda page: page.url)
@pytest.mark.parametrize("day", NO_DAYS)
def test_a_day_that_there_is_not_is_refused_and_said(here, asks, page, day):
    answer = asks().post(reverse(page.url), page.data(here) | {page.day: day})
    assert answer.status_code in REFUSED
    assert "error" in answer.content.decode()
    assert made(here, page) == 0
