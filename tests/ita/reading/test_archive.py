from __future__ import annotations

import io
import struct
import zipfile
import zlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bad_inputs.office_files import RELATIONS, docx_parts, relation, xlsx_parts, zipped
from prongsai.ita.reading.archive import clean_archive
from prongsai.ita.reading.archive_index import read_index
from prongsai.ita.reading.archive_packing import Part, pack
from prongsai.ita.thai import Refused


def contents(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        clean_archive(data)
    return refused.value.rule


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_clean_container_holds_the_same_parts_byte_for_byte(method):
    parts = docx_parts()
    clean = clean_archive(zipped(parts, method=method))
    assert contents(clean.data) == {name: text.encode() for name, text in parts.items()}
    assert clean.notices == ()


def test_what_is_no_xml_stays_as_an_empty_part():
    clean = clean_archive(
        zipped(docx_parts() | {"word/media/image1.png": b"\x89PNG", "word/embeddings/a.xlsx": b"PK\3\4"})
    )
    assert contents(clean.data)["word/media/image1.png"] == b""
    assert contents(clean.data)["word/embeddings/a.xlsx"] == b""


def test_the_clean_container_is_an_archive_without_peculiarities():
    clean = clean_archive(zipped(xlsx_parts()))
    assert [member.name for member in read_index(clean.data)] == list(contents(clean.data))
    assert clean_archive(clean.data).data == clean.data


def test_parts_streamed_by_a_program_that_learns_their_size_late_are_read():
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.written = bytearray()

        def writable(self):
            return True

        def write(self, data):
            self.written += data
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in docx_parts().items():
            archive.writestr(name, text)
    assert contents(clean_archive(bytes(pipe.written)).data)["word/document.xml"]


def test_an_archive_in_the_long_form_of_large_files_is_read():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in docx_parts().items():
            with archive.open(name, "w", force_zip64=True) as part:
                part.write(text.encode())
    assert contents(clean_archive(file.getvalue()).data)["word/document.xml"]


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("word/a.xml", "<!DOCTYPE a><a/>", "XML"),
        ("word/a.xml", "<a>" + "<!ENTITY" + "</a>", "XML"),
        ("word/a.xml", "<?xml version='1.0' encoding='windows-874'?><a/>", "XML"),
        ("word/a.xml", "<a/>".encode("utf-16-le"), "XML"),
        ("word/a.xml", "no markup at all", "XML"),
        ("word/a.rels", "PK", "XML"),
        ("word/a.dat", b"PK\3\4 an archive", "NESTED"),
        ("word/a.xml", b"Rar!", "NESTED"),
        ("xl/vbaProject.bin", b"x", "MACRO"),
        ("XL/VBAPROJECT.BIN", b"x", "MACRO"),
        ("a/../../b.xml", "<a/>", "ARCHIVE"),
        ("/b.xml", "<a/>", "ARCHIVE"),
        ("a\\b.xml", "<a/>", "ARCHIVE"),
        ("word/a.xml", b"<a>" + b" " * 40_000_000, "SIZE"),
        ("word/a.xml", b"<a>" + b" " * 5_000_000, "SIZE"),
    ],
)
def test_a_part_that_no_office_program_writes_is_refused(name, content, rule):
    parts = docx_parts()
    if "\\" in name:  # the writer of the test turns it round
        data = zipped(parts | {name.replace("\\", "|"): content}).replace(b"a|b", b"a\\b")
    else:
        data = zipped(parts | {name: content})
    assert refusal(data) == rule


def test_an_empty_xml_part_is_no_reason_to_refuse():
    assert "docProps/custom.xml" in contents(clean_archive(zipped(docx_parts() | {"docProps/custom.xml": ""})).data)


def test_a_wrong_check_sum_is_found():
    data = zipped(docx_parts(), method=zipfile.ZIP_STORED)
    spoilt = data.replace("หนองกระจ่าง".encode(), "หนองกระจาาง".encode())
    assert spoilt != data
    assert refusal(spoilt) == "ARCHIVE"


