import io
from decimal import Decimal

import docx
import pypdfium2
import pytest

from prongsai.ita.papers.blocks import PaperStyle, Paragraph
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing import write_docx, write_html, write_pdf, write_xlsx
from prongsai.ita.writing.emblem import MOST_BYTES, emblem_of
from prongsai.ita.writing.running_foot import footer_of

WRITERS = (write_pdf, write_docx, write_xlsx, write_html)


def test_an_emblem_tells_its_kind_and_its_proportion(picture):
    emblem = emblem_of(PaperStyle(emblem=picture))
    assert (emblem.kind, emblem.proportion) == ("image/png", 2)
    assert emblem_of(PaperStyle()) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"text", b"GIF89a" + bytes(40), b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + bytes(30), b"\xff\xd8"],
    ids=["empty", "text", "gif", "cut png", "broken jpeg", "cut jpeg"],
)
@pytest.mark.parametrize("write", WRITERS)
def test_what_is_no_png_or_jpeg_is_refused_by_every_writer(paper_of, day, write, content):
    with pytest.raises(Refused, match="PICTURE"):
        write(paper_of(), day, PaperStyle(emblem=content))


def test_a_picture_that_is_too_large_is_refused_before_it_is_opened(picture):
    with pytest.raises(Refused, match="2 MB"):
        emblem_of(PaperStyle(emblem=picture + bytes(MOST_BYTES)))
    wide = picture[:16] + (30_000).to_bytes(4, "big") * 2 + picture[24:]
    with pytest.raises(Refused, match="จุดภาพ"):
        emblem_of(PaperStyle(emblem=wide))


def test_a_picture_that_is_broken_behind_its_head_is_refused_by_the_pdf(paper_of, day, picture):
    with pytest.raises(Refused, match="PICTURE"):
        write_pdf(paper_of(), day, PaperStyle(emblem=picture[:45]))


@pytest.mark.parametrize(("align", "left"), [("start", 3.0), ("center", 3 + (16 - 4) / 2)])
def test_in_the_pdf_it_stands_above_the_title_in_the_wished_height_and_place(paper_of, day, picture, align, left):
    style = PaperStyle(emblem=picture, emblem_height=Decimal(2), emblem_align=align)
    page = pypdfium2.PdfDocument(write_pdf(paper_of(draft=False), day, style))[0]
    [image] = [found for found in page.get_objects() if type(found).__name__ == "PdfImage"]
    x, bottom, right, top = (edge / 72 * 2.54 for edge in image.get_bounds())
    assert (right - x, top - bottom) == pytest.approx((4, 2), abs=0.05)
    assert x == pytest.approx(left, abs=0.05)


def test_in_word_it_is_described_and_as_high_as_wished(paper_of, day, picture):
    style = PaperStyle(emblem=picture, emblem_height=Decimal("1.5"))
    document = docx.Document(io.BytesIO(write_docx(paper_of(), day, style)))
    [shape] = document.inline_shapes
    assert shape.height.cm == pytest.approx(1.5, abs=0.01)
    assert shape._inline.docPr.get("descr") == "ตราของหน่วยงาน"
    assert document.paragraphs[0].alignment == 1


@pytest.mark.parametrize("write", WRITERS)
def test_without_one_nothing_is_drawn(paper_of, day, write, picture):
    assert len(write(paper_of(), day)) < len(write(paper_of(), day, PaperStyle(emblem=picture)))


def test_the_foot_of_the_agency_follows_that_of_the_paper_and_is_not_said_twice(paper_of):
    paper = paper_of(Paragraph(("ก",)), footer="ข้อมูลสมมุติ")
    assert footer_of(paper, PaperStyle(footer="อบต.")) == "ข้อมูลสมมุติ · อบต."
    assert footer_of(paper, PaperStyle(footer="ข้อมูลสมมุติ")) == "ข้อมูลสมมุติ"
    assert footer_of(paper_of(footer=" "), PaperStyle()) == ""


def test_the_foot_of_the_agency_stands_on_the_pages_of_pdf_and_word(paper_of, day, text_of):
    style = PaperStyle(footer="หนังสือของหน่วยงาน")
    assert "หนังสือของหน่วยงาน" in text_of(write_pdf(paper_of(), day, style))
    section = docx.Document(io.BytesIO(write_docx(paper_of(), day, style))).sections[0]
    assert "หนังสือของหน่วยงาน" in section.first_page_footer.paragraphs[0].text
