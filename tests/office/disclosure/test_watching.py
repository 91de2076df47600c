"""The watch: when it looks, what it writes down, whom it tells and when that is over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cast import make_office
from fake_site import BY_NAME, fake_site
from office.disclosure.papers_to_publish import who, year_of
from prongsai.office.disclosure import tasks
from prongsai.office.disclosure.models import AddressCheck, ClosedSet, DisclosedItem, Home, SiteHome
from prongsai.office.disclosure.month_sources import AfterSending
from prongsai.office.disclosure.reaching import Reach
from prongsai.office.disclosure.services import homes, watching
from prongsai.office.disclosure.services.logging_acts import now_of
from prongsai.office.disclosure.watch_days import answering_of, is_watched
from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.services import set_days
from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import registry
from prongsai.platform.notices.models import Copy, Notice
from prongsai.platform.tenancy.speaker import speaking


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr(homes, "outside", lambda: BY_NAME)
    with fake_site() as site:
        site.puts("/", "อบต.", '<a href="/o1">O1</a>')
        site.puts("/o1", "O1", "")
        yield site


@pytest.fixture
def cycle(here, site):
    with here.speaks():
        SiteHome.objects.create(agency=here.agency, home=Home.CONTRACTOR, main=f"{site.named}/")
        found = year_of(here)
        DisclosedItem.objects.filter(round=found, code="O1").update(address=f"{site.named}/o1")
        yield found


def watch(cycle, walk: int = 0):
    tasks.look_at_addresses.func(agency=cycle.agency_id, cycle=cycle.pk, walk=walk)


def open_notices() -> list[str]:
    open_ones = Copy.objects.filter(done=None).values("notice")
    return [notice.subject for notice in Notice.objects.filter(kind="disclosure.down", pk__in=open_ones)]


def test_the_second_look_in_a_row_tells_and_the_first_that_opens_ends_it(here, cycle, site):
    page = site.pages.pop("/o1")
    watch(cycle)
    assert open_notices() == []
    watch(cycle)
    assert open_notices() == ["เปิดหน้าของข้อ O1 ไม่ได้"]
    watch(cycle)
    assert Notice.objects.filter(kind="disclosure.down").count() == 1
    told = Copy.objects.filter(notice__kind="disclosure.down").values_list("person", flat=True)
    assert here.accounts[Role.COORDINATOR].person.pk in told
    site.pages["/o1"] = page
    watch(cycle)
    assert open_notices() == []


def test_a_site_that_is_down_is_told_once_and_not_page_by_page(cycle, site):
    site.status = 503
    watch(cycle)
    watch(cycle)
    assert open_notices() == ["เว็บไซต์หลักไม่ตอบสนอง"]
    (may,) = [each for module in registry for each in module.month if isinstance(each, AfterSending)]
    assert [line.words for line in may.lines(date(2025, 5, 6))] == ["ขณะนี้เปิดที่อยู่เว็บไม่ได้ 2 แห่ง"]


def test_a_server_that_does_not_answer_is_not_asked_for_each_of_its_pages(cycle, site, monkeypatch):
    nowhere = []
    monkeypatch.setattr(homes, "outside", lambda: Reach(resolver=lambda host, _port: nowhere.append(host) or []))
    watch(cycle, walk=1)
    assert len(nowhere) == 1
    assert {check.outcome for check in AddressCheck.objects.all()} == {"site-down"}


def test_what_is_well_is_written_once_and_what_the_last_walk_found_stands(cycle, site):
    watch(cycle, walk=1)
    watch(cycle)
    assert AddressCheck.objects.count() == 2
    site.puts("/", "อบต.", "")
    watch(cycle, walk=1)
    watch(cycle)
    item = DisclosedItem.objects.get(round=cycle, code="O1")
    assert [check.outcome for check in AddressCheck.objects.filter(item=item).order_by("pk")] == [
        "reached",
        "not-linked",
    ]


def test_old_looks_are_removed(here, cycle):
    old = now_of(here.agency) - watching.KEPT - timedelta(days=1)
    AddressCheck.objects.create(agency=here.agency, address="x", at=old, outcome="reached", made_by="job")
    watch(cycle)
    assert not AddressCheck.objects.filter(address="x").exists()


def test_addresses_are_watched_while_assessors_may_look(here, cycle):
    for milestone, start, end in (
        (Milestone.DISCLOSURE, date(2025, 3, 1), date(2025, 4, 30)),
        (Milestone.SCORING, date(2025, 5, 1), date(2025, 5, 31)),
        (Milestone.CLARIFICATION, date(2025, 6, 1), date(2025, 6, 15)),
        (Milestone.CONFIRMATION, None, date(2025, 6, 30)),
    ):
        set_days(acting=who(here), found=cycle, milestone=milestone, start=start, end=end, source="ปฏิทิน")
    assert [is_watched(cycle, day) for day in (date(2025, 2, 28), date(2025, 3, 1), date(2025, 6, 30))] == [
        False,
        True,
        True,
    ]
    assert not is_watched(cycle, date(2025, 7, 1))
    ClosedSet.objects.create(
        agency=here.agency, round=cycle, closed=date(2025, 2, 20), addresses={}, mark="0" * 64, made_by="test"
    )
    assert is_watched(cycle, date(2025, 2, 21))
    answering = answering_of(cycle, date(2025, 6, 10))
    assert answering is not None
    assert (answering.left, answering.begun, answering.dated.taken_from) == (5, True, None)


def test_the_invented_office_is_never_looked_up_in_the_world(here, cycle, monkeypatch):
    asked = []
    monkeypatch.setattr(tasks, "later", lambda *args, **told: asked.append(told))
    tasks.watch_agency.func(agency=here.agency.pk)
    assert asked == []
    here.agency.demo_today = None
    here.agency.save()
    monkeypatch.setattr(tasks, "is_watched", lambda *_: True)
    tasks.walk_agency.func(agency=here.agency.pk)
    assert [told["walk"] for told in asked] == [1]


def test_the_page_shows_outages_and_lets_a_person_look(here, cycle, site, asks):
    site.pages.pop("/o1")
    watch(cycle)
    watch(cycle)
    page = asks(Role.AUDITOR).get(reverse("disclosure-watch", args=[cycle.pk])).content.decode()
    for words in ("ยังเปิดไม่ได้", f"{site.named}/o1", "เครื่องแม่ข่ายตอบว่าผิดพลาด (404)"):
        assert words in page
    item = DisclosedItem.objects.get(round=cycle, code="O1")
    sent = {"outcome": "reached", "detail": "เมนู ITA"}
    assert asks(Role.OFFICER).post(reverse("disclosure-reached", args=[item.pk]), sent).status_code == 302
    assert AddressCheck.objects.filter(item=item).first().made_by == who(here, Role.OFFICER).actor
    asked = asks().post(reverse("disclosure-look", args=[cycle.pk]))
    assert asked.status_code == 302


@pytest.mark.django_db(transaction=True)
def test_the_job_looks_outside_any_transaction_as_the_worker_runs_it(site):
    office = make_office("nongkrachang", "อบต.หนองกระจ่าง")
    with office.speaks():
        SiteHome.objects.create(agency=office.agency, home=Home.CONTRACTOR, main=f"{site.named}/")
        found = year_of(office)
        DisclosedItem.objects.filter(round=found, code="O1").update(address=f"{site.named}/gone")
    with speaking(office.agency.pk, actor="job:1"):
        watch(found, walk=1)
        watch(found)
    with office.speaks():
        assert [check.outcome for check in AddressCheck.objects.order_by("pk")] == ["reached", "fails", "fails"]
        assert open_notices() == ["เปิดหน้าของข้อ O1 ไม่ได้"]
