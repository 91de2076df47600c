"""After sending: a remark is answered with what stood on the day, its proof goes with it, and the answer stays."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from office.disclosure.papers_to_publish import on_day, who, written, year_of
from photographs import photograph
from prongsai.office.disclosure import services
from prongsai.office.disclosure.models import Clarification, ItemRemark
from prongsai.office.disclosure.month_sources import AfterSending
from prongsai.office.disclosure.services import answering, watching
from prongsai.office.disclosure.services.remarks import remarked_in
from prongsai.office.reports.paper_lines import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict

PUBLISHED, ABOUT, JUNE = date(2025, 4, 28), date(2025, 4, 30), date(2025, 6, 3)


@pytest.fixture
def remark(here):
    """O26 was published on 28 April; in June the assessor says that it was not there on 30 April."""
    with here.speaks(), on_day(here, PUBLISHED):
        item = written(here)
        services.publish(who(here), item, received=date(2025, 4, 20))
    with here.speaks(), on_day(here, JUNE):
        yield answering.remark_item(
            who(here), item, lost=True, words="ไม่พบข้อมูลในวันที่ 30 เมษายน 2568", told=date(2025, 6, 2)
        )


def clarify(here, remark, **told) -> Clarification:
    return answering.make_clarification(who(here), remark, **({"about": ABOUT, "explanation": "เผยแพร่ก่อนแล้ว"} | told))


def lines(clarification) -> str:
    return "\n".join(lines_of(clarification.told.blocks))


def test_it_says_what_stood_on_the_day_and_since_when(here, remark):
    made = clarify(here, remark)
    told = made.told
    assert (told.stood, told.versions[0].published, told.versions[0].act) == (1, PUBLISHED, 0)
    for words in (
        "ในวันที่ 30 เมษายน 2568 ข้อมูลฉบับที่ 1 เผยแพร่อยู่แล้ว ตั้งแต่วันที่ 28 เมษายน 2568",
        "ไม่พบข้อมูลในวันที่ 30 เมษายน 2568 (ทราบเมื่อวันที่ 2 มิถุนายน 2568)",
        "ได้รับ 20 เมษายน 2568",
        told.versions[0].mark,
        "«เลขที่หนังสือ»",
    ):
        assert words in lines(made)
    assert made.is_intact


def test_it_claims_nothing_for_a_day_before_publication(here, remark):
    told = clarify(here, remark, about=date(2025, 4, 27), explanation="")
    assert told.told.stood is None
    assert "ในวันที่ 27 เมษายน 2568 ไม่มีข้อมูลข้อนี้ในบันทึกการเผยแพร่" in lines(told)
    assert "«คำชี้แจงของหน่วยงาน»" in lines(told)


def test_a_withdrawn_page_did_not_stand_afterwards(here, remark):
    with on_day(here, date(2025, 4, 29)):
        services.withdraw(who(here), remark.item.publications.get(), "ผิดหน้า")
    assert clarify(here, remark).told.stood is None


def test_looks_at_the_address_on_the_day_are_told(here, remark):
    here.agency.host = "ita.nongkrachang.example"
    with on_day(here, ABOUT):
        item = type(remark.item).objects.get(pk=remark.item_id)
        watching.see_myself(who(here), item, outcome="reached", detail="")
    made = clarify(here, ItemRemark.objects.get(pk=remark.pk))
    assert "ระบบตรวจที่อยู่เว็บเมื่อวันที่ 30 เมษายน 2568" in lines(made)
    assert made.told.address.startswith("http://ita.nongkrachang.example/site/")


def test_an_outsider_checks_the_proof_with_the_script_that_lies_beside_it(here, remark, asks, tmp_path):
    made = clarify(here, remark)
    got = asks(Role.AUDITOR).get(reverse("disclosure-answer-proof", args=[made.pk]))
    with zipfile.ZipFile(io.BytesIO(got.content)) as archive:
        archive.extractall(tmp_path)
    command = [sys.executable, "publication_proof.py", "publication-log.json"]
    checked = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_nothing_new_makes_no_version_and_a_later_publication_does(here, remark):
    first = clarify(here, remark)
    assert clarify(here, remark).pk == first.pk
    remark.item.pieces.update(words="แก้ไข")
    services.publish(who(here), remark.item)
    second = clarify(here, remark)
    assert (second.version, second.told.stood) == (2, 1)
    first.refresh_from_db()
    assert first.is_intact


def test_signed_sent_and_ended_in_this_order(here, remark, asks):
    made = clarify(here, remark)
    staff = asks()

    def does(deed: str, **sent):
        return staff.post(reverse("disclosure-answer-deed", args=[made.pk, deed]), sent).status_code

    assert (does("send", sent="03/06/2568"), does("outcome", outcome="ได้คะแนนคืน")) == (409, 409)
    assert does("sign", number="ตย ๗๑๐๐๑/๔๔", day="02/06/2568", scan=photograph()) == 302
    assert does("sign", number="1", day="02/06/2568", scan=photograph()) == 409
    assert (does("send", sent="01/06/2568"), does("send", sent="03/06/2568")) == (409, 302)
    assert does("outcome", outcome="ได้คะแนนคืน") == 302
    page = staff.get(made.get_absolute_url()).content.decode()
    assert "ได้คะแนนคืน" in page
    assert "ตย ๗๑๐๐๑/๔๔" in page
    paper = staff.get(reverse("disclosure-answer-paper", args=[made.pk, "pdf"]))
    assert paper.content.startswith(b"%PDF")


def test_an_answered_remark_stays_as_it_was_answered(here, remark, asks):
    clarify(here, remark)
    with pytest.raises(Conflict):
        answering.change_remark(who(here), remark, lost=False, words="", told=JUNE)


def test_the_page_after_sending_counts_days_and_what_is_open(here, remark, asks):
    cycle = year_of(here)
    page = asks(Role.UNIT_HEAD).get(reverse("disclosure-after", args=[cycle.pk])).content.decode()
    assert "ไม่พบข้อมูลในวันที่ 30 เมษายน 2568" in page
    assert "เสียคะแนนตามที่แจ้ง" in page
    (told,) = remarked_in(cycle)
    assert told.is_open
    with translation.override("th"):
        said = [line.words for line in AfterSending().lines(JUNE)]
    assert said[:2] == ["แจ้งว่าเสียคะแนน 1 ข้อ", "จัดทำคำชี้แจงแล้ว 0 ฉบับ"]
