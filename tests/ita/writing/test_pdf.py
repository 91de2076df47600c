import io
from decimal import Decimal

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.papers.blocks import (
    Cell,
    Column,
    Gap,
    Heading,
    Items,
    Notice,
    PageBreak,
    PaperStyle,
    Paragraph,
    Row,
    SignatureBlock,
    Table,
)
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing import write_pdf
from prongsai.ita.writing.numerals import SHOWN, as_printed

ARABIC = PaperStyle(digits="arabic")
REAL_WORDS = (
    "ซึ่งคำสั่งนี้แจ้งให้ผู้ใหญ่บ้านทราบเรื่องน้ำประปาแล้ว ทั้งปู่และย่าช่วยกันปั้นโอ่ง "
    "ที่นี่ป้องกันน้ำท่วม ฝั่งโน้นมีปิ่นโต ฟื้นฟู พี่เลี้ยง กุ้ง ฎีกา ญัตติ ฐานข้อมูล ก๋วยเตี๋ยว ตื๊อ สงฆ์ พราหมณ์"
)


def flat(text):
    return "".join(text.split())


def test_the_file_declares_archive_and_access_standards_and_thai(paper_of, day):
    pdf = pikepdf.open(io.BytesIO(write_pdf(paper_of(Paragraph(("ข้อความ",))), day)))
    with pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "เอกสารทดสอบ"
    assert str(pdf.Root.Lang) == "th-TH"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert pdf.docinfo["/Author"] == "องค์การบริหารส่วนตำบลหนองกระจ่าง"
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20250317")


def test_the_same_content_and_date_give_the_same_bytes(paper_of, day):
    paper = paper_of(Heading("ส่วนที่ 1"), Paragraph(("ข้อความ",)))
    assert write_pdf(paper, day) == write_pdf(paper, day)


def test_a_paragraph_comes_out_of_the_file_letter_for_letter(paper_of, day, text_of):
    assert flat(REAL_WORDS) in flat(text_of(write_pdf(paper_of(Paragraph((REAL_WORDS,))), day)))


def test_words_keep_the_blanks_between_them_on_a_line(paper_of, day, text_of):
    assert "ร้อยละ ๘๕ ของ ประชาชน" in text_of(write_pdf(paper_of(Paragraph(("ร้อยละ 85 ของ ประชาชน",))), day))


@pytest.mark.parametrize(("style", "shown"), [(PaperStyle(), "ข้อ i๑๔ ปี ๒๕๖๗"), (ARABIC, "ข้อ i14 ปี 2567")])
def test_numerals_follow_the_style(paper_of, day, text_of, style, shown):
    assert shown in text_of(write_pdf(paper_of(Paragraph(("ข้อ I14 ปี 2567",))), day, style))


def test_text_is_never_taken_for_markup(paper_of, day, text_of):
    sly = '#panic("x") $1+1$ *b* _i_ `c` @ref <tag> \\ // [x] = y'
    assert flat(sly) in flat(text_of(write_pdf(paper_of(Heading(sly), Paragraph((sly,))), day, ARABIC)))


def test_page_numbers_begin_on_the_second_page_and_the_footer_stands_on_each(paper_of, day, text_of):
    pdf = write_pdf(paper_of(Paragraph(("หนึ่ง",)), PageBreak(), Paragraph(("สอง",))), day)
    first, second = text_of(pdf, 0), text_of(pdf, 1)
    assert "- ๑ -" not in first
    assert "- ๒ -" in second
    assert "ข้อมูลสมมุติเพื่อการสาธิต" in first
    assert "ข้อมูลสมมุติเพื่อการสาธิต" in second


def test_a_draft_says_so_once_in_the_text_of_each_page_and_a_final_paper_never(paper_of, day, text_of):
    blocks = (Paragraph(("หนึ่ง",)), PageBreak(), Paragraph(("สอง",)))
    drafted = write_pdf(paper_of(*blocks), day)
    assert [text_of(drafted, page).count("ร่าง") for page in (0, 1)] == [1, 1]
    assert "ร่าง" not in text_of(write_pdf(paper_of(*blocks, draft=False), day))


def test_pages_lie_from_a_landscape_break_to_the_next_break(paper_of, day):
    blocks = (Paragraph(("ก",)), PageBreak(landscape=True), Paragraph(("ข",)), PageBreak(), Paragraph(("ค",)))
    document = pypdfium2.PdfDocument(write_pdf(paper_of(*blocks), day))
    assert [page.get_width() > page.get_height() for page in document] == [False, True, False]


