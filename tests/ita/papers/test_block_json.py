"""A paper is kept as plain data and comes back the same."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.papers import blocks
from prongsai.ita.papers.block_json import filled, paper_from_json, paper_to_json
from prongsai.ita.papers.blocks import Gap, Heading, Notice, Paper, Paragraph
from prongsai.ita.writing import write_docx
from prongsai.ita.writing.compose import MemoText, PaperHead, memo

inlines = st.one_of(st.text(), st.builds(Gap, st.text()))
paragraphs = st.builds(
    blocks.Paragraph, st.lists(inlines).map(tuple), st.sampled_from(["start", "center"]), st.booleans()
)
items = st.builds(blocks.Items, st.lists(st.lists(inlines).map(tuple)).map(tuple), st.booleans())
cells = st.builds(blocks.Cell, st.lists(st.one_of(paragraphs, items), max_size=2).map(tuple), st.booleans())
rows = st.one_of(st.builds(blocks.Row, st.lists(cells, max_size=3).map(tuple)), st.builds(blocks.Row, band=st.text()))
columns = st.builds(blocks.Column, st.text(), st.integers(1, 9))
tables = st.builds(blocks.Table, st.lists(columns).map(tuple), st.lists(rows, max_size=3).map(tuple), st.text())
values = st.decimals(0, 100, places=2, allow_nan=False)
charts = st.builds(
    blocks.BarChart, st.lists(st.builds(blocks.Bar, st.text(), values)).map(tuple), st.text(), st.text(), values
)
signed = st.builds(blocks.SignatureBlock, st.text(), inlines, inlines)
lines = st.builds(
    blocks.FormLine, st.lists(st.builds(blocks.Field, st.text(), st.lists(inlines).map(tuple))).map(tuple)
)
any_block = st.one_of(
    paragraphs, items, tables, charts, signed, lines,
    st.builds(Heading, st.text(), st.sampled_from([1, 2, 3])), st.builds(Notice, st.text()),
    st.builds(blocks.PageBreak, st.booleans()),
)  # fmt: skip
papers = st.builds(
    Paper, st.lists(st.text(), min_size=1).map(tuple), st.text(), st.lists(any_block).map(tuple), st.text(),
    st.integers(2556, 2640), st.booleans(), st.text(), st.sampled_from(["report", "memo", "order"]),
)  # fmt: skip


@given(papers)
def test_a_paper_comes_back_as_it_was(paper):
    assert paper_from_json(json.loads(json.dumps(paper_to_json(paper)))) == paper


def letter(**more):
    head = PaperHead(agency="อบต.ตัวอย่าง", year=2568, **more)
    return memo(head, MemoText(to=None, subject="ทดสอบ", cause=("เหตุ",), purpose=(), conclusion=("จบ",)))


def test_what_is_kept_is_written_as_the_same_bytes():
    paper, day = letter(), date(2025, 3, 17)
    assert write_docx(paper_from_json(paper_to_json(paper)), day) == write_docx(paper, day)


def test_a_figure_keeps_its_places():
    chart = blocks.BarChart((blocks.Bar("ก", Decimal("90.10")),), "สรุป", "ภาพ")
    paper = Paper(("ก",), "ก", (chart,), "ก", 2568)
    (kept,) = paper_from_json(paper_to_json(paper)).blocks
    assert str(kept.bars[0].value) == "90.10"


def test_number_and_day_take_the_place_of_their_gaps_and_nothing_else_changes():
    answered = filled(letter(), {"เลขที่หนังสือ": "ตย 71001/12", "วันที่ของหนังสือ": "17 มีนาคม 2568"})
    assert answered == letter(number="ตย 71001/12", day=date(2025, 3, 17))
    assert filled(letter(), {}) == letter()


@pytest.mark.parametrize(
    "told", [{}, {"is": "Paper"}, {"is": "Gap", "asks_for": "ก"}, {"is": "Nothing"}, {"is": "Notice", "words": "ก"}]
)
def test_what_is_no_paper_is_refused(told):
    with pytest.raises(ValueError, match=r"no paper|no block|other parts"):
        paper_from_json(told)


def test_a_paragraph_and_a_notice_of_one_text_stay_apart():
    paper = Paper(("ก",), "ก", (Notice("ข"), Paragraph(("ข",)), Heading("ข")), "ก", 2568)
    assert [type(block).__name__ for block in paper_from_json(paper_to_json(paper)).blocks] == [
        "Notice",
        "Paragraph",
        "Heading",
    ]
