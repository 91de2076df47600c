import io
from decimal import Decimal

import pikepdf
import pytest
from docx.oxml.ns import qn

from prongsai.ita.papers.blocks import Bar, BarChart
from prongsai.ita.writing import write_docx, write_pdf
from prongsai.ita.writing.docx_charts import STEPS, value_text

LABELS = ("การปฏิบัติหน้าที่", "การใช้ทรัพย์สินของราชการ", "การป้องกันการทุจริต")


@pytest.fixture
def chart(scores):
    bars = tuple(
        Bar(f"{n} {label}", scores[n], weak=scores[n] < 85) for n, label in zip((1, 3, 9), LABELS, strict=True)
    )
    return BarChart(bars, summary="แผนภูมิแท่งคะแนนสามตัวชี้วัด", caption="แผนภูมิที่ 1 คะแนน", mark=Decimal(85))


def alternative_texts(pdf):
    def walk(node):
        if isinstance(node, pikepdf.Array):
            return [text for child in node for text in walk(child)]
        if not isinstance(node, pikepdf.Dictionary):
            return []
        own = [str(node.Alt)] if "/Alt" in node else []
        return own + (walk(node.K) if "/K" in node else [])

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return walk(opened.Root.StructTreeRoot)


def test_labels_scores_and_the_mark_are_text_in_the_pdf(paper_of, day, text_of, chart):
    text = text_of(write_pdf(paper_of(chart), day))
    assert [label for label in LABELS if label not in text] == []
    assert "๗๘.๑๖" in text
    assert "เกณฑ์๘๕" in text.replace(" ", "")


def test_a_weak_bar_says_so_in_words_and_only_a_weak_one(paper_of, day, text_of, chart):
    assert text_of(write_pdf(paper_of(chart), day)).count("ต่ำกว่า ๘๕") == 1


def test_the_drawing_has_an_alternative_text(paper_of, day, chart):
    assert alternative_texts(write_pdf(paper_of(chart), day)) == ["แผนภูมิแท่งคะแนนสามตัวชี้วัด"]


def test_a_chart_without_a_mark_is_drawn_without_one(paper_of, day, text_of, chart):
    unmarked = BarChart(chart.bars, chart.summary, chart.caption)
    text = text_of(write_pdf(paper_of(unmarked), day))
    assert "เกณฑ์" not in text
    assert "ต่ำกว่า" not in text


def test_bars_of_nothing_and_of_everything_can_be_drawn(paper_of, day):
    chart = BarChart((Bar("ศูนย์", Decimal(0), weak=True), Bar("เต็ม", Decimal(100))), "ก", "ข", Decimal(85))
    assert write_pdf(paper_of(chart), day)
    assert write_docx(paper_of(chart), day)


@pytest.mark.parametrize("mark", [None, Decimal(85), Decimal("79.5"), Decimal(0), Decimal(100)])
def test_in_word_the_cells_of_each_bar_fill_the_scale(paper_of, day, opened, chart, mark):
    marked = BarChart(chart.bars, chart.summary, chart.caption, mark)
    rows = opened(write_docx(paper_of(marked), day)).tables[0]._tbl.tr_lst
    spans = [[cell.grid_span for cell in row.tc_lst] for row in rows]
    assert [sum(row) for row in spans] == [STEPS + 2] * len(chart.bars)
    assert all(min(row) >= 1 for row in spans)


def test_in_word_the_filled_cells_are_as_long_as_the_score_and_weak_ones_hatched(paper_of, day, opened, chart):
    rows = opened(write_docx(paper_of(chart), day)).tables[0]._tbl.tr_lst
    filled = []
    for row in rows:
        shades = [(cell.grid_span, cell.tcPr.find(qn("w:shd"))) for cell in row.tc_lst[1:-1]]
        filled.append(
            (
                sum(span for span, shade in shades if shade is not None),
                {s.get(qn("w:val")) for _, s in shades if s is not None},
            )
        )
    assert filled == [(44, {"clear"}), (39, {"diagStripe"}), (44, {"clear"})]


def test_in_word_a_weak_bar_says_that_it_is_below_the_mark():
    assert value_text(Bar("ก", Decimal("78.16"), weak=True), Decimal(85)) == "78.16 ต่ำกว่า 85"
    assert value_text(Bar("ก", Decimal(90)), Decimal(85)) == "90.00"
