"""Word files of an invented office: what a person reads on paper is what comes out, in that order."""

import io

import docx
import pytest

from ita.reading.office_files import cell, para, row, run, table, word, zipped
from prongsai.ita.reading import Table, TextLine
from prongsai.ita.reading.docx_layout import docx_blocks
from prongsai.ita.reading.files import read_bytes
from prongsai.ita.thai import Refused

VANISH = "<w:vanish/>"


def lines(body, **parts):
    return [block.text for block in docx_blocks(word(body, **parts)).blocks if isinstance(block, TextLine)]


def rules(body):
    return [notice.rule for notice in docx_blocks(word(body)).notices]


def test_paragraphs_and_tables_come_in_the_order_of_the_body():
    document = docx.Document()
    document.add_paragraph("มาตรการส่งเสริมความโปร่งใส")
    written = document.add_table(1, 2)
    written.cell(0, 0).text, written.cell(0, 1).text = "กองคลัง", "กองช่าง"
    document.add_paragraph("ข้อเสนอแนะ")
    file = io.BytesIO()
    document.save(file)
    first, middle, last = docx_blocks(file.getvalue()).blocks
    assert first.text == "มาตรการส่งเสริมความโปร่งใส"
    assert [entry.lines for entry in middle.rows[0].cells] == [("กองคลัง",), ("กองช่าง",)]
    assert last.text == "ข้อเสนอแนะ"
    assert [first.number, middle.rows[0].number, last.number] == [1, 2, 3]


def test_an_empty_paragraph_leaves_a_gap_and_no_line():
    blocks = docx_blocks(word(para("หนึ่ง") + para() + para("  ") + para("สอง") + para("สาม"))).blocks
    assert [(block.text, block.gap) for block in blocks] == [("หนึ่ง", False), ("สอง", True), ("สาม", False)]


def test_a_heading_and_a_new_page_stand_apart_from_what_is_above():
    styles = '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="ของเรา"/><w:basedOn w:val="a1"/></w:style>'
    body = para("ก") + para("ข", properties='<w:pStyle w:val="b"/>') + para("ค", properties="<w:pageBreakBefore/>")
    body += para('<w:r><w:br w:type="page"/></w:r>', "ง") + para("จ")
    assert [block.gap for block in docx_blocks(word(body, styles=styles)).blocks] == [False, True, True, True, False]


def test_soft_line_breaks_part_lines_and_tabs_are_blanks():
    assert lines(para("มาตรการส่งเสริม\nประจำปี 2567") + para("ที่\t๑๐๑/๒๕๖๗")) == [
        "มาตรการส่งเสริม",
        "ประจำปี 2567",
        "ที่ ๑๐๑/๒๕๖๗",
    ]


def test_text_comes_out_in_the_one_canonical_spelling():
    assert lines(para("เเผนด\u0e4dาเนิน\u200bการ")) == ["แผนดำเนินการ"]


def test_three_lines_set_with_tabs_are_a_table():
    body = para("เครื่องมือ\tน้ำหนัก\tคะแนน") + para("IIT\t\t30\t85.44") + para("EIT\t30\t81.92") + para("หมายเหตุ")
    found, note = docx_blocks(word(body)).blocks
    assert isinstance(found, Table)
    assert [[part.text for part in line.cells] for line in found.rows][1] == ["IIT", "30", "85.44"]
    assert note.text == "หมายเหตุ"


def test_two_lines_with_tabs_are_only_lines():
    assert lines(para("ส่วนราชการ\tสำนักปลัด\tโทร") + para("ที่\t๑\tวันที่")) == ["ส่วนราชการ สำนักปลัด โทร", "ที่ ๑ วันที่"]


def test_deleted_text_goes_inserted_text_stays_and_both_are_told():
    deleted = "<w:del><w:r><w:delText>80.15</w:delText></w:r></w:del>"
    body = para("คะแนน ", deleted, f"<w:ins>{run('86.40')}</w:ins>")
    assert lines(body) == ["คะแนน 86.40"]
    assert rules(body) == ["tracked-changes"]


def test_moved_text_is_read_where_it_went():
    body = para(f"<w:moveFrom>{run('เดิม')}</w:moveFrom>") + para(f"<w:moveTo>{run('เดิม')}</w:moveTo>")
    assert lines(body) == ["เดิม"]


def test_a_deleted_paragraph_mark_joins_the_paragraphs():
    body = para("ปรับปรุง", properties="<w:rPr><w:del/></w:rPr>") + para("เว็บไซต์")
    assert lines(body) == ["ปรับปรุงเว็บไซต์"]


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        (VANISH, ["เห็น"]),
        ('<w:vanish w:val="0"/>', ["เห็นลับ"]),
        ('<w:rStyle w:val="h"/>', ["เห็น"]),
        ('<w:rStyle w:val="hh"/>', ["เห็น"]),
    ],
)
def test_hidden_text_is_left_out(properties, shown):
    styles = f'<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr>{VANISH}</w:rPr></w:style>'
    styles += '<w:style w:type="character" w:styleId="hh"><w:name w:val="x"/><w:basedOn w:val="h"/></w:style>'
    assert lines(para("เห็น", run("ลับ", properties)), styles=styles) == shown


def test_hidden_text_is_told_once():
    assert rules(para(run("ก", VANISH), run("ข", VANISH))) == ["hidden-text"]