def test_a_gap_asks_and_is_never_filled(paper_of, day, text_of):
    text = text_of(write_pdf(paper_of(Paragraph(("คำสั่งที่ ", Gap("เลขที่คำสั่ง"), " ลงวันที่"))), day))
    assert "«โปรดระบุ: เลขที่คำสั่ง»" in text


def test_lists_are_numbered_in_the_numerals_of_the_paper(paper_of, day, text_of):
    text = text_of(write_pdf(paper_of(Items((("ก่อน",), ("หลัง",)))), day))
    assert "๑." in text
    assert "๒." in text
    assert "-" in text_of(write_pdf(paper_of(Items((("ก่อน",),), numbered=False), draft=False, footer=""), day))


def test_the_header_of_a_table_stands_on_every_page(paper_of, day, table_of, text_of):
    pdf = write_pdf(paper_of(table_of(*[(f"แถว {n}", "ค่า") for n in range(120)])), day)
    pages = len(pypdfium2.PdfDocument(pdf))
    assert pages > 2
    assert all("หัวก" in text_of(pdf, page) for page in range(pages))


def test_a_band_never_stands_alone_at_the_end_of_a_page(paper_of, day, table_of, text_of):
    for before in range(20, 32):
        rows = [("ก", "ข")] * before + ["ประเด็นสำคัญ", ("แถวใต้แถบ", "ข")] + [("ก", "ข")] * 5
        pdf = write_pdf(paper_of(table_of(*rows)), day)
        pages = [text_of(pdf, page) for page in range(len(pypdfium2.PdfDocument(pdf)))]
        assert ["ประเด็นสำคัญ" in page for page in pages] == ["แถวใต้แถบ" in page for page in pages]


def test_a_row_of_sixty_steps_runs_over_pages_and_loses_no_step(paper_of, day, text_of):
    steps = Items(tuple((f"ขั้นย่อย {n} ให้บันทึกผลลงในแบบฟอร์ม",) for n in range(1, 61)))
    row = Row((Cell((Paragraph(("ก่อน",)),)), Cell((steps,))))
    table = Table((Column("ก", 1), Column("ข", 2)), (row,), "ตาราง")
    text = flat(text_of(write_pdf(paper_of(PageBreak(landscape=True), table), day, ARABIC)))
    assert [n for n in range(1, 61) if f"ขั้นย่อย{n}ให้" not in text] == []


def widest_letter(pdf):
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    return max(page.get_charbox(n)[2] for n in range(page.count_chars()))


@pytest.mark.parametrize(
    "word",
    [
        "https://nongkrachang.example/a/very/long/address/of/a/page-" + "x" * 90,
        "ก" * 200,
        "W" * 150,
        "องค์การบริหารส่วนตำบล" * 8,
    ],
)
def test_a_word_wider_than_its_column_is_parted_and_never_runs_over(paper_of, day, table_of, word):
    right_edge = (21 - 2) / 2.54 * 72
    assert widest_letter(write_pdf(paper_of(Paragraph((word,)), title=()), day)) <= right_edge
    assert widest_letter(write_pdf(paper_of(table_of(("ก", word), shares=[5, 1]), title=()), day)) <= right_edge


def test_figures_stand_at_the_end_of_their_cells(paper_of, day):
    cell = Cell((Paragraph(("9.99",)),), numeric=True)
    pdf = write_pdf(paper_of(Table((Column("", 1),), (Row((cell,)),), "ตาราง"), title=(), draft=False, footer=""), day)
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    last = page.get_text_range().index("๙.๙๙") + 3
    assert page.get_charbox(last)[2] == pytest.approx((21 - 2 - 0.15) / 2.54 * 72, abs=2)


def test_short_cells_are_not_read_as_vertical_writing(paper_of, day, table_of, text_of):
    pdf = write_pdf(paper_of(table_of(*[("ค่า", "ปู่")] * 60)), day)
    assert [page for page in (0, 1) if "ค่า ปู่" not in text_of(pdf, page)] == []


def test_every_character_that_is_called_printable_can_be_set(paper_of, day):
    ranges = SHOWN.replace("\n ", "").strip()
    letters = []
    n = 0
    while n < len(ranges):
        last = ranges[n + 2] if ranges[n + 1 : n + 2] == "-" else ranges[n]
        letters += [chr(code) for code in range(ord(ranges[n]), ord(last) + 1)]
        n += 3 if last != ranges[n] else 1
    assert write_pdf(paper_of(Paragraph((" ".join(letters),))), day, ARABIC)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=3))
