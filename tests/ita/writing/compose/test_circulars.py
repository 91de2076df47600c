"""The memo of a circular and sheets to be signed: what was written, nothing more; room for every hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.papers.blocks import Table
from prongsai.ita.writing.compose import CircularText, PaperHead, SignatureSheet, Signee, circular_memo, signature_sheet

PEOPLE = (
    Signee("นางสาวสุดา ตัวอย่างพร", "เจ้าพนักงานธุรการ", "สำนักปลัด", "รับทราบในระบบ", "17 มี.ค. 68"),
    Signee("นายสมบูรณ์ ตัวอย่างเจริญ", "", "กองช่าง"),
    Signee("นายณัฐพล ตัวอย่างมั่น", "นายช่างโยธา", "กองช่าง"),
)


def sheet(**told):
    return SignatureSheet(**{"title": ("แบบลงชื่อรับทราบ",), "about": [("อ่านแล้ว",)], "signees": PEOPLE} | told)


def rows_of(paper):
    (table,) = [block for block in paper.blocks if isinstance(block, Table)]
    return table.rows


def cell_text(cell) -> str:
    return "".join(str(part) for paragraph in cell.content for part in paragraph.content)


def test_a_circular_says_each_paragraph_then_the_day_and_asks_to_be_heeded(head, texts_of):
    told = CircularText(to="บุคลากรทุกคน", subject="การยืม", paragraphs=("หนึ่ง", "สอง"), due=date(2025, 3, 21))
    texts = texts_of(circular_memo(head(unit="กองคลัง"), told))
    after = [texts.index(text) for text in ("บุคลากรทุกคน", "หนึ่ง", "สอง", "จึงเรียนมาเพื่อโปรดทราบและถือปฏิบัติ")]
    assert after == sorted(after)
    assert any("ภายในวันที่ 21 มีนาคม 2568" in text for text in texts)


def test_without_a_day_no_day_is_asked_for(head, texts_of):
    paper = circular_memo(head(), CircularText(to="ทุกคน", subject="ก", paragraphs=("ข",)))
    assert not any("ภายใน" in text for text in texts_of(paper))


@pytest.mark.parametrize("paragraphs", [(), ("",)], ids=["none", "empty"])
def test_a_circular_without_a_word_asks_for_it(head, gaps_of, paragraphs):
    paper = circular_memo(head(), CircularText(to=None, subject="ก", paragraphs=paragraphs))
    assert "ข้อความที่แจ้งเวียน" in gaps_of(paper)


def test_people_stand_under_their_unit_and_are_numbered_through(head):
    rows = rows_of(signature_sheet(head(), sheet()))
    assert [row.band for row in rows if row.band] == ["สำนักปลัด", "กองช่าง"]
    assert [cell_text(row.cells[0]) for row in rows if row.cells] == ["1", "2", "3"]


def test_who_has_acknowledged_needs_no_signature_and_all_others_have_room(head):
    first, *others = [row for row in rows_of(signature_sheet(head(), sheet())) if row.cells]
    assert [cell_text(cell) for cell in first.cells[3:]] == ["รับทราบในระบบ", "17 มี.ค. 68"]
    assert all(cell_text(row.cells[3]).startswith("\n...") for row in others)
    assert cell_text(others[0].cells[2]) == "–"


@given(named=st.integers(0, 30), blanks=st.integers(0, 12))
def test_lines_for_others_go_on_counting(named, blanks):
    told = sheet(signees=[Signee(f"คนที่ {n}", "", "กองคลัง") for n in range(named)], blanks=blanks)
    rows = [row for row in rows_of(signature_sheet(PaperHead(agency="อบต.", year=2568), told)) if row.cells]
    assert [cell_text(row.cells[0]) for row in rows] == [str(n) for n in range(1, named + blanks + 1)]


def test_what_stands_below_the_table_comes_after_it(head, texts_of):
    texts = texts_of(signature_sheet(head(), sheet(below=[("ผู้รับ 3 คน",)], last="หมายเหตุ")))
    assert texts.index("หมายเหตุ") < texts.index("ผู้รับ 3 คน") < texts.index("ผู้รวบรวม")
