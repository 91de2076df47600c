from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.reading import Cell, Table, TextLine, read_bytes, read_text
from prongsai.ita.reading.html_layout import decode_html, html_blocks
from prongsai.ita.reading.text_layout import text_blocks
from prongsai.ita.thai import Refused


def lines(page: str) -> list[str]:
    return [block.text for block in html_blocks(page).blocks if isinstance(block, TextLine)]


def tables(page: str) -> list[list[list[str]]]:
    found = [block for block in html_blocks(page).blocks if isinstance(block, Table)]
    return [[["/".join(cell.lines) for cell in row.cells] for row in table.rows] for table in found]


def test_paragraphs_headings_and_breaks_are_lines_in_order():
    page = "<h2>ผลการประเมิน</h2><p>บรรทัดแรก<br>บรรทัด<b>ที่</b>สอง</p>ท้าย<div>กล่อง <span>เดียว</span></div>"
    assert lines(page) == ["ผลการประเมิน", "บรรทัดแรก", "บรรทัดที่สอง", "ท้าย", "กล่อง เดียว"]


def test_line_ends_of_the_source_are_blanks_and_inside_pre_they_are_line_ends():
    assert lines("<p>คำสั่ง\n  ที่ ๑</p><pre>หนึ่ง\nสอง</pre>") == ["คำสั่ง ที่ ๑", "หนึ่ง", "สอง"]


def test_columns_typed_with_tabs_in_pre_are_a_table():
    assert tables("<pre>ตัวชี้วัด\tคะแนน\n1\t91.36\n2\t85.85</pre>") == [
        [["ตัวชี้วัด", "คะแนน"], ["1", "91.36"], ["2", "85.85"]]
    ]


def test_room_above_a_line_is_a_gap():
    blocks = html_blocks("<p>ก</p><p>ข</p><h3>ค</h3><p>ง<br><br>จ</p><hr>ฉ").blocks
    assert [(block.text, block.gap) for block in blocks] == [
        ("ก", False), ("ข", False), ("ค", True), ("ง", False), ("จ", True), ("ฉ", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>ลับ</script>",
        "<style>ลับ</style>",
        "<template>ลับ</template>",
        "<noscript>ลับ</noscript>",
        "<!-- ลับ -->",
        "<p hidden>ลับ</p>",
        '<p style="color:red; DISPLAY : none">ลับ</p>',
        '<span style="visibility:hidden">ลับ</span>',
        '<span style="mso-hide:all">ลับ</span>',
        '<input type="hidden" value="ลับ">',
        "<select><option>ลับ</option></select>",
        "<iframe>ลับ</iframe>",
        '<img alt="ลับ" src="x">',
        "<object>ลับ</object>",
    ],
)
def test_what_a_person_does_not_see_is_not_read(unseen):
    assert lines(f"<title>ลับ</title><p>ก่อน</p>{unseen}<p>หลัง</p>") == ["ก่อน", "หลัง"]


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<ol><li>ก<li>ข</ol>", ["1. ก", "2. ข"]),
        ("<ol start=4><li>ก<li value=9>ข<li>ค</ol>", ["4. ก", "9. ข", "10. ค"]),
        ("<ol reversed><li>ก<li>ข</ol>", ["2. ก", "1. ข"]),
        ("<ol type=a><li>ก<li>ข</ol>", ["a. ก", "b. ข"]),
        ('<ol start=27 type="A"><li>ก</ol>', ["AA. ก"]),
        ("<ol type=i start=4><li>ก</ol>", ["iv. ก"]),
        ('<ol style="list-style-type: upper-roman" start=1994><li>ก</ol>', ["MCMXCIV. ก"]),
        ('<ol style="list-style:inside thai"><li>ก<li>ข</ol>', ["๑. ก", "๒. ข"]),
        ('<ol style="list-style-type:decimal-leading-zero"><li>ก</ol>', ["01. ก"]),
        ('<ol style="list-style-type:none"><li>๑) ก</ol>', ["๑) ก"]),
        ("<ul><li>ก<ol><li>ข</ol><li>ค</ul>", ["• ก", "1. ข", "• ค"]),
        ("<ol><li><p>ก</p><p>ข</p><li></ol>", ["1. ก", "ข"]),
        ("<li>ก", ["• ก"]),
    ],
)
def test_lists_keep_their_marks_as_a_person_sees_them(markup, seen):
    assert lines(markup) == seen


def test_merged_cells_hold_their_text_in_every_place():
    page = """<table><tr><th rowspan=2>ตัวชี้วัด<th colspan=2>คะแนน<tr><th>2566<th>2567
    <tr><td>1<td>90.00<td>91.36</table>"""
    table = next(block for block in html_blocks(page).blocks if isinstance(block, Table))
    assert [[cell.held for cell in row.cells] for row in table.rows] == [
        [None, None, "right"],
        ["down", None, None],
        [None, None, None],
    ]
    assert table.rows[1].cells[0] == Cell(("ตัวชี้วัด",), "down")


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999999", "๒", ""])
def test_a_strange_span_does_no_harm(span):
    (table,) = tables(f'<table><tr><td colspan="{span}" rowspan="{span}">ก<td>ข<tr><td>ค<td>ง</table>')
    assert len(table) == 2
    assert max(map(len, table)) < 130


def test_the_foot_of_a_table_comes_last():
    page = "<table><tfoot><tr><td>รวม<td>9</tfoot><thead><tr><td>ก<td>ข</thead><tbody><tr><td>1<td>2</tbody></table>"
    assert tables(page) == [[["ก", "ข"], ["1", "2"], ["รวม", "9"]]]


