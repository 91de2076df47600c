"""Short pieces in columns narrower than themselves: they may fall onto two lines, but never onto other letters."""

from datetime import date
from itertools import combinations

import pypdfium2
import pytest

from prongsai.ita.papers.blocks import Cell, Column, Paper, Paragraph, Row, Table
from prongsai.ita.writing import write_pdf

WORDS = "ที่ประชุม ไม่ ประเมินผล รายงาน"
LETTERS = "ปรชมนลงย"  # without marks, which stand above others rightly


def table_paper(columns):
    cell = Cell((Paragraph((WORDS,)),))
    return Paper(
        title=("ทดสอบช่องแคบ",),
        subject="ทดสอบช่องแคบ",
        blocks=(Table(tuple(Column("ข้อ", 1) for _ in range(columns)), (Row((cell,) * columns),), summary="ช่องแคบ"),),
        agency="หน่วยงานตัวอย่าง",
        year=2568,
    )


def boxes_of(letters, pdf):
    """Where these letters stand on the first page: left, bottom, right, top."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    return [page.get_charbox(n) for n in range(page.count_chars()) if page.get_text_range(n, 1) in letters]


@pytest.mark.parametrize("columns", [5, 14])
def test_no_letter_is_set_upon_another_in_a_narrow_column(columns):
    boxes = boxes_of(LETTERS, write_pdf(table_paper(columns), date(2025, 3, 17)))
    assert len(boxes) > 10 * columns
    for one, other in combinations(boxes, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        along = min(one[3], other[3]) - max(one[1], other[1])
        assert across < 1 or along < 1
