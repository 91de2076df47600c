"""Numbers that Word writes by itself stand in the text as a person sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita.reading.office_files import cell, definition, item, lists, para, row, table, word
from prongsai.ita.reading import read_blocks
from prongsai.ita.reading.docx_layout import docx_blocks
from prongsai.ita.reading.docx_number_formats import shown_number

START_AT_5 = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'


def shown(body, numbering, styles=""):
    return [block.text for block in docx_blocks(word(body, numbering=numbering, styles=styles)).blocks]


@pytest.mark.parametrize(
    ("number", "number_format", "written"),
    [
        (12, "decimal", "12"),
        (12, "thaiNumbers", "๑๒"),
        (3, "thaiLetters", "ค"),
        (4, "thaiLetters", "ง"),
        (42, "thaiLetters", "กก"),
        (3, "lowerLetter", "c"),
        (27, "upperLetter", "AA"),
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (7, "decimalZero", "07"),
        (7, "none", ""),
        (7, "somethingNew", "7"),
        (0, "thaiLetters", "0"),
        (5_000, "lowerRoman", "5000"),
    ],
)
def test_a_number_is_written_as_word_writes_it(number, number_format, written):
    assert shown_number(number, number_format) == written


@given(
    st.integers(-5, 100_000), st.sampled_from(["decimal", "thaiNumbers", "thaiLetters", "lowerRoman", "upperLetter"])
)
def test_any_number_can_be_written_and_stays_short(number, number_format):
    assert 0 < len(shown_number(number, number_format)) <= 30


def test_a_list_in_thai_figures_counts():
    numbering = definition(0, ("thaiNumbers", "%1.")) + lists(0)
    assert shown(item("สำรวจ") + item("ปรับปรุง"), numbering) == ["๑. สำรวจ", "๒. ปรับปรุง"]


def test_levels_show_the_numbers_above_and_begin_again():
    numbering = definition(0, ("thaiNumbers", "%1."), ("decimal", "%1.%2"), ("thaiLetters", "(%3)")) + lists(0)
    body = item("ก") + item("ข", level=1) + item("ค", level=1) + item("ง", level=2) + item("จ") + item("ฉ", level=1)
    assert shown(body, numbering) == ["๑. ก", "๑.1 ข", "๑.2 ค", "(ก) ง", "๒. จ", "๒.1 ฉ"]


def test_a_legal_level_shows_the_numbers_above_in_arabic_figures():
    numbering = definition(0, ("upperRoman", "%1."), ("thaiNumbers", "%1.%2", "<w:isLgl/>")) + lists(0)
    assert shown(item("ก") + item("ข", level=1), numbering) == ["I. ก", "1.๑ ข"]


def test_a_level_may_never_begin_again_or_only_under_a_certain_one():
    numbering = definition(0, ("decimal", "%1."), ("decimal", "%2)", '<w:lvlRestart w:val="0"/>')) + lists(0)
    body = item("ก") + item("ข", level=1) + item("ค") + item("ง", level=1)
    assert shown(body, numbering) == ["1. ก", "1) ข", "2. ค", "2) ง"]
    third = ("decimal", "%3", '<w:lvlRestart w:val="1"/>')
    numbering = definition(0, ("decimal", "%1."), ("decimal", "%2)"), third) + lists(0)
    body = item("ก") + item("ข", level=1) + item("ค", level=2) + item("ง", level=1) + item("จ", level=2) + item("ฉ")
    assert shown(body + item("ช", level=2), numbering)[2:] == ["1 ค", "2) ง", "2 จ", "2. ฉ", "1 ช"]


def test_lists_of_one_definition_count_on_and_a_start_of_its_own_holds_once():
    numbering = definition(0, ("decimal", "%1.")) + lists(0, 0, (0, START_AT_5))
    body = item("ก") + item("ข", 2) + item("ค", 3) + item("ง", 3) + item("จ", 1)
    assert shown(body, numbering) == ["1. ก", "2. ข", "5. ค", "6. ง", "7. จ"]


def test_lists_of_two_definitions_count_apart():
    numbering = definition(0, ("decimal", "%1.")) + definition(1, ("decimal", "(%1)")) + lists(0, 1)
    assert shown(item("ก") + item("ข", 2) + item("ค"), numbering) == ["1. ก", "(1) ข", "2. ค"]


def test_an_override_may_change_a_level():
    other = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="thaiLetters"/>'
    other += '<w:lvlText w:val="ข้อ %1"/></w:lvl></w:lvlOverride>'
    assert shown(item("ข้อความ"), definition(0, ("decimal", "%1.")) + lists((0, other))) == ["ข้อ ค ข้อความ"]


@pytest.mark.parametrize(("sign", "written"), [("-", "-"), ("–", "–"), ("\uf0b7", "•"), ("o", "•"), ("➢", "•")])
def test_bullets_are_bullets_of_plain_text(sign, written):
    assert shown(item("ข้อความ"), definition(0, ("bullet", sign)) + lists(0)) == [f"{written} ข้อความ"]


def test_a_style_may_number_its_paragraphs_at_its_own_level():
    levels = (("decimal", "ส่วนที่ %1", '<w:pStyle w:val="h1"/>'), ("decimal", "%1.%2", '<w:pStyle w:val="h2"/>'))
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{key}"/>{number}</w:style>'
        for key in ("h1", "h2")
    )
    body = para("ผลการประเมิน", properties='<w:pStyle w:val="h1"/>') + para(
        "รายตัวชี้วัด", properties='<w:pStyle w:val="h2"/>'
    )
    assert shown(body, definition(0, *levels) + lists(0), styles) == ["ส่วนที่ 1 ผลการประเมิน", "1.1 รายตัวชี้วัด"]


def test_a_paragraph_may_leave_the_list_of_its_style():
    styles = '<w:style w:type="paragraph" w:styleId="s"><w:name w:val="s"/>'
    styles += '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    off = '<w:pStyle w:val="s"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = para("ก", properties='<w:pStyle w:val="s"/>') + para("ข", properties=off)
    assert shown(body, definition(0, ("decimal", "%1.")) + lists(0), styles) == ["1. ก", "ข"]


def test_a_list_may_take_its_levels_from_a_style_of_lists():
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
    styles = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/>'
    styles += '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    numbering = linked + definition(0, ("thaiNumbers", "(%1)")) + lists(7, 0)
    assert shown(item("ข้อความ"), numbering, styles) == ["(๑) ข้อความ"]


@pytest.mark.parametrize(
    "numbering",
    ["", lists(3), definition(0) + lists(0), '<w:num w:numId="1"/>', definition(0, ("decimal", "")) + lists(0)],
)
def test_a_list_that_is_not_defined_has_no_numbers(numbering):
    assert shown(item("ข้อความ"), numbering) == ["ข้อความ"]


def test_an_empty_item_counts_and_leaves_no_line():
    assert shown(item("ก") + item("") + item("ค"), definition(0, ("decimal", "%1.")) + lists(0)) == ["1. ก", "3. ค"]


def test_a_column_of_running_numbers_is_read_though_its_cells_are_empty():
    numbering = definition(0, ("decimal", "%1.")) + lists(0)
    body = table(*(row(cell(item("")), name) for name in ("กองคลัง", "กองช่าง")))
    found = docx_blocks(word(body, numbering=numbering)).blocks[0]
    assert [line.cells[0].lines for line in found.rows] == [("1.",), ("2.",)]


def test_an_empty_bullet_in_a_cell_is_nothing():
    body = table(row(cell(item("")), "กองคลัง"))
    found = docx_blocks(word(body, numbering=definition(0, ("bullet", "-")) + lists(0))).blocks[0]
    assert found.rows[0].cells[0].lines == ()


def test_steps_numbered_by_word_are_read_as_steps():
    numbering = definition(0, ("decimal", "%1."), ("decimal", "%1.%2")) + lists(0, (0, START_AT_5.replace("5", "1")))
    steps = cell(item("สำรวจข้อมูลที่ขาด"), item("ส่งผู้ดูแลเว็บไซต์", level=1), item("เผยแพร่ให้ครบ"))
    again = cell(item("ประชุมชี้แจงระเบียบ", 2), item("แจ้งเวียน", 2))
    body = table(
        row("มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ"),
        row("พัฒนาเว็บไซต์", steps, "สำนักปลัด"),
        row("กำกับการใช้ทรัพย์สิน", again, "กองคลัง"),
    )
    first, second = read_blocks(docx_blocks(word(body, numbering=numbering)).blocks).measures
    assert first.steps == ("สำรวจข้อมูลที่ขาด", "ส่งผู้ดูแลเว็บไซต์", "เผยแพร่ให้ครบ")
    assert second.steps == ("ประชุมชี้แจงระเบียบ", "แจ้งเวียน")
