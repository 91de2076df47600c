"""Short pieces in columns narrower than themselves: they may fall onto two lines, but never onto other letters."""

import io
from datetime import date
from decimal import Decimal
from itertools import combinations

import pdfplumber
import pypdfium2
import pytest

from prongsai.ita.papers.blocks import Cell, Column, Paper, PaperStyle, Paragraph, Row, Table
from prongsai.ita.writing import write_pdf

WORDS = "ที่ประชุม ไม่ ประเมินผล รายงาน"
SCALE = 6
WHITE = 255
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


def darkest_beside_borders(pdf):
    """The darkest spot half a point above or below the borders of a table, away from its sides; 255 is white."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        lines = [edge for edge in opened.pages[0].edges if edge["orientation"] == "h"]
    assert len({round(line["top"]) for line in lines}) >= 4
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=SCALE).to_pil().convert("L")
    darkest = []
    for line in lines:
        left, right = round((line["x0"] + 2) * SCALE), round((line["x1"] - 2) * SCALE)
        for beside in (-0.8, 0.8):
            y = round((line["top"] + beside) * SCALE)
            darkest.append(min(picture.getpixel((x, y)) for x in range(left, right)))
    return min(darkest)


@pytest.mark.parametrize("size", ["9", "11", "16", "24"])
def test_no_mark_of_any_size_touches_the_border_of_its_cell(size):
    high = Cell((Paragraph(("ขั้นที่ปั้นฟื้นผู้ป่วยป่น้ำ ญัตติกู้ฎีกาฐาน",)),))
    table = Table((Column("ขั้นที่กู้", 1),), (Row((high,)), Row((high,))), summary="ทดสอบ")
    paper = Paper(("ก",), "ก", (table,), "หน่วยงานตัวอย่าง", 2568, draft=False)
    pdf = write_pdf(paper, date(2025, 3, 17), PaperStyle(size_pdf=Decimal(size)))
    assert darkest_beside_borders(pdf) > WHITE - 70  # the ground of the head is grey
