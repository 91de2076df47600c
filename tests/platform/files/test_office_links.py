"""Nothing that an Office file points to outside itself is fetched by whoever opens it; what may be clicked stays."""

from __future__ import annotations

import re

import pytest

from bad_inputs.office_files import docx_parts, relation, xlsx_parts, zipped
from prongsai.ita.thai import Refused
from prongsai.platform.files.cleaning.office import clean_office
from prongsai.platform.files.cleaning.office_links import belongs_to, clean_relations
from prongsai.platform.files.cleaning.office_parts import is_dropped


def target_of(kind: str, target: str) -> str | None:
    told = f"<Relationships>{relation(kind, target, external=True)}</Relationships>".encode()
    found = re.search(rb'Target="([^"]*)"', clean_relations(told, "word/_rels/document.xml.rels", frozenset()))
    return found[1].decode() if found else None


@pytest.mark.parametrize(
    ("kind", "target", "left"),
    [
        ("hyperlink", "https://www.example.go.th/", "https://www.example.go.th/"),
        ("hyperlink", "mailto:a@example.go.th", "mailto:a@example.go.th"),
        ("hyperlink", "แผน.docx", "แผน.docx"),
        ("hyperlink", "file:///C:/Documents/somchai/a.docx", "a.docx"),
        ("hyperlink", "\\\\server\\share\\a.docx", "a.docx"),
        ("hyperlink", "javascript:x()", "about:blank"),
        ("hyperlink", "ms-msdt:/id", "about:blank"),
        ("image", "http://somewhere.example/a.png", "about:blank"),
        ("image", "file:////server/a.png", "about:blank"),
        ("oleObject", "http://somewhere.example/a.html!x", "about:blank"),
        ("frame", "http://somewhere.example/", "about:blank"),
        ("externalLinkPath", "file:///C:/Documents/somchai/b.xlsx", "b.xlsx"),
        ("externalLinkPath", "https://somewhere.example/b.xlsx", "about:blank"),
        ("attachedTemplate", "https://somewhere.example/a.dotm", None),
    ],
)
def test_what_is_left_of_an_address_outside(kind, target, left):
    assert target_of(kind, target) == left


def test_a_document_inserted_whole_is_refused():
    parts = docx_parts(links=relation("aFChunk", "afchunk1.htm", 3)) | {"word/afchunk1.htm": "<p>x</p>"}
    with pytest.raises(Refused) as refused:
        clean_office(zipped(parts))
    assert refused.value.rule == "NESTED"


def test_a_workbook_for_macros_inside_a_paper_is_refused():
    inner = zipped(xlsx_parts() | {"xl/vbaProject.bin": b"x"})
    with pytest.raises(Refused) as refused:
        clean_office(zipped(docx_parts() | {"word/embeddings/a.xlsx": inner}))
    assert refused.value.rule == "MACRO"


def test_a_damaged_workbook_inside_is_left_out_and_the_paper_kept():
    assert clean_office(zipped(docx_parts() | {"word/embeddings/a.xlsx": b"PK\x03\x04 broken"}))


@pytest.mark.parametrize(
    "name", ["docProps/core.xml", "DOCPROPS/App.xml", "customXml/item1.xml", "_xmlsignatures/sig1.xml"]
)
def test_parts_that_only_tell_of_makers_are_dropped(name):
    assert is_dropped(name)


@pytest.mark.parametrize("name", ["word/document.xml", "xl/customXml.xml", "word/theme/theme1.xml", "docPropsx/a.xml"])
def test_parts_of_the_paper_stay(name):
    assert not is_dropped(name)


def test_links_of_a_dropped_part_go_with_it():
    gone = frozenset({"customXml/item1.xml"})
    assert belongs_to("customXml/_rels/item1.xml.rels", gone)
    assert not belongs_to("customXml/_rels/item2.xml.rels", gone)
    assert not belongs_to("customXml/item2.xml", gone)
