"""Where things stand on the first page of a form: the emblem, the labels, the lines beside them, signatures."""

import pdfplumber
import pypdfium2
import pypdfium2.raw
import pytest
from docx.oxml.ns import qn

from ita.writing.test_forms import DOT, LINE
from prongsai.ita.papers.blocks import Field, FormLine, Gap, PageBreak, PaperStyle, Paragraph, SignatureBlock
from prongsai.ita.writing import write_docx, write_pdf

CM = 72 / 2.54
LONG = "ขออนุมัติมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568"


@pytest.fixture
def form_of(paper_of):
    """A function: a form and its blocks in, a paper out."""
    return lambda form, *blocks: paper_of(*(blocks or (LINE,)), form=form, title=("บันทึกข้อความ",), draft=False)


@pytest.fixture
def letters_of():
    """A function: a PDF and a word in, the letters of its first page from that word on: top from the edge, size."""

    def find(pdf, word):
        page = pypdfium2.PdfDocument(pdf)[0]
        text = page.get_textpage()
        start = text.get_text_range().index(word)
        base = [page.get_height() - text.get_charbox(start + n)[1] for n in range(len(word))]
        return base[0], pypdfium2.raw.FPDFText_GetFontSize(text, start)

    return find


@pytest.mark.parametrize(("form", "height"), [("memo", 1.5), ("order", 3)])
def test_the_emblem_of_a_form_stands_a_centimetre_and_a_half_from_the_edge(form_of, day, form, height, tmp_path):
    path = tmp_path / "form.pdf"
    path.write_bytes(write_pdf(form_of(form), day))
    with pdfplumber.open(path) as pdf:
        sides = [edge for edge in pdf.pages[0].edges if edge["orientation"] == "v"]
    assert min(edge["top"] for edge in sides) == pytest.approx(1.5 * CM, abs=2)
    assert max(edge["bottom"] for edge in sides) == pytest.approx((1.5 + height) * CM, abs=2)


@pytest.mark.parametrize("style", [PaperStyle(), PaperStyle(emblem=DOT)])
@pytest.mark.parametrize(("form", "across"), [("memo", "left"), ("order", "center")])
def test_in_word_it_stands_there_too_whether_supplied_or_not(form_of, day, opened, form, across, style):
    first = opened(write_docx(form_of(form), day, style)).paragraphs[0]
    frame = first._p.pPr.find(qn("w:framePr"))
    assert frame.get(qn("w:y")) == "850"
    assert (frame.get(qn("w:vAnchor")), frame.get(qn("w:xAlign"))) == ("page", across)


def test_a_report_has_no_frame_for_its_emblem(form_of, day, opened):
    written = opened(write_docx(form_of("report"), day, PaperStyle(emblem=DOT)))
    assert list(written.element.body.iter(qn("w:framePr"))) == []


def test_labels_are_larger_than_what_they_say_in_both_formats(form_of, day, opened, letters_of):
    pdf = write_pdf(form_of("memo"), day)
    label, said = letters_of(pdf, "วันที่")[1], letters_of(pdf, "ตย")[1]
    assert label / said == pytest.approx(1.25, abs=0.01)
    line = next(p for p in opened(write_docx(form_of("memo"), day)).paragraphs if p.text.startswith("ที่"))
    assert line.runs[0].font.size.pt == 20


def test_a_label_stands_on_the_first_line_of_a_long_subject(form_of, day, letters_of):
    pdf = write_pdf(form_of("memo", FormLine((Field("เรื่อง", (LONG,)),))), day)
    label, first, last = (letters_of(pdf, word)[0] for word in ("รื่อง", "ขออ", "ประจำปี"))
    assert label == pytest.approx(first, abs=2)
    assert last > first + 10


def test_what_a_signer_has_to_write_stays_on_one_line_with_its_blank(form_of, day, lines_of):
    signer = SignatureBlock("ผู้ให้ความเห็น", Gap("ตำแหน่งผู้ให้ความเห็น"), Gap("ชื่อ-สกุล"))
    lines = lines_of(write_pdf(form_of("memo", Paragraph(("จึงเรียนมา",)), signer), day))
    assert "«โปรดระบุ:ตำแหน่งผู้ให้ความเห็น»" in lines


@pytest.mark.parametrize(("landscape", "rows"), [(False, 2), (True, 1)])
def test_three_signatures_stand_in_one_row_of_a_lying_page(form_of, day, lines_of, landscape, rows):
    signers = [SignatureBlock(role, "ตำแหน่ง", "ชื่อ") for role in ("ผู้จัดทำ", "ผู้เห็นชอบ", "ผู้อนุมัติ")]
    blocks = (PageBreak(landscape=landscape), Paragraph(("จึงขอเสนอ",)), *signers)
    lines = lines_of(write_pdf(form_of("report", *blocks), day))
    assert len([line for line in lines if "ลงชื่อ" in line]) == rows
    assert "ผู้อนุมัติ" in [line for line in lines if "ลงชื่อ" in line][-1]