def test_a_paragraph_in_a_hidden_style_is_left_out():
    styles = f'<w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/><w:rPr>{VANISH}</w:rPr></w:style>'
    body = para("ลับ", properties='<w:pStyle w:val="p"/>') + para("เห็น")
    assert lines(body, styles=styles) == ["เห็น"]


def test_styles_based_on_each_other_in_a_ring_end():
    ring = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="n"/><w:basedOn w:val="{}"/></w:style>'
    body = para("ข้อความ", properties='<w:pStyle w:val="a"/>')
    assert lines(body, styles=ring.format("a", "b") + ring.format("b", "a")) == ["ข้อความ"]


def test_of_a_field_the_result_is_read_and_never_its_instruction():
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO cmd "/c calc"</w:instrText></w:r>'
    field += (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("๘๖.๔๐")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert lines(para("ได้ ", field, f'<w:fldSimple w:instr="DATE">{run(" คะแนน")}</w:fldSimple>')) == ["ได้ ๘๖.๔๐ คะแนน"]


def test_content_controls_links_and_wrapped_blocks_are_read():
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('กองคลัง')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{run(' ดูเว็บไซต์')}</w:hyperlink>"
    body = f"<w:sdt><w:sdtContent>{para(inner, link)}{table(row('ก', 'ข'))}</w:sdtContent></w:sdt>"
    blocks = docx_blocks(word(body)).blocks
    assert blocks[0].text == "กองคลัง ดูเว็บไซต์"
    assert blocks[1].rows[0].cells[1].text == "ข"


def test_the_table_of_contents_is_no_part_of_the_paper():
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{para('สารบัญ')}</w:sdtContent></w:sdt>"
    body += para("ส่วนที่ 1\t3", properties='<w:pStyle w:val="t"/>') + para("ส่วนที่ 1")
    assert lines(body, styles=styles) == ["ส่วนที่ 1"]


def test_a_text_box_is_read_once_although_the_file_holds_it_twice():
    box = f"<w:txbxContent>{para('ในกรอบ')}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    body = para("นอกกรอบ", f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>") + para("ต่อไป")
    assert lines(body) == ["นอกกรอบ", "ในกรอบ", "ต่อไป"]


def test_a_text_box_in_a_cell_belongs_to_the_cell():
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{para('ในกรอบ')}</w:txbxContent></v:textbox></w:pict></w:r>"
    found = docx_blocks(word(table(row(cell(para("นอก", box)), "ข")))).blocks[0]
    assert found.rows[0].cells[0].lines == ("นอก", "ในกรอบ")


def test_headers_footers_and_instructions_for_printing_are_not_read():
    body = para("เนื้อหา") + '<w:sectPr><w:headerReference w:type="default"/></w:sectPr>'
    assert lines(body) == ["เนื้อหา"]


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>', "☐"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "•"),
        (run("ü", '<w:rFonts w:ascii="Wingdings"/>'), "✓"),
        ("<w:r><w:noBreakHyphen/></w:r>", "-"),
        ('<w:r><w:sym w:font="Wingdings" w:char="ไม่ใช่"/></w:r>', ""),
    ],
)
def test_signs_of_symbol_fonts_are_what_they_show(mark, shown):
    assert lines(para("ก ", mark)) == [f"ก {shown}".strip()]


def test_embedded_objects_and_files_are_told_and_not_opened():
    body = para("ก", '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>') + '<w:altChunk r="x"/>'
    found = docx_blocks(word(body)).notices
    assert [(notice.rule, notice.value) for notice in found] == [("embedded-parts", "2")]


def test_a_strict_word_file_is_read_too():
    strict = word(para("ข้อความ"))
    usual, other = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    body = f"<w:document xmlns:w='http://{other.decode()}'><w:body>{para('ข้อความ')}</w:body></w:document>"
    assert usual not in body.encode()
    assert [block.text for block in docx_blocks(zipped({"word/document.xml": body})).blocks] == ["ข้อความ"]
    assert docx_blocks(strict).blocks[0].text == "ข้อความ"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 no zip",
        zipped({"word/styles.xml": "<x/>"}),
        zipped({"word/document.xml": "<w:document xmlns:w='x'><w:body>"}),
        zipped({"word/document.xml": "<document/>"}),
        word(para("ข้อความ"))[:-60],
        word("<w:sdt><w:sdtContent>" * 200 + para("ลึก") + "</w:sdtContent></w:sdt>" * 200),
    ],
)
def test_what_is_no_sound_word_file_is_refused(data):
    with pytest.raises(Refused) as refused:
        docx_blocks(data)
    assert refused.value.rule == "TRUNCATED"


def test_entities_are_never_put_in():
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"<!DOCTYPE d [<!ENTITY e 'ลับ'>]><w:document xmlns:w='{space}'><w:body>"
    body += "<w:p><w:r><w:t>เห็น&e;</w:t></w:r></w:p></w:body></w:document>"
    assert [block.text for block in docx_blocks(zipped({"word/document.xml": body})).blocks] == ["เห็น"]


def test_what_the_file_hides_becomes_a_warning_of_the_reading():
    made = word(para("มาตรการส่งเสริมความโปร่งใส", run("ลับ", VANISH)))
    codes = [(warning.code, warning.where) for warning in read_bytes(made, "มาตรการ.docx").warnings]
    assert ("hidden-text", "file") in codes


def test_an_empty_word_file_has_no_blocks():
    assert docx_blocks(word(para())).blocks == ()
