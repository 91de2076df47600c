"""Lines, tables and markup of text files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.reading import Table, TextLine, text_blocks
from prongsai.ita.reading.html_table import html_rows
from prongsai.ita.reading.markup import cell_lines, plain_line


def shapes(text):
    return [
        block.text if isinstance(block, TextLine) else [[cell.lines for cell in row.cells] for row in block.rows]
        for block in text_blocks(text)
    ]


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("<p>๑. ก</p><p>๒. ข</p>", ("๑. ก", "๒. ข")),
        ("<b>ดำเนินการแล้ว</b> ๑. ก", ("ดำเนินการแล้ว", "๑. ก")),
        ("<b>1.</b> ก", ("1. ก",)),
        ('<ol style="list-style-type: none"> 1. ก 2. ข', ("1. ก 2. ข",)),
        ("<ol><li>ก</li><li>ข</li></ol>", ("1. ก", "2. ข")),
        ("<ul><li>ก<li>ข</ul>", ("• ก", "• ข")),
        ("ก<br>ข<br/>ค", ("ก", "ข", "ค")),
        ("**หัวข้อ** ข้อความ", ("หัวข้อ", "ข้อความ")),
        ("1\\. ก &amp; ข", ("1. ก & ข",)),
        ("x < 5 และ y > 3", ("x < 5 และ y > 3",)),
        ("<script>ก</script>", ("<script>ก</script>",)),
        ("  ", ()),
    ],
)
def test_markup_of_a_cell_gives_only_its_borders(raw, lines):
    assert cell_lines(raw) == lines


def test_headings_links_and_pictures_lose_their_marks():
    assert plain_line("### ผลลัพธ์") == "ผลลัพธ์"
    assert plain_line("![ตรา](a.png)[ดูเอกสาร](https://example.example/a)") == "ดูเอกสาร"


@given(st.text(max_size=200))
def test_no_markup_is_left_in_any_line(text):
    for line in cell_lines(text):
        assert "<p>" not in line
        assert "\n" not in line


def test_tab_separated_rows_make_a_table_and_a_blank_line_parts_it():
    assert shapes("หัวเรื่อง\nก\tข\nค\tง\n\n\tจ\n\nข้อความ") == [
        "หัวเรื่อง",
        [[("ก",), ("ข",)], [("ค",), ("ง",)]],
        [[(), ("จ",)]],
        "ข้อความ",
    ]


def test_an_indented_paragraph_and_a_numbered_line_are_no_rows():
    assert shapes("\tตามที่ได้ประกาศ\n1.\tจัดทำแผน") == ["ตามที่ได้ประกาศ", "1. จัดทำแผน"]


def test_line_ends_inside_a_cell_stay_in_the_cell():
    assert shapes("ก\tข\tค\n๑\t๑. ประชุม\n๒. ติดตาม\tกองคลัง\nง\tจ\tฉ") == [
        [
            [("ก",), ("ข",), ("ค",)],
            [("๑",), ("๑. ประชุม", "๒. ติดตาม"), ("กองคลัง",)],
            [("ง",), ("จ",), ("ฉ",)],
        ]
    ]


def test_a_quoted_cell_of_a_spreadsheet_keeps_its_lines():
    assert shapes('ก\tข\n๑\t"บรรทัดแรก\nบรรทัดที่สอง"') == [[[("ก",), ("ข",)], [("๑",), ("บรรทัดแรก", "บรรทัดที่สอง")]]]


def test_a_markdown_table_is_a_table():
    assert shapes("| ก | ข |\n|---|:--:|\n| ค<br>ง | |") == [[[("ก",), ("ข",)], [("ค", "ง"), ()]]]


def test_merged_cells_of_an_html_table_hold_for_all_their_places():
    markup = "<table><tr><td rowspan=2>ก</td><td colspan=2>ข</td></tr><tr><td>ค</td><td>ง</td></tr></table>"
    rows = html_rows(markup)
    assert [[(cell.text, cell.held) for cell in row.cells] for row in rows] == [
        [("ก", None), ("ข", None), ("ข", "right")],
        [("ก", "down"), ("ค", None), ("ง", None)],
    ]
    assert rows[0].filled() == (0, 1)


@pytest.mark.parametrize(
    "markup", ["<table><tr><td colspan=99999 rowspan=99999>ก", "<table><td>ก</td>", "<table>" * 50]
)
def test_odd_html_tables_are_read_without_a_fault(markup):
    assert sum(len(row.cells) for row in html_rows(markup)) <= 60


@given(st.lists(st.lists(st.sampled_from(["ก", "ข ค", "1", ""]), min_size=2, max_size=4), min_size=1, max_size=5))
def test_every_filled_cell_of_a_table_is_kept(rows):
    text = "หัวข้อ\tรายการ\n" + "\n".join("\t".join(row) for row in rows)
    kept = [
        "".join(cell.text for row in block.rows for cell in row.cells) if isinstance(block, Table) else block.text
        for block in text_blocks(text)
    ]
    found = "".join(kept).replace(" ", "")
    assert found == ("หัวข้อรายการ" + "".join("".join(row) for row in rows)).replace(" ", "")
