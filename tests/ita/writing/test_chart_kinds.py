"""Radar, changes and heat map on paper: in PDF drawn natively, in Word as tables that can be edited."""

import io
from decimal import Decimal

import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.papers.blocks import (
    Change,
    ChangeChart,
    HeatCell,
    HeatMap,
    HeatRow,
    PageBreak,
    Radar,
    Series,
)
from prongsai.ita.writing import write_docx, write_pdf
from prongsai.ita.writing.docx_segments import STEPS

SCORES = st.decimals(min_value=0, max_value=100, places=2)


def flat(text):
    return "".join(text.split())


def alternative_texts(pdf):
    def walk(node):
        if isinstance(node, pikepdf.Array):
            return [text for child in node for text in walk(child)]
        if not isinstance(node, pikepdf.Dictionary):
            return []
        return ([str(node.Alt)] if "/Alt" in node else []) + (walk(node.K) if "/K" in node else [])

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return walk(opened.Root.StructTreeRoot)


@pytest.fixture(scope="module")
def printed(paper_of, day, charts):
    return write_pdf(paper_of(*charts), day)


def test_every_label_and_figure_is_text_in_the_pdf(printed, text_of, radar):
    text = flat(text_of(printed))
    assert [axis for axis in radar.axes if flat(axis[2:]) not in text] == []
    shown = ("๗๘.๑๖", "๘๓.๐๕", "-๔.๘๙", "+๗.๕๐", "i๑", "↓๗๔.๐๐", "เพิ่มขึ้น", "ลดลง", "เกณฑ์๘๕", "ปี๒๕๖๖")
    assert [entry for entry in shown if entry not in text] == []


def test_drawings_have_alternative_texts_and_the_heat_map_is_a_table(printed, charts):
    assert alternative_texts(printed) == [chart.summary for chart in charts if not isinstance(chart, HeatMap)]


def test_figures_that_no_table_tells_follow_as_a_table_in_the_pdf(paper_of, day, text_of, radar):
    told = Radar(radar.axes, radar.series, radar.summary, radar.caption, radar.mark, tabled=True)
    counts = [text_of(write_pdf(paper_of(chart), day)).count("๘๓.๐๕") for chart in (radar, told)]
    assert counts == [1, 0]


@pytest.mark.parametrize("landscape", [False, True])
def test_no_letter_of_a_chart_stands_outside_the_margins(paper_of, day, charts, landscape):
    pdf = write_pdf(paper_of(PageBreak(landscape=landscape), *charts, draft=False, footer=""), day)
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1).strip(" .\r\n")]
        assert min(box[0] for box in boxes) >= 3 / 2.54 * 72 - 1
        assert max(box[2] for box in boxes) <= page.get_width() - 2 / 2.54 * 72 + 1


def test_charts_of_any_scores_can_be_set(paper_of, day):
    nothing = Radar(("ก", "ข", "ค"), (Series("ปี", (None, None, None)),), "ส", "ค")
    still = ChangeChart((Change("ก", Decimal(0)),), "ส", "ค", tabled=True)
    empty = ChangeChart((), "ส", "ค", tabled=True)
    cells = HeatMap((HeatRow("ก", ()), HeatRow("ข", (HeatCell("I1", None),))), "", "ค")
    paper = paper_of(nothing, still, empty, cells, HeatMap((), "ส", "ค"))
    assert write_pdf(paper, day).startswith(b"%PDF")
    assert write_docx(paper, day)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), SCORES), min_size=3, max_size=8), SCORES)
def test_any_label_and_any_score_can_be_set(paper_of, day, opened, entries, mark):
    labels, values = zip(*entries, strict=True)
    charts = (
        Radar(labels, (Series(labels[0], values), Series(labels[1], values)), labels[0], labels[1], mark),
        ChangeChart(tuple(Change(*entry) for entry in entries), labels[0], labels[1]),
        HeatMap((HeatRow(labels[0], tuple(HeatCell(*entry) for entry in entries)),), labels[0], labels[1], mark),
    )
    assert write_pdf(paper_of(*charts), day).startswith(b"%PDF")
    assert len(opened(write_docx(paper_of(*charts), day)).tables) == 3


def rows_of(table):
    return [[cell.text for cell in dict.fromkeys(row.cells)] for row in table.rows]


def shades(row):
    found = [(cell.grid_span, cell.tcPr.find(qn("w:shd"))) for cell in row._tr.tc_lst[1:-1]]
    return [(span, None if shade is None else shade.get(qn("w:val"))) for span, shade in found]


def test_in_word_a_radar_is_two_bars_for_each_axis_with_both_figures(paper_of, day, opened, radar):
    table = opened(write_docx(paper_of(radar), day)).tables[0]
    rows = rows_of(table)
    assert len(rows) == 20
    assert [rows[6][0], rows[6][-1]] == ["๔ การใช้ทรัพย์สินของราชการ", "↓๗๘.๑๖ (ปี ๒๕๖๗)"]
    assert [rows[7][0], rows[7][-1]] == ["", "๘๓.๐๕ (ปี ๒๕๖๖)"]
    assert "diagStripe" in [pattern for _, pattern in shades(table.rows[6])]


def test_in_word_gains_and_losses_lie_on_both_sides_of_the_middle(paper_of, day, opened, change_chart):
    table = opened(write_docx(paper_of(change_chart), day)).tables[0]
    assert {sum(span for span, _ in shades(row)) for row in table.rows} == {STEPS}
    assert shades(table.rows[3]) == [(10, None), (15, "diagStripe"), (25, None)]
    assert shades(table.rows[0]) == [(25, None), (5, "clear"), (20, None)]
    assert rows_of(table)[3][-1] == "-๔.๘๙"


def test_in_word_a_heat_map_is_a_shaded_table_whose_weak_cells_are_framed_and_marked(paper_of, day, opened, heat_map):
    table = opened(write_docx(paper_of(heat_map), day)).tables[0]
    assert [len(row.cells) for row in table.rows] == [7, 7, 7]  # seven questions take two lines of six
    weak, strong = table.rows[0].cells[1], table.rows[0].cells[5]
    assert weak.text == "i๑ ↓\n๗๔.๐๐"
    assert strong.text == "i๕\n๙๐.๐๐"
    borders = [cell._tc.tcPr.find(qn("w:tcBorders")).find(qn("w:top")).get(qn("w:sz")) for cell in (weak, strong)]
    assert borders == ["18", "4"]
    fills = [cell._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) for cell in (weak, strong)]
    assert fills == ["C6DBEF", "FFFFFF"]