def test_a_cell_keeps_its_paragraphs_and_items_apart():
    page = "<table><tr><td>1<td><p><b>จัดอบรม</b></p><ol style='x'><li>แจ้งเวียน</li><li>ประชุม</li></ol></table>"
    assert tables(page) == [[["1", "จัดอบรม/1. แจ้งเวียน/2. ประชุม"]]]


def test_a_table_that_only_places_things_is_no_table():
    inner = "<table><tr><td>ตัวชี้วัด<td>คะแนน<tr><td>1<td>91.36</table>"
    page = f"<table><tr><td>เมนู<td><p>ผลการประเมิน</p>{inner}<p>หมายเหตุ</p></table>"
    assert tables(page) == [[["ตัวชี้วัด", "คะแนน"], ["1", "91.36"]]]
    assert lines(page) == ["เมนู", "ผลการประเมิน", "หมายเหตุ"]


def test_a_table_of_one_column_is_text():
    assert lines("<table><tr><td>ก<tr><td>ข</table>") == ["ก", "ข"]


def test_a_small_table_inside_a_cell_of_data_becomes_lines_of_the_cell():
    inner = "<table><tr><td>ไตรมาส 1<td>เสร็จ<tr><td>ไตรมาส 2<td>ทำต่อ</table>"
    page = f"<table><tr><td>ข้อ<td>ผล<tr><td>1<td>{inner}<tr><td>2<td>ครบถ้วน</table>"
    assert tables(page) == [[["ข้อ", "ผล"], ["1", "ไตรมาส 1 เสร็จ/ไตรมาส 2 ทำต่อ"], ["2", "ครบถ้วน"]]]


def test_hidden_rows_are_left_out_and_told():
    page = "<table><tr><td>1<td>ก<tr style='display:none'><td>2<td>ข<tr hidden><td><td><tr><td>3<td>ค</table>"
    layout = html_blocks(page)
    assert tables(page) == [[["1", "ก"], ["3", "ค"]]]
    assert [(notice.rule, notice.value) for notice in layout.notices] == [("hidden-rows", "1")]


def test_a_caption_stands_above_its_table():
    first, second = html_blocks("<table><caption>ตารางที่ ๑<tr><td>ก<td>ข</table>").blocks
    assert (first.text, type(second)) == ("ตารางที่ ๑", Table)


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="windows-874">', "cp874"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=TIS-620">', "cp874"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="utf-8">', "utf-16"),
        ("<meta charset=iso-8859-1>", "utf-8"),
        ('<meta charset="utf-8">', "cp874"),
        ("", "utf-8-sig"),
    ],
)
def test_a_page_is_decoded_by_its_mark_its_head_or_its_bytes(head, codec):
    page = f"<html><head>{head}</head><body><p>องค์การบริหารส่วนตำบลหนองกระจ่าง</p></body></html>"
    assert "หนองกระจ่าง" in decode_html(page.encode(codec)).text


def test_a_page_too_deep_or_too_large_is_refused():
    for page in ("<div>" * 5_000 + "ก", "<i>ก</i>" * 310_000):
        with pytest.raises(Refused) as refused:
            html_blocks(page)
        assert refused.value.rule == "SIZE"


@pytest.mark.parametrize("page", ["<html></html>", "<script>x</script>", "<p> </p>", "<!-- -->"])
def test_a_page_without_text_is_no_empty_success(page):
    with pytest.raises(Refused) as refused:
        read_bytes(page.encode(), "a.html")
    assert refused.value.rule == "EMPTY"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='<>/"= \n&;tablerdiovspnhm1ก', max_size=300))
def test_no_markup_however_broken_stops_the_layout(page):
    try:
        layout = html_blocks(page)
    except Refused as refused:
        assert refused.rule in ("EMPTY", "HTML")
    else:
        assert all(block.text for block in layout.blocks if isinstance(block, TextLine))


MEASURES = [
    ["ประเด็น", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"],
    ["การใช้ทรัพย์สินของราชการ", "ทบทวนคู่มือการยืมทรัพย์สิน", "แจ้งเวียนทุกส่วนราชการ", "กองคลัง", "ม.ค. - มี.ค. ๖๗"],
    ["การแก้ไขปัญหาการทุจริต", "ประชุมติดตามแผนป้องกันการทุจริต", "รายงานผลรายไตรมาส", "สำนักปลัด", "ต.ค. ๖๖ - ก.ย. ๖๗"],
]
TITLE = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗\nองค์การบริหารส่วนตำบลหนองกระจ่าง"


def test_a_table_copied_from_a_page_or_from_excel_reads_as_the_page_itself():
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in MEASURES)
    title = "".join(f"<p>{line}</p>" for line in TITLE.split("\n"))
    page = read_bytes(f"<html><body>{title}<table>{rows}</table></body></html>".encode(), "a.html")
    pasted = read_text(TITLE + "\n\n" + "\n".join("\t".join(row) for row in MEASURES), name="a")
    saved = read_bytes((TITLE + "\n\n" + "\n".join(",".join(row) for row in MEASURES)).encode(), "a.csv")
    assert len(page.measures) == 2
    assert page.measures == pasted.measures == saved.measures
    assert (page.document, page.agency) == (pasted.document, pasted.agency) == (saved.document, saved.agency)


def test_a_pasted_cell_with_line_ends_stays_one_cell():
    text = 'ประเด็น\tมาตรการ\tผู้รับผิดชอบ\n1\t"จัดอบรม\nติดตามผล"\tสำนักปลัด'
    (table,) = text_blocks(text)
    assert table.rows[1].cells[1].lines == ("จัดอบรม", "ติดตามผล")
