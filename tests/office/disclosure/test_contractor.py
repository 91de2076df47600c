"""What the contractor has to do: asked for once, handed over, given back, seen live, or dropped for a reason."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from django.urls import reverse

from fake_site import BY_NAME, FakeSite, fake_site
from office.disclosure.papers_to_publish import who, with_file, written, year_of
from prongsai.ita.papers.blocks import Paper, Paragraph
from prongsai.ita.writing import write_pdf
from prongsai.office.disclosure import services
from prongsai.office.disclosure.leading import Walk
from prongsai.office.disclosure.models import Change, ChangeList, Home, SiteHome
from prongsai.office.disclosure.services import contractor, handing, homes, watching
from prongsai.office.reports.paper_lines import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict

Kind = Change.Kind
SAYS = "ประชุมประชาคม 9 หมู่บ้าน (ข้อมูลสมมุติ)"


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr(homes, "outside", lambda: BY_NAME)
    with fake_site() as site:
        site.puts("/", "อบต.หนองกระจ่าง", '<a href="/ita/">ITA</a>')
        site.puts("/ita/", "ITA 2568", "")
        yield site


@pytest.fixture
def office(here, site):
    """An office whose items stand at the contractor's; the test speaks for it."""
    with here.speaks():
        SiteHome.objects.create(
            agency=here.agency, home=Home.CONTRACTOR, main=f"{site.named}/", contractor="ร้านเว็บตัวอย่าง"
        )
        yield here


@pytest.fixture
def item(office):
    return written(office, "O26", SAYS)


def listed(office, *, sent: bool = True) -> ChangeList:
    made = contractor.make_list(who(office), year_of(office))
    if sent:
        contractor.send_list(who(office), made, sent=date(2025, 3, 17), sent_by="LINE")
    return made


def due(office):
    return [(services.code_of(each.item), each.kind) for each in contractor.due_changes(year_of(office))]


def look(office):
    quick = Walk(pause=0)
    return watching.look_at_year(year_of(office), actor="job:1", walk=quick)


def shows(site: FakeSite, *lines: str) -> str:
    site.puts("/ita/", "ITA 2568", '<a href="/ita/o26">O26</a>')
    site.puts("/ita/o26", "O26", "".join(f"<p>{line}</p>" for line in lines))
    return f"{site.named}/ita/o26"


def test_the_path_from_publishing_to_seen_live(office, item, site):
    assert due(office) == []
    publication = services.publish(who(office), item)
    assert due(office) == [("O26", Kind.ADD)]
    change = listed(office).changes.get()
    assert (change.publication, due(office)) == (publication, [])
    address = shows(site, "หน้านี้ยังไม่มีข้อมูล")
    contractor.enter_address(who(office), change, address)
    item.refresh_from_db()
    assert services.address_of(item) == address
    assert [check.outcome for check in look(office)] == ["reached", "changed"]
    change.refresh_from_db()
    assert change.seen is None
    shows(site, SAYS)
    assert look(office)[1].outcome == "reached"
    change.refresh_from_db()
    assert (change.seen, change.seen_by) == (date(2025, 3, 17), "job:1")
    reached = services.reached(item)
    assert reached is not None
    assert reached.detail == f"{site.named}/ita/"


def test_a_page_that_the_main_site_does_not_lead_to_is_told(office, item, site):
    services.publish(who(office), item)
    shows(site, SAYS)
    contractor.enter_address(who(office), listed(office).changes.get(), f"{site.named}/ita/o26")
    site.puts("/ita/", "ITA 2568", "")
    assert look(office)[1].outcome == "not-linked"


def test_a_correction_replaces_and_a_withdrawal_removes(office, item, site):
    first = services.publish(who(office), item)
    change = listed(office).changes.get()
    contractor.enter_address(who(office), change, shows(site, SAYS))
    contractor.see_live(who(office), change, day=date(2025, 3, 17))
    item.pieces.update(words="แก้ไขจำนวน (ข้อมูลสมมุติ)")
    second = services.publish(who(office), item)
    assert (second.version, due(office)) == (first.version + 1, [("O26", Kind.REPLACE)])
    replaced = listed(office).changes.get()
    services.withdraw(who(office), second, "ผิดหน้า")
    assert due(office) == [("O26", Kind.REMOVE)]
    removed = listed(office).changes.get()
    replaced.refresh_from_db()
    assert replaced.dropped_because
    del site.pages["/ita/o26"]
    look(office)
    removed.refresh_from_db()
    assert removed.seen == date(2025, 3, 17)


def test_our_own_page_needs_a_link_once_the_main_site_was_found_not_to_lead_there(office, item, site):
    SiteHome.objects.update(home=Home.OWN)
    office.agency.host = "ita.nongkrachang.example"
    office.agency.save()
    services.publish(who(office), item)
    assert due(office) == []
    item = type(item).objects.get(pk=item.pk)
    assert services.address_of(item) == "http://ita.nongkrachang.example/site/nongkrachang/ita/2568/o26/"
    watching.see_myself(who(office), item, outcome="not-linked", detail="")
    assert due(office) == [("O26", Kind.LINK)]
    change = listed(office).changes.get()
    with pytest.raises(Conflict):
        contractor.enter_address(who(office), change, f"{site.named}/o26")


