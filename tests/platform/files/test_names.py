"""The name that is shown and downloaded fools nobody and fits every system."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prongsai.platform.files.names import MOST_BYTES, MOST_LETTERS, shown_name, with_suffix


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("รายงาน ปี 2567.docx", "รายงาน ปี 2567.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ก\\รายงาน.pdf", "รายงาน.pdf"),
        ("a\0.pdf", "a.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("com1.txt", "_com1.txt"),
        ("x.pdf.exe", "x.pdf.exe"),
        ("a\u202excod.exe", "a xcod.exe"),
        ("a\r\nContent-Type: x.pdf", "a Content-Type x.pdf"),
        ('a"b.pdf', "a b.pdf"),
        ("...", "แฟ้ม"),
        ("", "แฟ้ม"),
        (".pdf", "แฟ้ม.pdf"),
        ("น\u0e4d\u0e32.txt", "น\u0e33.txt"),
        ("a .pdf", "a.pdf"),
        ("%2e%2e.pdf", "%2e%2e.pdf"),
        ("\u200b.pdf", "แฟ้ม.pdf"),
    ],
)
def test_names_are_cleaned(given_name, shown):
    assert shown_name(given_name) == shown


def test_a_long_name_keeps_its_suffix():
    for letter in ("a", "ก", "🙂"):
        shown = shown_name(letter * 400 + ".docx")
        assert shown.endswith(".docx")
        assert len(shown) <= MOST_LETTERS
        assert len(shown.encode()) <= MOST_BYTES


@given(st.text(max_size=300))
@example("a\ud800.pdf")
@example("NUL.")
@example(". .pdf")
def test_every_name_is_one_that_every_system_takes(name):
    shown = shown_name(name)
    assert shown
    assert shown.isprintable()
    assert not set(shown) & set('/\\<>:"|?*')
    assert shown == shown.strip(". ")
    assert len(shown) <= MOST_LETTERS
    assert len(shown.encode()) <= MOST_BYTES
    assert shown_name(shown) == shown


def test_a_picture_is_named_by_what_it_became():
    assert with_suffix("IMG_1.HEIC", ".jpg") == "IMG_1.jpg"
