"""Ruled tables of PDFs: merged cells, open sides, page breaks, and what is no table."""

import pytest

from ita.reading.typst_pages import blocks, lines, pages, table, tables
from prongsai.ita.reading import Table, read_blocks
from prongsai.ita.thai import compact

HEAD = ["ที่", "มาตรการ", "ผู้รับผิดชอบ"]
LONG = "จัดทำคู่มือการให้บริการ แจ้งเวียนทุกส่วนราชการ ปิดประกาศ ณ จุดบริการ และทบทวนทุกไตรมาส "


def test_a_table_comes_with_its_cells_between_the_lines_around_it():
    made = table([HEAD, ["1", "ติดป้าย", "กองช่าง"]], before="#par[ก่อน]\n", after="#par[หลัง]\n")
    assert tables(made) == [[HEAD, ["1", "ติดป้าย", "กองช่าง"]]]
    assert lines(made) == ["ก่อน", "หลัง"]
    assert [isinstance(block, Table) for block in blocks(made)] == [False, True, False]


def test_a_text_over_several_lines_of_a_cell_is_one_line_without_new_blanks():
    text = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
    ((_, (_, cell, _)),) = tables(table([HEAD, ["1", text, "กองคลัง"]]))
    assert cell == text


def test_paragraphs_and_items_of_a_cell_stay_apart():
    made = pages(
        "#table(columns: (1fr, 6cm), [ที่], [ขั้นตอน], [1], data.map(it => par(it)).join())",
        ["๑. ประชุมชี้แจง", "๒. ติดป้าย", "- แจกแผ่นพับ"],
    )
    assert tables(made)[0][1][1] == "๑. ประชุมชี้แจง/๒. ติดป้าย/- แจกแผ่นพับ"


def test_merged_cells_are_held_below_and_beside():
    body = """#table(columns: 3, table.cell(colspan: 2)[ผล], [ปี], table.cell(rowspan: 2)[IIT], [ข้อ 1], [2566],
      [ข้อ 2], [2567], table.cell(colspan: 3)[ประเด็นที่ ๑])"""
    assert tables(pages(body)) == [
        [
            ["ผล", "ผล<", "ปี"],
            ["IIT", "ข้อ 1", "2566"],
            ["IIT^", "ข้อ 2", "2567"],
            ["ประเด็นที่ ๑", "ประเด็นที่ ๑<", "ประเด็นที่ ๑<"],
        ]
    ]


@pytest.mark.parametrize(
    "options",
    [
        "stroke: (x, y) => (y: 1pt, left: if x > 0 { 1pt }),",
        'stroke: (thickness: 0.5pt, dash: "dotted"),',
        'stroke: (thickness: 0.5pt, dash: "dashed"),',
        "stroke: 3pt, fill: (x, y) => if y == 0 { luma(220) },",
        "stroke: 0.3pt + luma(230),",
    ],
    ids=["open-sides", "dotted", "dashed", "thick-and-shaded", "pale"],
)
def test_borders_may_be_drawn_in_many_ways(options):
    rows = [HEAD, ["1", "ติดป้าย", "กองช่าง"], ["2", "แจ้งเวียน", "กองคลัง"]]
    assert tables(table(rows, options=options)) == [rows]


def test_borders_drawn_as_thin_boxes_are_borders():
    """So word processors write them."""
    body = """#let at(x, y, it) = place(top + left, dx: x, dy: y, it)
    #let line(x, y, w, h) = at(x, y, rect(width: w, height: h, fill: black, stroke: none))
    #for y in (0cm, 1cm, 2cm) { line(0cm, y, 8cm, 0.5pt) }
    #for x in (0cm, 4cm, 8cm) { line(x, 0cm, 0.5pt, 2cm) }
    #for (n, it) in data.enumerate() {
      at(0.2cm + 4cm * calc.rem(n, 2), 0.3cm + 1cm * calc.quo(n, 2), text(it)) }"""
    assert tables(pages(body, ["ก", "ข", "ค", "ง"])) == [[["ก", "ข"], ["ค", "ง"]]]


def test_turned_text_in_a_cell_is_read():
    """Narrow columns of ticks often have headers that run upwards."""
    body = """#table(columns: 3, [ที่], rotate(-90deg, reflow: true)[แล้วเสร็จ], rotate(90deg, reflow: true)[ยังไม่เริ่ม],
      [1], [✓], [])"""
    assert tables(pages(body))[0][0] == ["ที่", "แล้วเสร็จ", "ยังไม่เริ่ม"]


def test_a_frame_around_text_is_no_table():
    assert lines(pages("#rect(width: 10cm)[ข้อความในกรอบ]")) == ["ข้อความในกรอบ"]
    framed = pages("#table(columns: 2, [], [ข้อความเดียว])")
    assert (lines(framed), tables(framed)) == (["ข้อความเดียว"], [])


def test_a_table_in_a_frame_of_the_page_is_a_table():
    framed = table([HEAD, ["1", "ติดป้าย", "กองช่าง"]], setup="#set page(background: rect(width: 95%, height: 95%))\n")
    assert tables(framed) == [[HEAD, ["1", "ติดป้าย", "กองช่าง"]]]


