"""Tables of Word files: merged cells, borders dragged astray, rows that are not to be seen."""

from hypothesis import given
from hypothesis import strategies as st

from ita.reading.office_files import cell, para, row, run, table, word
from prongsai.ita.reading import Table, TextLine, read_blocks
from prongsai.ita.reading.docx_grid import GridCell, placed_rows
from prongsai.ita.reading.docx_layout import docx_blocks

TWO = '<w:gridSpan w:val="2"/>'
FIRST = '<w:vMerge w:val="restart"/>'
MORE = "<w:vMerge/>"


def cells(body, **parts):
    """Give the rows of the first table, each cell as its text, with < and ^ for text held from the left or above."""
    found = docx_blocks(word(body, **parts)).blocks[0]
    signs = {None: "", "right": "<", "down": "^"}
    return [[signs[one.held] + "|".join(one.lines) for one in line.cells] for line in found.rows]


def test_paragraphs_and_line_breaks_of_a_cell_are_its_lines():
    assert cells(table(row(cell(para("๑. ก\n๒. ข"), "", "๓. ค"), "ง"))) == [["๑. ก|๒. ข|๓. ค", "ง"]]


def test_a_cell_over_columns_holds_for_each_of_them():
    assert cells(table(row(cell("การดำเนินการ", properties=TWO), "ก"), row("ข", "ค", "ง"))) == [
        ["การดำเนินการ", "<การดำเนินการ", "ก"],
        ["ข", "ค", "ง"],
    ]


def test_a_cell_over_rows_holds_for_each_of_them():
    body = table(
        row(cell("ประเด็น", properties=FIRST), "ก"),
        row(cell(properties=MORE), "ข"),
        row(cell(properties=MORE), "ค"),
        row("", "ง"),
    )
    assert cells(body) == [["ประเด็น", "ก"], ["^ประเด็น", "ข"], ["^ประเด็น", "ค"], ["", "ง"]]


def test_a_cell_over_rows_and_columns_holds_for_all_of_them():
    body = table(row(cell("ก", properties=TWO + FIRST), "ข"), row(cell(properties=TWO + MORE), "ค"), row("ง", "จ", "ฉ"))
    assert cells(body) == [["ก", "<ก", "ข"], ["^ก", "<ก", "ค"], ["ง", "จ", "ฉ"]]


def test_a_cell_that_goes_on_from_nothing_keeps_its_own_text():
    assert cells(table(row(cell("ก", properties=MORE), "ข"), row(cell(properties=MORE), "ค"))) == [
        ["ก", "ข"],
        ["^ก", "ค"],
    ]


def test_cells_merged_the_old_way_hold_too():
    body = table(row(cell("ก", properties='<w:hMerge w:val="restart"/>'), cell(properties="<w:hMerge/>"), "ข"))
    assert cells(body) == [["ก", "<ก", "ข"]]


def test_a_row_may_begin_under_a_later_column():
    body = table(row("ก", "ข", "ค"), row("ง", "จ", properties='<w:gridBefore w:val="1"/>'))
    assert cells(body) == [["ก", "ข", "ค"], ["", "ง", "จ"]]


def test_borders_a_millimetre_apart_are_one():
    body = table(
        row(cell("หัวข้อ", properties=TWO), "มาตรการ"),
        row("คลัง", cell("ยืมพัสดุ", properties=TWO)),
        widths=(2000, 60, 3000),
    )
    assert cells(body) == [["หัวข้อ", "มาตรการ"], ["คลัง", "ยืมพัสดุ"]]


def test_a_narrow_column_that_holds_text_stays_a_column():
    body = table(row("1", "ก"), row("2", "ข"), widths=(100, 5000))
    assert cells(body) == [["1", "ก"], ["2", "ข"]]


def test_columns_that_no_row_uses_apart_are_one():
    body = table(row(cell("ก", properties=TWO), "ข"), row(cell("ค", properties=TWO), "ง"), widths=(1000, 1000, 1000))
    assert cells(body) == [["ก", "ข"], ["ค", "ง"]]


def test_deleted_and_hidden_rows_are_left_out_and_told():
    layout = docx_blocks(
        word(
            table(
                row("ก", "ข"),
                row("ลบ", "แล้ว", properties="<w:del/>"),
                row("ซ่อน", "ไว้", properties="<w:hidden/>"),
                f"<w:ins>{row('แทรก', 'เพิ่ม')}</w:ins>",
            )
        )
    )
    assert [line.cells[0].text for line in layout.blocks[0].rows] == ["ก", "แทรก"]
    assert [notice.rule for notice in layout.notices] == ["hidden-text", "tracked-changes"]


