"""Publishing, correcting, withdrawing: versions, acts, who may, and that nothing is left half done."""

from __future__ import annotations

import hashlib
from datetime import date
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import localdate
from pypdfium2 import PdfDocument

from office.disclosure.papers_to_publish import on_day, who, with_file, written
from prongsai.office.disclosure import services
from prongsai.office.disclosure.asked import asked_in
from prongsai.office.disclosure.log import read_leaf
from prongsai.office.disclosure.models import LoggedAct, LogHead, Publication
from prongsai.office.disclosure.services import publishing
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict


def acts():
    return [(row.kind, read_leaf(row.leaf.encode())) for row in LoggedAct.objects.order_by("index")]


def test_a_published_item_has_a_version_an_act_and_a_signed_head(here):
    with here.speaks():
        item = written(here)
        made = services.publish(who(here), item, happened=date(2025, 3, 1), received=date(2025, 3, 5))
        assert (made.version, made.path, made.withdrawn) == (1, "ita/2568/o26/", None)
        ((kind, act),) = acts()
        assert (kind, act.item, act.address) == ("publish", "ita/2568/O26", "/ita/2568/o26/")
        assert (act.happened, act.received, act.published) == (date(2025, 3, 1), date(2025, 3, 5), date(2025, 3, 17))
        assert act.post == "นักวิเคราะห์นโยบายและแผน"
        head = LogHead.objects.get()
        assert (head.size, head.day) == (1, date(2025, 3, 17))


def test_the_log_holds_the_whole_page_by_the_hash_of_its_content(here):
    with here.speaks():
        made = services.publish(who(here), written(here))
        data = services.content_bytes(made)
        ((_, act),) = acts()
    assert hashlib.sha256(data).hexdigest() == made.mark
    assert [(file.address, file.sha256) for file in act.files] == [("/ita/2568/o26/content.json", made.mark)]


def test_what_the_check_found_of_each_element_is_kept_and_no_part_of_what_is_public(here):
    with here.speaks():
        item = written(here)
        asked = [element.text for element in asked_in(item.round.framework)["O26"].item.elements]
        item.pieces.update(element=asked[0], covers=2567)
        made = services.publish(who(here), item)
        assert made.found["elements"][asked[0]] == "present"
        assert "missing" in made.found["elements"].values()
        assert b"missing" not in services.content_bytes(made)


def test_a_scan_gets_the_advice_that_nobody_can_search_it_and_loses_nothing_by_it(here):
    scan, kept = PdfDocument.new(), BytesIO()
    scan.new_page(300, 300)
    scan.save(kept)
    with here.speaks():
        item = written(here)
        before = services.check_of(item)
        with_file(here, item, kept.getvalue(), "ลงนามแล้ว.pdf")
        made = services.publish(who(here), item)
        after = services.check_of(item)
    assert made.found["without_text"] == ["ลงนามแล้ว.pdf หน้า 1"]
    assert [part.verdict for part in after.parts if part.kind == "text-layer"] == ["advice"]
    assert (after.low, after.high) == (before.low, before.high)


def test_a_correction_is_the_next_version_at_the_same_address(here):
    with here.speaks():
        item = written(here)
        first = services.publish(who(here), item)
        item.pieces.update(words="แก้ไขจำนวนหมู่บ้าน")
        second = services.publish(who(here), item)
        assert (second.version, second.path) == (2, first.path)
        assert [kind for kind, _ in acts()] == ["publish", "correct"]
        assert list(services.standing_publications(here.agency)) == [second]
        first.refresh_from_db()
        assert "ประชุมประชาคม" in str(first.content)


def test_publishing_what_has_not_changed_makes_no_version(here):
    with here.speaks():
        item = written(here)
        assert services.publish(who(here), item) == services.publish(who(here), item)
        assert len(acts()) == 1


def test_a_withdrawn_page_leaves_day_and_reason_and_may_be_published_again(here):
    with here.speaks():
        item = written(here)
        made = services.publish(who(here), item)
        with pytest.raises(Conflict, match="ยกเลิก"):
            services.withdraw(who(here), made, "  ")
        services.withdraw(who(here), made, "เผยแพร่ผิดข้อ")
        with pytest.raises(Conflict):
            services.withdraw(who(here), made, "อีกครั้ง")
        (tombstone,) = services.standing_publications(here.agency)
        assert (tombstone.withdrawn_because, localdate(tombstone.withdrawn)) == ("เผยแพร่ผิดข้อ", date(2025, 3, 17))
        again = services.publish(who(here), item)
        assert again.version == 2
        assert [kind for kind, _ in acts()] == ["publish", "withdraw", "publish"]
        assert acts()[1][1].files == ()


