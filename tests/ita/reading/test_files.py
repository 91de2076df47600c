from __future__ import annotations

import pytest

from bad_inputs.makers import MAKERS
from bad_inputs.office_files import TEXT, docx_parts, zipped
from prongsai.ita.reading import Cell, Layout, Row, Table, TextLine, files, read_bytes, read_file, read_layout, sizes
from prongsai.ita.thai import Notice, Refused

PAPER = TEXT + "\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 91.36 คะแนน"


def test_what_a_file_gives_to_think_about_is_a_warning_with_a_code():
    layout = Layout((TextLine(TEXT, 1),), (Notice("hidden-rows", "มีแถวที่ซ่อน"), Notice("ENCODING", "อ่านเป็น Windows-874")))
    warnings = read_layout(layout).warnings
    assert [(one.code, one.where, one.found) for one in warnings if one.where == "file"] == [
        ("hidden-rows", "file", "มีแถวที่ซ่อน"),
        ("encoding-concluded", "file", "อ่านเป็น Windows-874"),
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv"])
def test_an_encoding_that_was_concluded_is_told_and_one_that_is_known_is_not(name):
    for codec, told in (("cp874", True), ("utf-8", False)):
        codes = {warning.code for warning in read_bytes(PAPER.encode(codec), name).warnings}
        assert ("encoding-concluded" in codes) is told


@pytest.mark.parametrize(("file", "name"), [("remote-parts", "a.docx"), ("dde", "a.xlsx")])
def test_parts_of_an_office_file_that_are_not_opened_are_told(file, name):
    assert "external-parts" in {warning.code for warning in read_bytes(MAKERS[file](), name).warnings}


def test_doubts_about_letters_are_found_in_every_kind_of_file():
    paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in (TEXT, "สานักปลัด ๙1.๓6 คะแนน"))
    lost = f"<p>{TEXT}</p><p>สานักปลัด ๙1.๓6 คะแนน</p>"
    for data, name in ((zipped(docx_parts(body=paragraphs)), "a.docx"), (lost.encode(), "a.html")):
        assert {"ocr-suspect", "mixed-digits"} <= {warning.code for warning in read_bytes(data, name).warnings}


def test_a_merged_cell_is_doubted_once():
    row = Row((Cell(("๙1.๓6",)), Cell(("๙1.๓6",), "right"), Cell(("ก",))))
    warnings = read_layout(Layout((TextLine(TEXT), Table((row,))))).warnings
    assert [warning.found for warning in warnings if warning.code == "mixed-digits"] == ["๙1.๓6"]


@pytest.mark.parametrize("blocks", [(), (TextLine(" "),), (Table((Row((Cell(), Cell())),)),)])
def test_a_file_without_text_is_refused(blocks):
    with pytest.raises(Refused) as refused:
        read_layout(Layout(blocks))
    assert refused.value.rule == "EMPTY"


def test_a_file_with_more_text_than_a_paper_has_is_refused(monkeypatch):
    monkeypatch.setattr(files, "LARGEST_TEXT", 100)
    with pytest.raises(Refused) as refused:
        read_layout(Layout((TextLine("ก" * 101),)))
    assert refused.value.rule == "SIZE"


def test_a_file_with_more_bytes_than_allowed_is_refused_with_its_name(monkeypatch, tmp_path):
    monkeypatch.setattr(sizes, "LARGEST_FILE", 10)
    path = tmp_path / "มาตรการ.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(Refused) as refused:
        read_file(path)
    assert (refused.value.rule, refused.value.place.file) == ("SIZE", "มาตรการ.txt")
