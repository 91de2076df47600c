"""The papers that this project writes as PDF are read back with everything that stands in them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import prongsai.platform.demo.papers
from prongsai.cli.documents import Wish, compose
from prongsai.cli.plans import plan_from_papers
from prongsai.ita.papers.blocks import Heading, Items, Paper, PaperStyle, Paragraph
from prongsai.ita.reading import read_blocks, read_bytes, read_file
from prongsai.ita.reading.docx_layout import docx_blocks
from prongsai.ita.reading.pdf_layout import pdf_blocks
from prongsai.ita.thai import compact
from prongsai.ita.writing import write_docx, write_pdf

PAPERS = Path(prongsai.platform.demo.papers.__file__).parent / "texts"
DAY = date(2024, 2, 8)
YEARS = {"P5.txt": 2567, "P6.txt": 2568}


@pytest.fixture(scope="module", params=YEARS)
def written(request, tmp_path_factory):
    """The plan that a demo paper leads to, and the paper written from it."""
    made = plan_from_papers([read_file(PAPERS / request.param)], YEARS[request.param])
    return made, compose(made, Wish(tmp_path_factory.mktemp("out"), ("pdf",)))


@pytest.mark.parametrize("digits", ["thai", "arabic"])
def test_every_measure_comes_back_from_the_pdf(written, digits):
    made, paper = written
    reading = read_blocks(pdf_blocks(write_pdf(paper, DAY, PaperStyle(digits=digits))).blocks)
    assert len(reading.measures) == len(made.plan.measures)
    printed = [compact("".join(row.measures)) for row in reading.measures]
    for planned, read in zip(made.plan.measures, printed, strict=True):
        assert compact(planned.title) in read
    assert reading.document.plan_year == made.plan.plan_year


def test_the_pdf_says_the_same_as_the_word_file(written):
    _, paper = written
    in_pdf = read_blocks(pdf_blocks(write_pdf(paper, DAY)).blocks)
    in_word = read_blocks(docx_blocks(write_docx(paper, DAY)).blocks)
    assert in_pdf.document == in_word.document
    assert in_pdf.score_sheets == in_word.score_sheets
    assert [replace(row, finding=None, measures=(), steps=()) for row in in_pdf.measures] == [
        replace(row, finding=None, measures=(), steps=()) for row in in_word.measures
    ]
    for mine, theirs in zip(in_pdf.measures, in_word.measures, strict=True):
        assert [compact(text) for text in (*mine.measures, *mine.steps)] == [
            compact(text) for text in (*theirs.measures, *theirs.steps)
        ]


def test_a_title_that_runs_over_two_lines_is_one_title():
    title = (
        "ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
        "(Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"
    )
    agency = "องค์การบริหารส่วนตำบลหนองกระจ่าง"
    text = Paragraph((f"{agency}ได้คะแนนภาพรวม 88.75 คะแนน",))
    paper = Paper(title=(title, agency), subject="ผล", blocks=(text,), agency=agency, year=2567, draft=False)
    assert read_bytes(write_pdf(paper, DAY), "results.pdf").document.title == title


def test_the_closing_sentence_is_no_part_of_the_last_item_above_it():
    items = ("ควรโทรแจ้งผู้รับจ้างก่อนวันที่ 5 ของทุกเดือน", "ควรมอบผู้แทนของแต่ละส่วนราชการส่งข้อมูลให้ผู้ประสานงานเดือนละครั้ง")
    blocks = (Heading("ข้อเสนอแนะ"), Items(tuple((text,) for text in items)), Paragraph(("จึงเรียนมาเพื่อโปรดทราบ",)))
    paper = Paper(title=("รายงานผลการดำเนินการตามมาตรการ",), subject="ผล", blocks=blocks, agency="อบต.", year=2567)
    read = read_bytes(write_pdf(paper, DAY, PaperStyle(digits="arabic")), "report.pdf")
    assert read.recommendations == items
