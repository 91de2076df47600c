"""The list for the contractor and the clarification say what is recorded; what is lacking is a gap, never made up."""

from __future__ import annotations

from datetime import date

from prongsai.ita.papers.blocks import Gap, Paper, Table
from prongsai.ita.writing.compose import (
    ChangeAsked,
    ChangesAsked,
    ClarifiedItem,
    PaperHead,
    StoodVersion,
    change_list_paper,
    change_list_text,
    clarification_paper,
)

HEAD = PaperHead(agency="อบต.หนองกระจ่าง", year=2568)
FIRST = StoodVersion(1, date(2025, 4, 28), files=(("รายงาน.pdf", "5d" * 32),), act=6)
ITEM = ClarifiedItem(code="O26", title="รายงาน", remark="ไม่พบ", told=date(2025, 6, 2), address="", versions=(FIRST,))


def said(paper: Paper) -> str:
    return repr(paper.blocks)


def clarified(**told: object) -> Paper:
    return clarification_paper(
        HEAD, ClarifiedItem(**({field: getattr(ITEM, field) for field in ITEM.__slots__} | told))
    )


def test_nothing_is_claimed_for_a_day_of_which_nobody_asked():
    assert "ในวันที่" not in said(clarified())
    assert "ตั้งแต่วันที่ 28 เมษายน 2568" in said(clarified(about=date(2025, 4, 30), stood=1))
    assert "ไม่มีข้อมูลข้อนี้ในบันทึกการเผยแพร่" in said(clarified(about=date(2025, 4, 1)))


def test_what_nobody_said_is_a_gap():
    gaps = {"คำชี้แจงของหน่วยงาน", "ที่อยู่เว็บของข้อนี้", "เลขที่หนังสือ", "วันที่ของหนังสือ"}
    assert all(repr(Gap(gap)) in said(clarified()) for gap in gaps)
    assert repr(Gap("คำชี้แจงของหน่วยงาน")) not in said(clarified(explanation="เผยแพร่แล้ว"))


def test_days_of_the_contractors_path_and_the_number_in_the_log_are_told_as_people_count():
    told = said(clarified(sent=date(2025, 4, 20), seen=date(2025, 4, 22), looks=("เปิดได้",), head=(9, "ab" * 32, "วันนี้")))
    for words in ("20 เมษายน 2568", "22 เมษายน 2568", "เปิดได้", "มี 9 รายการ", "'7'"):
        assert words in told


def test_an_item_that_was_never_published_says_so():
    assert "ไม่มีการเผยแพร่ข้อนี้" in said(clarified(versions=()))


def test_paper_and_text_ask_for_the_same():
    lines = (
        ChangeAsked("O1", "โครงสร้าง", "นำขึ้นเว็บไซต์", "เมนู ITA", "", ("ผัง.pdf",)),
        ChangeAsked("O26", "", "นำออกจากเว็บไซต์", "", "https://nong.example/o26"),
    )
    asked = ChangesAsked("https://nong.example/", "", lines)
    paper, text = said(change_list_paper(HEAD, asked)), change_list_text(HEAD, asked)
    for words in ("O1", "โครงสร้าง", "นำขึ้นเว็บไซต์", "เมนู ITA", "ผัง.pdf", "O26", "https://nong.example/o26"):
        assert words in paper
        assert words in text
    (table,) = [block for block in change_list_paper(HEAD, asked).blocks if isinstance(block, Table)]
    assert len(table.rows) == 2
