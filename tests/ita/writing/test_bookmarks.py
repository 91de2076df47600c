"""What a reader shows beside the pages: every heading, whole, however long its words are."""

import io

import pikepdf
import pytest

from prongsai.ita.papers.blocks import Heading, PaperStyle, Paragraph
from prongsai.ita.writing import write_pdf


@pytest.fixture
def bookmarks_of(paper_of, day):
    """A function: headings in, the titles of the bookmarks of their PDF out."""

    def bookmarks(*headings):
        blocks = [block for text in headings for block in (Heading(text), Paragraph(("ข้อความ",)))]
        written = write_pdf(paper_of(*blocks), day, PaperStyle(digits="arabic"))
        with pikepdf.open(io.BytesIO(written)) as pdf, pdf.open_outline() as outline:
            return [item.title for item in outline.root]

    return bookmarks


@pytest.mark.parametrize(
    "heading",
    [
        "การจัดซื้อจัดจ้าง",
        "องค์การบริหารส่วนตำบล",
        "แผนการประเมินผล",
        "15 พฤศจิกายน 2567",
        "องค์การบริหารส่วนตำบล" * 4,
        "W" * 80,
    ],
)
def test_a_heading_of_long_words_is_a_bookmark_whole(bookmarks_of, heading):
    assert bookmarks_of(heading) == [heading]


def test_bookmarks_stand_in_the_order_of_the_headings(bookmarks_of):
    assert bookmarks_of("ผลการประเมิน", "มาตรการ", "ปัญหาและอุปสรรค") == ["ผลการประเมิน", "มาตรการ", "ปัญหาและอุปสรรค"]
