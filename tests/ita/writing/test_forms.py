"""Forms of the office: lines with labels and dots, large letters in the title of a memo, the place of the emblem."""

import base64
import io
from datetime import date
from decimal import Decimal

import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from prongsai.ita.papers.blocks import Field, FormLine, Gap, Paper, PaperStyle
from prongsai.ita.writing import write_docx, write_html, write_pdf, write_xlsx
from prongsai.ita.writing.content import paper_data
from prongsai.ita.writing.forms import lacks_emblem, style_of_form, title_size

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LINE = FormLine((Field("ที่", ("ตย 71001/12",)), Field("วันที่", (Gap("วันที่ของหนังสือ"),))))


@pytest.fixture
def form_of(paper_of):
    """A function: a form in, a paper of that form with one line out."""
    return lambda form, **more: paper_of(LINE, form=form, title=("บันทึกข้อความ",), **more)


def test_a_line_says_its_labels_and_contents_in_pdf(form_of, day, text_of):
    text = text_of(write_pdf(form_of("memo"), day))
    for part in ("ที่", "๗๑๐๐๑/๑๒", "วันที่", "«โปรดระบุ:", "บันทึกข้อความ"):
        assert part in text


def test_in_word_dots_lead_to_the_end_of_each_field(form_of, day, opened):
    document = opened(write_docx(form_of("memo"), day))
    line = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("ที่"))
    stops = [stop for stop in line._p.iter(qn("w:tab")) if stop.get(qn("w:leader"))]
    assert [stop.get(qn("w:leader")) for stop in stops] == ["dot", "dot"]
    assert line.text.split("\t") == ["ที่ ตย ๗๑๐๐๑/๑๒", "วันที่ «โปรดระบุ: วันที่ของหนังสือ»", ""]
    assert [run.text for run in line.runs if run.font.bold] == ["ที่", "วันที่"]


def test_on_a_web_page_and_in_a_spreadsheet_the_line_stands_too(form_of, day):
    page = lxml_html.fromstring(write_html(form_of("memo"), day).decode("utf-8"))
    assert "วันที่ของหนังสือ" in page.text_content()
    assert write_xlsx(form_of("memo"), day).startswith(b"PK")


@pytest.mark.parametrize(
    ("form", "height", "align"), [("memo", "1.5", "start"), ("order", "3", "center"), ("report", "2", "end")]
)
def test_the_form_says_where_the_emblem_stands_and_how_high(form_of, form, height, align):
    style = PaperStyle(emblem_height=Decimal(2), emblem_align="end")
    made = style_of_form(form_of(form), style)
    assert (made.emblem_height, made.emblem_align) == (Decimal(height), align)


@pytest.mark.parametrize(("form", "kept"), [("memo", True), ("order", True), ("report", False)])
def test_a_form_keeps_a_marked_place_for_an_emblem_that_is_not_supplied(form_of, day, text_of, opened, form, kept):
    paper = form_of(form)
    assert lacks_emblem(paper, PaperStyle()) is kept
    assert ("ตราครุฑ" in text_of(write_pdf(paper, day))) is kept
    assert any("ตราครุฑ" in paragraph.text for paragraph in opened(write_docx(paper, day)).paragraphs) is kept


@pytest.mark.parametrize("form", ["memo", "order", "report"])
def test_a_supplied_emblem_takes_the_place(form_of, day, text_of, form):
    paper, style = form_of(form), PaperStyle(emblem=DOT)
    assert not lacks_emblem(paper, style)
    assert "ตราครุฑ" not in text_of(write_pdf(paper, day, style))
    assert write_docx(paper, day, style)


def test_only_a_memo_has_a_title_in_large_letters(form_of):
    sizes = {form: title_size(form_of(form), Decimal(16), Decimal(4)) for form in ("memo", "order", "report")}
    assert sizes == {"memo": Decimal("28.8"), "order": Decimal(20), "report": Decimal(20)}


def test_a_gap_of_a_line_is_marked_by_words_only_since_the_line_is_dotted(form_of, day):
    data = paper_data(form_of("memo"), PaperStyle(), day)
    fields = data["sections"][0]["blocks"][0]["fields"]
    assert list(fields[1]["text"][0]) == ["gap"]


def test_forms_stay_fit_for_keeping_and_for_listeners(form_of, day):
    with pikepdf.open(io.BytesIO(write_pdf(form_of("memo"), day))) as pdf:
        metadata = pdf.Root.Metadata.read_bytes()
    assert b"pdfaid" in metadata
    assert b"pdfuaid" in metadata


@given(label=st.text("กขคงาิ่ ", min_size=1, max_size=40), content=st.text("กขคงาิ่ A1 ", max_size=300))
@settings(max_examples=15, deadline=None)
def test_any_label_and_content_can_be_set(label, content):
    line = FormLine((Field(label, (content,)), Field(label, (content, Gap(content or "ก")))))
    paper = Paper(("ก",), "ข", (line,), "ค", 2568, form="memo")
    assert write_pdf(paper, date(2025, 3, 17))
    assert write_docx(paper, date(2025, 3, 17))
