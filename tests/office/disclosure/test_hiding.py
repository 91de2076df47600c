"""Hiding what points to a person: in a PDF nothing of it is left in any byte, and the rest can still be read."""

from __future__ import annotations

import io
from datetime import date
from functools import cache

import pikepdf
import pypdfium2
import pytest

from prongsai.ita.papers.block_json import paper_to_json
from prongsai.ita.papers.blocks import Cell, Column, Heading, PageBreak, Paper, Paragraph, Row, Table
from prongsai.ita.privacy import NOTHING_ALLOWED, find_before_publishing
from prongsai.ita.thai import Refused
from prongsai.ita.writing import write_docx, write_pdf
from prongsai.office.disclosure.content import PublishedContent, ShownFile, ShownPiece, frozen
from prongsai.office.disclosure.privacy.file_texts import texts_in
from prongsai.office.disclosure.privacy.files_limited import redacted_limited, texts_limited
from prongsai.office.disclosure.privacy.hits import hidden, hits_in
from prongsai.office.disclosure.privacy.passages import Passage, read_passages
from prongsai.office.disclosure.privacy.pdf_redaction import redacted_pdf

CITIZEN, MOBILE, NAME = "0100000000018", "081-234-5678", "นางแก้ว ตัวอย่างเมตตา"
REST = "น้ำประปาหมู่ที่สองใช้ได้แล้ว"


def cell(text: str) -> Cell:
    return Cell((Paragraph((text,)),))


def paper() -> Paper:
    table = Table(
        (Column("ชื่อ-สกุล", 1), Column("จำนวนเงิน", 1)),
        (Row((cell(NAME), cell("600"))), Row((cell("นายต้น ตัวอย่างไกล"), cell("700")))),
        "ผู้รับเบี้ยยังชีพ",
    )
    told = f"ผู้ร้อง {NAME} เลขประจำตัวประชาชน {CITIZEN} โทรศัพท์ {MOBILE}"
    blocks = (Heading("เรื่องร้องเรียน"), Paragraph((told,)), Paragraph((REST,)), table, PageBreak(), Paragraph((REST,)))
    return Paper(("รายงาน",), "", blocks, "อบต.หนองกระจ่าง", 2568, draft=False)


@cache
def pdf() -> bytes:
    return write_pdf(paper(), date(2025, 3, 17))


def found_in(text: str) -> dict[str, str]:
    return {text[entry.start : entry.end]: entry.masked for entry in find_before_publishing(text)}


@cache
def hidden_pdf() -> tuple[dict[str, str], bytes]:
    hide = found_in(texts_limited(pdf(), "รายงาน.pdf", "pdf")[0].text)
    return hide, redacted_limited(pdf(), "รายงาน.pdf", hide)


def test_number_telephone_and_name_are_found_in_a_pdf_with_its_page():
    first, second = texts_limited(pdf(), "รายงาน.pdf", "pdf")
    assert (first.place, second.place) == ("หน้า 1", "หน้า 2")
    found = found_in(first.text)
    assert len(found) >= 3
    assert "ตัวอย่างเมตตา" in "".join(found)
    assert found_in(second.text) == {}


def test_what_is_hidden_is_in_no_text_and_no_stream_and_the_rest_is_still_read():
    hide, data = hidden_pdf()
    first, second = texts_in(data, "pdf")
    letters = "".join(first.text.split())
    assert hide
    for told in hide:
        assert "".join(told.split()) not in letters
    assert REST in first.text
    assert "xx" in first.text
    assert REST in second.text
    with pikepdf.open(io.BytesIO(data)) as opened:
        streams = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image"]
        told = b"".join(one.read_bytes() for one in streams).lower()
        assert not {"/StructTreeRoot", "/Outlines", "/Names"} & set(opened.Root.keys())
    for text in hide:
        for part in text.split():
            assert part.encode("utf-16-be").hex().encode() not in told


def test_the_place_is_black_on_the_picture_of_the_page_and_other_pages_stay_as_they_are():
    def picture(data: bytes, page: int):
        return pypdfium2.PdfDocument(data)[page].render(scale=1).to_pil().convert("L")

    before, after = picture(pdf(), 0), picture(hidden_pdf()[1], 0)
    assert sum(after.histogram()[:40]) > 2 * sum(before.histogram()[:40])
    assert list(picture(pdf(), 1).tobytes()) == list(picture(hidden_pdf()[1], 1).tobytes())


def test_hiding_twice_gives_the_same_bytes():
    hide, data = hidden_pdf()
    assert redacted_pdf(pdf(), hide) == data