def test_more_bytes_than_declared_are_found_though_the_check_sum_fits():
    content = b"<a>" + b" " * 1000 + b"</a>"
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = engine.compress(content) + engine.flush()
    assert refusal(pack([Part("a.xml", packed, True, 500, zlib.crc32(content[:500]))])) == "ARCHIVE"
    assert refusal(pack([Part("a.xml", packed + b"rest", True, len(content), zlib.crc32(content))])) == "ARCHIVE"
    assert refusal(pack([Part("a.xml", packed[:-3], True, len(content), zlib.crc32(content))])) == "ARCHIVE"


def test_a_header_that_contradicts_the_table_of_contents_is_found():
    data = zipped(docx_parts())
    first = data.index(b"[Content_Types].xml")
    assert refusal(data[:first] + b"[Content_Types].xmk" + data[first + 19 :]) == "ARCHIVE"


def test_an_archive_cut_off_anywhere_is_refused():
    data = zipped(docx_parts())
    rules = {refusal(data[:end]) for end in range(0, len(data), 7)}
    assert rules <= {"TRUNCATED", "ARCHIVE"}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_spoilt_archive_is_refused_or_opened_but_never_breaks_anything(changes):
    data = bytearray(zipped(docx_parts()))
    for at, value in changes:
        data[at % len(data)] = value
    try:
        clean = clean_archive(bytes(data))
    except Refused as refused:
        assert refused.rule in {"ARCHIVE", "TRUNCATED", "XML", "SIZE", "ENCRYPTED", "NESTED", "MACRO"}
    else:
        assert contents(clean.data)


def test_remote_parts_are_told_but_links_to_be_clicked_are_not():
    kinds = {"hyperlink": (), "image": (), "attachedTemplate": ("external-parts",), "oleObject": ("external-parts",)}
    for kind, told in kinds.items():
        links = relation(kind, "https://nongkrachang.example/a", external=True)
        clean = clean_archive(zipped(docx_parts(links=links)))
        assert tuple(notice.rule for notice in clean.notices) == told


def test_a_template_on_the_own_computer_is_usual():
    links = RELATIONS.format(links=relation("attachedTemplate", "file:///C:\\Templates\\Normal.dotm", external=True))
    assert clean_archive(zipped(docx_parts() | {"word/_rels/settings.xml.rels": links})).notices == ()


def test_a_document_inserted_whole_is_told_as_not_read():
    clean = clean_archive(zipped(docx_parts(links=relation("aFChunk", "afchunk.mht"))))
    assert [notice.rule for notice in clean.notices] == ["parts-dropped"]


def test_a_table_of_contents_that_says_too_much_is_refused_before_it_is_walked():
    data = bytearray(zipped(docx_parts()))
    data[-14:-10] = struct.pack("<2H", 60_000, 60_000)
    assert refusal(bytes(data)) == "SIZE"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", '<sheetData><row r="99999999"/></sheetData>'),
        ("xl/worksheets/sheet1.xml", '<sheetData><row><c r="A123456789"><v>1</v></c></row></sheetData>'),
        ("xl/elsewhere.xml", '<sheetData><row><c r="ABCD1"><v>1</v></c></row></sheetData>'),
        ("xl/sharedStrings.xml", '<sst count="1" uniqueCount="2147483648"><si><t>1</t></si></sst>'),
        ("xl/sharedStrings.xml", "<sst count = '+9999999'/>"),
    ],
)
def test_numbers_for_which_a_parser_would_make_room_at_once_are_refused(part, content):
    assert refusal(zipped(xlsx_parts() | {part: content})) == "SIZE"


def test_a_document_may_hold_the_same_numbers():
    assert clean_archive(zipped(docx_parts() | {"word/styles.xml": '<a r="ABCD1" count="99999999"/>'})).data


@pytest.mark.parametrize(
    ("cell", "far"), [("A1", False), ("ZZ9999", False), ("AAA1", True), ("AA10000", True), ("A100000", True)]
)
def test_cells_far_out_are_told_also_where_two_pieces_meet(cell, far):
    for blanks in (1, (1 << 20) - 60):
        filler = Random(1).randbytes(blanks // 2 + 1).hex()
        rows = f'<!--{filler}--><row><c r="{cell}"><v>1</v></c></row>'
        assert clean_archive(zipped(xlsx_parts(rows))).reaches_far is far
