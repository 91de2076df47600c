from __future__ import annotations

import pytest

from bad_inputs.office_files import docx_parts, xlsx_parts, zipped
from prongsai.ita.reading.kinds import FileKind, recognise
from prongsai.ita.thai import Refused

WORD = zipped(docx_parts())
SHEET = zipped(xlsx_parts())
PORTABLE = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ("มาตรการ".encode(), "a.txt", FileKind.TXT),
        ("มาตรการ".encode("utf-16"), "A.TXT", FileKind.TXT),
        (b"<table><tr><td>1</td></tr></table>", "a.txt", FileKind.TXT),
        (b"<p>1</p>", "a.html", FileKind.HTML),
        (b"<p>1</p>", "a.htm", FileKind.HTML),
        (b"a,b\n1,2", "a.csv", FileKind.CSV),
        (b"a\tb\n1\t2", "a.tsv", FileKind.CSV),
        (b"MZ is how a text may begin", "a.txt", FileKind.TXT),
        (WORD, "a.docx", FileKind.DOCX),
        (SHEET, "รายงาน.ผล.XLSX", FileKind.XLSX),
        (PORTABLE, "a.pdf", FileKind.PDF),
        (b"\xef\xbb\xbf\n" + PORTABLE, "a.pdf", FileKind.PDF),
    ],
)
def test_a_file_is_what_its_content_and_its_name_say(data, name, kind):
    assert recognise(data, name) is kind


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.txt", "a.html", "a.csv"])
@pytest.mark.parametrize("data", [WORD, SHEET, PORTABLE])
def test_a_name_that_says_something_else_is_told_what_the_content_is(data, name):
    fitting = {"a.docx": WORD, "a.xlsx": SHEET, "a.pdf": PORTABLE}.get(name)
    if data == fitting:
        assert recognise(data, name).value == name[2:]
        return
    with pytest.raises(Refused) as refused:
        recognise(data, name)
    assert refused.value.rule == "KIND"
    assert {WORD: ".docx", SHEET: ".xlsx", PORTABLE: ".pdf"}[data] in refused.value.message


def test_a_document_part_with_a_number_is_a_word_file_too():
    parts = docx_parts()
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    assert recognise(zipped(parts), "a.docx") is FileKind.DOCX


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a.doc", ".docx"),
        ("a.xls", ".xlsx"),
        ("a.jpg", "ภาพ"),
        ("a.zip", "แตกแฟ้ม"),
        ("a", "ไม่มีนามสกุล"),
        ("a.exe", ".pdf"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_what_to_do(name, advice):
    with pytest.raises(Refused) as refused:
        recognise(b"content", name)
    assert refused.value.rule == "KIND"
    assert advice in refused.value.message


def test_a_pdf_that_only_mentions_an_archive_is_a_pdf():
    assert recognise(PORTABLE + b"PK\x05\x06" + bytes(18), "a.pdf") is FileKind.PDF