def test_lines_of_a_drawing_are_no_table():
    grid = """#box(width: 8cm, height: 4cm, { for n in range(6) {
      place(dy: n * 0.8cm, line(length: 8cm)); place(dx: n * 1.6cm, line(angle: 90deg, length: 4cm)) } })
    #par[แผนภูมิที่ ๑]"""
    assert (lines(pages(grid)), tables(pages(grid))) == (["แผนภูมิที่ ๑"], [])


def test_a_table_over_pages_is_one_with_its_header_once_and_a_gap_at_the_break():
    rows = [[str(n), f"มาตรการที่ {n}", "กองคลัง"] for n in range(1, 61)]
    header = "table.header(repeat: true, ..data.at(0).map(it => text(it))),"
    body = f"#table(columns: (1fr,) * 3, {header} ..data.slice(1).flatten().map(it => text(it)))"
    made = [block for block in blocks(pages(body, [HEAD, *rows])) if isinstance(block, Table)]
    (whole,) = made
    assert [[cell.text for cell in row.cells] for row in whole.rows] == [HEAD, *rows]
    assert [row.number for row in whole.rows] == list(range(1, 62))
    assert sum(row.gap for row in whole.rows) == 1


def test_tables_with_other_columns_on_the_next_page_stay_apart():
    body = "#table(columns: (1fr, 1fr), [ก], [ข])\n#pagebreak()\n#table(columns: (1fr, 2fr), [ค], [ง])"
    assert tables(pages(body)) == [[["ก", "ข"]], [["ค", "ง"]]]


def test_a_line_between_two_pages_of_a_table_parts_it():
    body = "#table(columns: (1fr, 1fr), [ก], [ข])\n#pagebreak()\n#par[ตารางที่ ๒]\n#table(columns: (1fr, 1fr), [ค], [ง])"
    assert tables(pages(body)) == [[["ก", "ข"]], [["ค", "ง"]]]


def cut_row(first: str, steps: str) -> bytes:
    """A row at the foot of a page, some of which stands on the next one."""
    body = "#v(HEIGHT)\n#table(columns: (2cm, 1fr, 3cm), ..data.flatten().map(it => text(it)))"
    return pages(body.replace("HEIGHT", "22.4cm"), [HEAD, [first, steps, "กองคลัง"], ["2", "ติดป้าย", "กองช่าง"]])


def test_a_row_that_a_page_cuts_in_two_is_one_row():
    text = (LONG * 3).strip()
    ((_, row, last),) = tables(cut_row("1", text))
    assert (row[0], compact(row[1]), row[2]) == ("1", compact(text), "กองคลัง")
    assert last == ["2", "ติดป้าย", "กองช่าง"]


def test_a_row_cut_in_two_columns_is_one_row():
    text = (LONG * 3).strip()
    both = pages(
        "#v(22.4cm)\n#table(columns: (1fr, 1fr), ..data.flatten().map(it => text(it)))",
        [["ข้อค้นพบ", "มาตรการ"], [text, text]],
    )
    ((_, row),) = tables(both)
    assert [compact(cell) for cell in row] == [compact(text)] * 2


@pytest.mark.parametrize("names", [("การใช้งบประมาณ", "การใช้อำนาจ"), ("การปฏิบัติหน้าที่", "การใช้งบประมาณ")])
def test_rows_of_scores_are_never_taken_for_one_cut_row(names):
    """In a narrow column the name above the break looks full."""
    rows = [["1", names[0], "๙๓.๔๐"], ["2", names[1], "๘๗.๙๒"]]
    body = "#v(23.2cm)\n#table(columns: (1cm, 2.6cm, 1.6cm), row-gutter: 0pt, ..data.flatten().map(it => text(it)))"
    assert [row for found in tables(pages(body, rows)) for row in found] == rows


def test_a_merged_cell_goes_on_over_the_page():
    rows = [f"มาตรการที่ {n}" for n in range(1, 7)]
    body = """#v(21cm)\n#table(columns: (5cm, 1fr), [ประเด็น], [มาตรการ],
      table.cell(rowspan: 6)[ประเด็นที่ ๑], ..data.map(it => text(it)))"""
    (found,) = tables(pages(body, rows))
    assert [row[0] for row in found] == ["ประเด็น", "ประเด็นที่ ๑", *["ประเด็นที่ ๑^"] * 5]
    assert [row[1] for row in found[1:]] == rows


def test_a_figure_broken_in_a_very_narrow_cell_is_whole():
    body = "#table(columns: (1.05cm, 1.05cm), [ปี], [คะแนน], ..data.map(it => text(it)))"
    found = tables(pages(body, ["256\u200b6", "88.\u200b10"]))
    assert found[0][1] == ["2566", "88.10"]


def test_a_table_of_measures_is_read_with_every_column():
    rows = [
        ["ประเด็น", "ข้อค้นพบ", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"],
        [
            "(๔) กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ",
            "บุคลากรยังไม่ทราบวิธียืม",
            "จัดทำทะเบียนการยืม",
            "๑. ออกแบบใบยืม ๒. แจ้งเวียน",
            "กองคลัง",
            "ต.ค. ๖๖ - ก.ย. ๖๗",
        ],
    ]
    (row,) = read_blocks(blocks(table(rows))).measures
    assert (row.issue, row.finding) == (4, "บุคลากรยังไม่ทราบวิธียืม")
    assert (row.measures, row.steps, row.units) == (("จัดทำทะเบียนการยืม",), ("ออกแบบใบยืม", "แจ้งเวียน"), ("กองคลัง",))
    assert str(row.period.start) == "2023-10-01"