def test_no_text_whatever_breaks_the_file(paper_of, day, table_of, texts):
    blocks = [Paragraph(tuple(texts)), Heading(texts[0]), Notice(texts[0]), table_of(*[(text, text) for text in texts])]
    assert write_pdf(paper_of(*blocks, agency=texts[0], subject=texts[-1]), day).startswith(b"%PDF")


def test_an_empty_paper_is_still_a_page_with_a_title(paper_of, day):
    pdf = write_pdf(paper_of(title=(), subject="", agency="", footer=""), day)
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.docinfo["/Title"] == "เอกสาร"


def test_headings_never_skip_a_level(paper_of, day):
    assert write_pdf(paper_of(Heading("ลึก", 3), Paragraph(("ก",)), Heading("ลึกอีก", 3)), day)


def test_a_very_long_name_of_an_agency_is_shown_whole(paper_of, day, text_of):
    agency = "องค์การบริหารส่วนตำบล" + "ทุ่งรวงทองเจริญสุขสามัคคี" * 4
    assert flat(agency) in flat(text_of(write_pdf(paper_of(title=(agency,)), day)))


def test_signatures_have_room_and_stay_together_with_the_closing_words(paper_of, day, text_of):
    signers = [SignatureBlock(role, "ตำแหน่งหนึ่ง", Gap("ชื่อ-สกุล")) for role in ("ผู้จัดทำ", "ผู้เห็นชอบ", "ผู้อนุมัติ")]
    for lines in range(30, 42):
        blocks = [Paragraph((f"บรรทัด {n}",)) for n in range(lines)]
        pdf = write_pdf(paper_of(*blocks, Paragraph(("จึงขอเสนอ",)), *signers), day)
        last = text_of(pdf, len(pypdfium2.PdfDocument(pdf)) - 1)
        assert all(word in last for word in ("จึงขอเสนอ", "ผู้จัดทำ", "ผู้เห็นชอบ", "ผู้อนุมัติ"))
        assert last.count("ลงชื่อ") == 3


def test_a_short_list_goes_whole_with_the_closing_words_to_the_page_of_the_signatures(paper_of, day, text_of):
    signers = [SignatureBlock(role, "ตำแหน่งหนึ่ง", Gap("ชื่อ-สกุล")) for role in ("ผู้จัดทำ", "ผู้เห็นชอบ", "ผู้อนุมัติ")]
    limits = Items((("ข้อจำกัดแรก",), ("ข้อจำกัดสอง",)))
    for lines in range(28, 40):
        blocks = [Paragraph((f"บรรทัด {n}",)) for n in range(lines)]
        pdf = write_pdf(paper_of(*blocks, limits, Paragraph(("จึงขอเสนอ",)), *signers), day)
        last = text_of(pdf, len(pypdfium2.PdfDocument(pdf)) - 1)
        assert all(word in last for word in ("ข้อจำกัดแรก", "ข้อจำกัดสอง", "จึงขอเสนอ", "ผู้อนุมัติ"))


def test_margins_follow_the_style(paper_of, day):
    style = PaperStyle(margin_left=Decimal(8), margin_right=Decimal(2))
    page = pypdfium2.PdfDocument(write_pdf(paper_of(Paragraph(("ก",), indent=False), title=(), footer=""), day, style))[
        0
    ]
    text = page.get_textpage()
    place = text.get_text_range().index("ก")
    assert text.get_charbox(place)[0] == pytest.approx(8 / 2.54 * 72, abs=2)


def test_a_paper_without_fonts_is_refused_in_thai(paper_of, day, monkeypatch):
    def missing():
        raise Refused("FONT", "ยังไม่ได้ติดตั้งแบบอักษร")

    monkeypatch.setattr("prongsai.ita.writing.pdf.fonts_folder", missing)
    with pytest.raises(Refused, match="FONT"):
        write_pdf(paper_of(), day)


def test_what_is_printed_is_what_the_text_layer_says(paper_of, day, text_of, table_of):
    texts = ["เพิ่มขึ้น 5.25 คะแนน", "ผู้รับบริการบางรายเห็นว่ายังไม่ทั่วถึง", "กองการศึกษา ศาสนาและวัฒนธรรม"]
    text = flat(text_of(write_pdf(paper_of(table_of(*[(entry,) for entry in texts])), day)))
    assert [entry for entry in texts if flat(as_printed(entry, "thai")) not in text] == []