def test_who_alone_wrote_an_item_publishes_it_only_after_somebody_else_confirmed_this_very_content(here):
    with here.speaks():
        item = written(here, by=Role.COORDINATOR)
        mark = services.prepared(item).mark
        with pytest.raises(Conflict, match="ให้ผู้อื่น"):
            services.publish(who(here), item)
        services.confirm_item(who(here), item, mark)
        with pytest.raises(Conflict):
            services.publish(who(here), item)
        services.confirm_item(who(here, Role.UNIT_HEAD), item, mark)
        item.pieces.update(words="เปลี่ยนหลังจากยืนยันแล้ว")
        with pytest.raises(Conflict):
            services.publish(who(here), item)
        with pytest.raises(Conflict, match="เปลี่ยน"):
            services.confirm_item(who(here, Role.UNIT_HEAD), item, mark)
        services.confirm_item(who(here, Role.UNIT_HEAD), item, services.prepared(item).mark)
        assert services.publish(who(here), item).version == 1


def test_nothing_is_published_that_is_empty_or_of_a_day_to_come_or_of_a_year_closed_or_without_a_list(here):
    with here.speaks():
        item = written(here)
        with pytest.raises(Conflict, match="ยังมาไม่ถึง"):
            services.publish(who(here), item, received=date(2025, 3, 18))
        Round.objects.update(closed=date(2025, 3, 1))
        with pytest.raises(Conflict, match="ปิด"):
            services.publish(who(here), item)
        Round.objects.update(closed=None)
        item.pieces.all().delete()
        with pytest.raises(Conflict, match="ยังไม่มี"):
            services.publish(who(here), item)
        draft = ensure_round(acting=who(here), agency=here.agency, fiscal_year=2570)
        early = services.ensure_items(draft, "test")[0]
        with pytest.raises(Conflict, match="ยังไม่ประกาศ"):
            services.publish(who(here), early)


def test_an_interrupted_publication_leaves_nothing(here, monkeypatch):
    def broken(**_):
        raise RuntimeError

    with here.speaks():
        item = written(here)
        for step in ("log_act", "record"):
            with monkeypatch.context() as patch:
                patch.setattr(publishing, step, broken if step == "log_act" else lambda *_, **__: broken())
                with pytest.raises(RuntimeError):
                    services.publish(who(here), item)
            assert not Publication.objects.exists()
            assert not LoggedAct.objects.exists()
            assert not LogHead.objects.exists()


def test_those_who_asked_are_told_after_the_commit_and_their_faults_change_nothing(
    here, monkeypatch, django_capture_on_commit_callbacks
):
    told = []
    monkeypatch.setattr("prongsai.office.disclosure.published_hooks._hooks", [])
    services.on_published(lambda item: 1 / 0)
    services.on_published(told.append)
    with here.speaks():
        with django_capture_on_commit_callbacks(execute=True):
            item = written(here)
            made = services.publish(who(here), item)
            assert told == []
        assert told == [item]
        assert Publication.objects.get() == made


def test_the_application_cannot_change_or_take_out_acts_and_heads(here):
    with here.speaks():
        services.publish(who(here), written(here))
        for rows in (LoggedAct.objects.all(), LogHead.objects.all()):
            for deed in (lambda rows=rows: rows.delete(), lambda rows=rows: rows.update(agency=here.agency)):
                with pytest.raises(DatabaseError), transaction.atomic():
                    deed()


def test_a_closed_set_keeps_address_and_content_until_it_is_opened_for_a_reason(here):
    with here.speaks():
        item = written(here)
        with pytest.raises(Conflict):
            services.close_set(who(here), item.round)
        made = services.publish(who(here), item)
        closed = services.close_set(who(here), item.round)
        assert closed.addresses["O26"].endswith("/site/nongkrachang/ita/2568/o26/")
        assert [(kind, act.address) for kind, act in acts()][1:] == [("freeze", closed.addresses["O26"])]
        item.pieces.update(words="แก้ไขภายหลัง")
        for deed in (
            lambda: services.publish(who(here), item),
            lambda: services.withdraw(who(here), made, "ขอแก้ไข"),
            lambda: services.close_set(who(here), item.round),
            lambda: services.open_set(who(here), item.round, ""),
        ):
            with pytest.raises(Conflict):
                deed()
        services.open_set(who(here), item.round, "ผู้ตรวจประเมินขอให้แก้ไข")
        assert services.publish(who(here), item).version == 2
        assert services.closed_set_of(item.round) is None


def test_the_days_of_heads_never_run_backwards(here):
    with here.speaks():
        item = written(here)
        services.publish(who(here), item)
        with on_day(here, date(2025, 1, 6)):
            services.withdraw(who(here), Publication.objects.get(), "เผยแพร่ผิดข้อ")
        first, second = LogHead.objects.order_by("size")
        assert first.at <= second.at


def test_the_address_of_an_item_follows_where_the_office_put_its_site(here):
    with here.speaks():
        item, acting = written(here), who(here)
        services.choose_home(acting=acting, agency=here.agency, own="https://nong.example/web")
        services.publish(acting, item)
        assert services.address_of(item) == "https://nong.example/web/ita/2568/o26/"
        services.close_set(acting, item.round)
        with pytest.raises(Conflict):
            services.choose_home(acting=acting, agency=here.agency, own="https://elsewhere.example/")
        services.choose_home(acting=acting, agency=here.agency, contact="0-0000-1101")
        assert services.address_of(item) == "https://nong.example/web/ita/2568/o26/"