def test_a_note_on_a_page_that_tells_it_goes_with_the_page():
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9])
        note.Contents = f"โทร {MOBILE}"
        opened.pages[1].obj.Annots = pikepdf.Array([opened.make_indirect(note)])
        kept = io.BytesIO()
        opened.save(kept)
    assert any(MOBILE in text.text for text in texts_in(kept.getvalue(), "pdf"))
    data = redacted_pdf(kept.getvalue(), {MOBILE: "xxx-xxx-xx78"})
    assert not any(MOBILE in text.text for text in texts_in(data, "pdf"))


def test_a_scan_is_told_as_unread_and_never_taken_for_clean():
    scan = pypdfium2.PdfDocument.new()
    scan.new_page(300, 300)
    data = io.BytesIO()
    scan.save(data)
    assert [text.unread for text in texts_in(data.getvalue(), "pdf")] == [True]
    assert [text.unread for text in texts_in(b"", "jpeg")] == [True]


def test_a_file_that_cannot_be_looked_into_is_refused():
    with pytest.raises(Refused):
        texts_limited(b"%PDF-1.7 nothing", "ก.pdf", "pdf")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("docx", write_docx(paper(), date(2025, 3, 17))),
        ("csv", f"ชื่อ,โทร\nก,{MOBILE}\n".encode()),
        ("txt", f"โทร {MOBILE}".encode()),
        ("html", f"<p>โทร</p><img alt='{MOBILE}'>".encode()),
    ],
    ids=["docx", "csv", "txt", "html"],
)
def test_every_kind_of_file_is_looked_into(kind, data):
    told = [text.text + str(text.rows) for text in texts_in(data, kind)]
    assert any(MOBILE in text.replace("๐๘๑-๒๓๔-๕๖๗๘", MOBILE) for text in told)


def content() -> dict:
    pieces = (
        ShownPiece(kind="words", heading="ผลการดำเนินงาน", words=(f"ผู้ร้อง {NAME}", f"โทรศัพท์ {MOBILE}", REST)),
        ShownPiece(kind="table", heading="ผู้รับเบี้ย", rows=(("ชื่อ", "โทร"), ("นายต้น ตัวอย่างไกล", MOBILE))),
        ShownPiece(kind="records", heading="บันทึก", paper=paper_to_json(paper())),
        ShownPiece(
            kind="file",
            files=(
                ShownFile(address="a.pdf", name=f"คำร้อง {MOBILE}.pdf", sha256="0" * 64, size=1, kind="pdf", version=1),
            ),
        ),
    )
    return frozen(PublishedContent(year=2568, code="O26", title="รายงาน", explanation=f"โทร {MOBILE}", pieces=pieces))


def test_findings_name_their_place_in_words_tables_papers_and_names_of_files():
    places = {hit.place for hit in hits_in(content(), NOTHING_ALLOWED)}
    assert {"คำอธิบายประกอบ", "ผลการดำเนินงาน", "ผู้รับเบี้ย แถวที่ 2 ช่องที่ 2"} <= places
    assert any(place.startswith("บันทึก แถวที่") for place in places)
    assert any(place.endswith("ชื่อแฟ้ม") for place in places)


def test_what_is_hidden_in_a_content_is_found_no_more_and_all_else_stays():
    before = content()
    hits = hits_in(before, NOTHING_ALLOWED)
    after = hidden(before, hits)
    assert before == content()
    assert hits_in(after, NOTHING_ALLOWED) == []
    assert MOBILE not in str(after)
    assert after["pieces"][0]["words"][2] == REST
    assert PublishedContent.model_validate(after).pieces[2].blocks is not None
    assert [piece["heading"] for piece in after["pieces"]] == [piece["heading"] for piece in before["pieces"]]


def test_a_name_that_is_hidden_is_hidden_also_where_it_would_raise_no_question():
    pieces = (
        ShownPiece(kind="words", words=(f"ผู้ร้อง {NAME} โทรศัพท์ {MOBILE}",)),
        ShownPiece(kind="words", words=(f"{NAME} เข้าร่วมการประชุม",)),
    )
    told = frozen(PublishedContent(year=2568, code="O26", title="", pieces=pieces))
    assert "เมตตา" not in str(hidden(told, hits_in(told, NOTHING_ALLOWED)))


def test_every_text_of_a_content_is_looked_at_and_leads_to_its_place():
    told = content()

    def at(path):
        found = told
        for step in path:
            found = found[step]
        return found

    passages = [
        passage
        for each in read_passages(told)
        for passage in ([each] if isinstance(each, Passage) else [cell for row in each.rows for cell in row])
    ]
    parts = [part for passage in passages for part in passage.parts]
    assert all(at(part.path) == part.text for part in parts)
    assert len({part.path for part in parts}) == len(parts)
    said = " ".join(part.text for part in parts)
    for text in (told["explanation"], "ผลการดำเนินงาน", REST, "นายต้น ตัวอย่างไกล", "600", "ชื่อ-สกุล", f"คำร้อง {MOBILE}.pdf"):
        assert text in said