def test_a_row_that_begins_a_page_says_so():
    new = para("<w:r><w:lastRenderedPageBreak/></w:r>", "ต่อ")
    later = para("<w:r><w:t>ก่อน</w:t><w:lastRenderedPageBreak/><w:t>หลัง</w:t></w:r>")
    found = docx_blocks(
        word(table(row("ก", "ข"), row(cell(new), "ค"), row("ง", cell(new)), row(cell(later), "จ")))
    ).blocks[0]
    assert [line.gap for line in found.rows] == [False, True, False, False]


def test_tables_that_follow_each_other_stay_apart_with_a_gap():
    first, second = docx_blocks(word(table(row("ก", "ข")) + table(row("ค", "ง")))).blocks
    assert (first.rows[0].gap, second.rows[0].gap) == (False, True)


def test_a_row_broken_over_two_tables_is_joined_by_the_reader():
    head = row("มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", properties="<w:tblHeader/>")
    begun = table(head, row("จัดทำทะเบียน", "๑. ออกแบบใบยืม", "กองคลัง"))
    rest = table(row("", "๒. แจ้งเวียน", ""), row("ติดประกาศ", "ปิดประกาศ", "กองช่าง"))
    for between in ("", para(), para('<w:r><w:br w:type="page"/></w:r>')):
        first, second = read_blocks(docx_blocks(word(begun + between + rest)).blocks).measures
        assert first.steps == ("ออกแบบใบยืม", "แจ้งเวียน")
        assert second.units == ("กองช่าง",)


def test_a_table_of_one_column_only_frames_its_text():
    inner = table(row("ก", "ข"), row("ค", "ง"))
    blocks = docx_blocks(word(table(row(cell("หัวเรื่อง", inner, "ท้ายเรื่อง")), row("อีกกรอบ")))).blocks
    assert [type(block) for block in blocks] == [TextLine, Table, TextLine, TextLine]
    assert blocks[0].text == "หัวเรื่อง"
    assert blocks[3] == TextLine("อีกกรอบ", 5, gap=True)


def test_a_table_in_a_cell_gives_a_line_for_each_row():
    inner = table(row("เครื่องมือ", "คะแนน"), row("IIT", "85.44"), row("", ""))
    assert cells(table(row("ผล", cell("ก่อน", inner, "หลัง")))) == [["ผล", "ก่อน|เครื่องมือ คะแนน|IIT 85.44|หลัง"]]


def test_places_for_signatures_are_lines_and_never_rows_of_measures():
    head = row("มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ")
    signed = table(row("", "ลงชื่อ ............ ผู้รายงาน", "ลงชื่อ ............ ผู้รับรอง"))
    blocks = docx_blocks(word(table(head, row("ติดประกาศ", "ปิดประกาศ", "กองช่าง")) + para() + signed)).blocks
    assert isinstance(blocks[1], TextLine)
    (only,) = read_blocks(blocks).measures
    assert only.steps == ("ปิดประกาศ",)


def test_markup_pasted_into_a_cell_is_never_text():
    pasted = para(run("<p>สำรวจ</p><p>แจ้งเวียน</p>"))
    assert cells(table(row(cell(pasted), "ก"))) == [["สำรวจ|แจ้งเวียน", "ก"]]


def test_hidden_text_and_ticks_in_cells_are_read_as_outside():
    tick = para('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', run("ลับ", "<w:vanish/>"))
    assert cells(table(row(cell(tick), "ก"))) == [["✓", "ก"]]


def test_a_table_without_rows_or_cells_is_nothing():
    assert docx_blocks(word(table() + table(row()) + para("ก"))).blocks == (TextLine("ก", 1, gap=True),)


@given(
    st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=6), min_size=1, max_size=6),
    st.lists(st.integers(0, 3000), max_size=24),
)
def test_no_text_of_any_table_is_lost_or_doubled(spans, widths):
    rows, expected = [], []
    for at, row_spans in enumerate(spans):
        cells_of_row, start = [], 0
        for n, span in enumerate(row_spans):
            cells_of_row.append(GridCell(start, start + span, (f"{at}.{n}",)))
            start += span
        rows.append(cells_of_row)
        expected.append([f"{at}.{n}" for n in range(len(row_spans))])
    placed = placed_rows(rows, widths if all(widths) else [])
    assert [[one.text for one in line if not one.held] for line in placed] == expected
    assert all(one.lines for line in placed for one in line)