def test_the_package_holds_what_was_published_and_the_list_says_what_to_do(office, item, site):
    data = write_pdf(Paper(("รายงาน",), "", (Paragraph(("ข้อความ",)),), "อบต.", 2568), date(2025, 3, 1))
    with_file(office, item, data, "รายงาน.pdf")
    publication = services.publish(who(office), item)
    made = listed(office, sent=False)
    contractor.say_where(who(office), made.changes.get(), "เมนู ITA 2568")
    with zipfile.ZipFile(io.BytesIO(handing.package_of(made))) as package:
        names = package.namelist()
        text = package.read("o26/ข้อความ.txt").decode("utf-8-sig")
        kept = package.read("o26/รายงาน.pdf")
    assert names[1:] == ["o26/ข้อความ.txt", "o26/ตัวอย่างหน้าเว็บ.html", "o26/รายงาน.pdf"]
    assert SAYS in text
    (file,) = [file for piece in publication.content["pieces"] for file in piece["files"]]
    assert len(kept) == file["size"]
    told = "\n".join(lines_of(handing.list_paper(made)))
    for words in ("O26", "นำขึ้นเว็บไซต์", "เมนู ITA 2568", "รายงาน.pdf", "ร้านเว็บตัวอย่าง"):
        assert words in told
    assert "• นำขึ้นเว็บไซต์: ข้อ O26" in handing.list_text(made)


def test_while_the_set_is_closed_no_other_address_is_taken(office, item, site):
    services.publish(who(office), item)
    change = listed(office).changes.get()
    address = shows(site, SAYS)
    contractor.enter_address(who(office), change, address)
    services.close_set(who(office), year_of(office))
    with pytest.raises(Conflict):
        contractor.enter_address(who(office), change, f"{site.named}/other")
    contractor.enter_address(who(office), change, address)
    with pytest.raises(Conflict):
        services.change_item(acting=who(office), item=item, told=services.ItemTold(home=Home.OWN))
    with pytest.raises(Conflict):
        services.choose_home(acting=who(office), agency=office.agency, home=Home.OWN)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "http://u:p@nong.example/"])
def test_an_address_that_is_none_is_refused(office, item, address):
    services.publish(who(office), item)
    change = listed(office).changes.get()
    with pytest.raises(Conflict):
        contractor.enter_address(who(office), change, address)


def test_steps_are_not_skipped(office, item, site):
    with pytest.raises(Conflict):
        contractor.make_list(who(office), year_of(office))
    services.publish(who(office), item)
    made = listed(office, sent=False)
    change = made.changes.get()
    with pytest.raises(Conflict):
        contractor.see_live(who(office), change, day=date(2025, 3, 17))
    with pytest.raises(Conflict):
        contractor.send_list(who(office), made, sent=date(2025, 3, 18), sent_by="")
    contractor.send_list(who(office), made, sent=date(2025, 3, 16), sent_by="")
    for refused in (
        lambda: contractor.send_list(who(office), made, sent=date(2025, 3, 16), sent_by=""),
        lambda: contractor.say_where(who(office), change, "ที่อื่น"),
        lambda: contractor.see_live(who(office), change, day=date(2025, 3, 17)),
    ):
        with pytest.raises(Conflict):
            refused()
    contractor.enter_address(who(office), change, shows(site, SAYS))
    with pytest.raises(Conflict):
        contractor.see_live(who(office), change, day=date(2025, 3, 15))
    contractor.see_live(who(office), change, day=date(2025, 3, 17))
    with pytest.raises(Conflict):
        contractor.drop_change(who(office), change, "ไม่ต้องแล้ว")


def test_the_pages_walk_the_same_path(office, item, site, asks):
    services.publish(who(office), item)
    cycle, staff = year_of(office), asks(Role.OFFICER)
    assert "นำขึ้นเว็บไซต์" in staff.get(reverse("disclosure-contractor", args=[cycle.pk])).content.decode()
    staff.post(reverse("disclosure-list-make", args=[cycle.pk]))
    change = Change.objects.get()
    for name, *args in (("disclosure-list-paper", "pdf"), ("disclosure-list-files",)):
        assert staff.get(reverse(name, args=[change.list_id, *args])).status_code == 200
    staff.post(reverse("disclosure-change", args=[change.pk, "where"]), {"where": "เมนู ITA"})
    staff.post(reverse("disclosure-list-send", args=[change.list_id]), {"sent": "17/03/2568", "sent_by": "LINE"})
    bad = staff.post(reverse("disclosure-change", args=[change.pk, "address"]), {"address": "http://u:p@x.example/"})
    assert bad.status_code in (400, 409)
    staff.post(reverse("disclosure-change", args=[change.pk, "address"]), {"address": shows(site, SAYS)})
    assert staff.post(reverse("disclosure-change", args=[change.pk, "seen"]), {"day": "17/03/2568"}).status_code == 302
    page = staff.get(reverse("disclosure-list", args=[change.list_id])).content.decode()
    assert "เห็นบนเว็บไซต์แล้ว" in page
    assert staff.get(reverse("disclosure-change", args=[change.pk, "burn"])).status_code == 404
