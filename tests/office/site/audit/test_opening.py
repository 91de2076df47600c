"""A file of a site is opened in a child with limits; only what a visitor cannot open counts against the office."""

from __future__ import annotations

import io
import json

import pytest
from PIL import Image
from xlsxwriter import Workbook

from contractor_site import paper
from prongsai.office.site.audit import FolderSite
from prongsai.office.site.audit.declared import FORM, _headings
from prongsai.office.site.audit.opening import open_file
from prongsai.office.site.audit.visits import Visit


def opened(name: str, data: bytes, **told):
    found = open_file(Visit(f"https://a.example/files/{name}", body=data, **told))
    return found.opens, found.text


def scan() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(file, "PDF")
    return file.getvalue()


def sheet() -> bytes:
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("a").write_row(0, 0, ["เดือน", "จำนวน"])
    return file.getvalue()


def test_what_holds_text_is_read_and_a_scan_opens_without_text():
    assert opened("a.pdf", paper(("หัวข้อ", "เนื้อหา"))) == ("yes", "yes")
    assert opened("a.xlsx", sheet()) == ("yes", "yes")
    assert opened("scan.pdf", scan()) == ("yes", "no")


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.pdf", b""), ("a.pdf", b"%PDF-1.4 nothing"), ("a.pdf", b"<html>404</html>"), ("a.docx", b"PK\x03\x04")],
)
def test_what_a_visitor_cannot_open_is_told(name, data):
    assert opened(name, data)[0] == "no"


@pytest.mark.parametrize(("name", "data"), [("a.zip", b"PK\x03\x04"), ("a.doc", b"\xd0\xcf\x11\xe0"), ("a", b"?")])
def test_of_kinds_that_are_not_read_nothing_is_said(name, data):
    assert opened(name, data)[0] == "not-checked"


def test_what_was_cut_off_or_not_looked_at_says_nothing_either():
    assert opened("a.pdf", b"%PDF-1.7", cut=True)[0] == "not-checked"
    assert opened("a.pdf", b"", trouble="robots.txt", not_looked=True)[0] == "not-checked"


def test_a_picture_opens_and_holds_no_text():
    assert opened("a.jpg", b"\xff\xd8\xff\xe0 rest") == ("yes", "no")


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"form": "x"}', b"[" * 100_000, json.dumps({"form": FORM, "items": 3}).encode()]
)
def test_what_a_site_declares_wrongly_is_passed_over(body):
    assert _headings(body) == {}


def test_a_name_that_leads_nowhere_is_told_and_not_thrown(tmp_path):
    assert not FolderSite(tmp_path).visit("https://folder.invalid/a%00b.pdf").opens
