"""A file is what its content and its name say together, and only if it is wanted here."""

from __future__ import annotations

import pytest

from bad_inputs.makers import MAKERS
from bad_inputs.planted import heic, saved
from prongsai.ita.thai import Refused
from prongsai.platform.files.kinds import EVIDENCE, PAPERS, PICTURES
from prongsai.platform.files.recognising import recognise_for

JPEG, PNG, WEBP = (saved(kind) for kind in ("JPEG", "PNG", "WEBP"))
HEIC = heic()
AVIF = b"\0\0\0\x18ftypavif\0\0\0\0avifmif1" + bytes(40)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (JPEG, "a.jpg", "jpeg"),
        (JPEG, "a.JPEG", "jpeg"),
        (PNG, "a.png", "png"),
        (WEBP, "a.webp", "webp"),
        (HEIC, "IMG_1.HEIC", "heic"),
        (PNG, "a.jpg", "png"),
        (HEIC, "a.jpg", "heic"),
        (MAKERS["docx"](), "ก.docx", "docx"),
        (MAKERS["xlsx"](), "ก.xlsx", "xlsx"),
        (MAKERS["page"](), "ก.htm", "html"),
        ("ก,1".encode(), "ก.csv", "csv"),
    ],
)
def test_what_is_taken(data, name, kind):
    assert recognise_for(data, name, EVIDENCE) == kind


@pytest.mark.parametrize(
    ("data", "name", "purpose", "rule"),
    [
        (JPEG, "a.pdf", EVIDENCE, "KIND"),
        (MAKERS["active-pdf"](), "a.jpg", EVIDENCE, "KIND"),
        (b"GIF89a" + bytes(40), "a.gif", EVIDENCE, "KIND"),
        (b"GIF89a" + bytes(40), "a.jpg", EVIDENCE, "KIND"),
        (AVIF, "a.heic", EVIDENCE, "KIND"),
        (MAKERS["svg"](), "a.svg", EVIDENCE, "KIND"),
        (MAKERS["svg"](), "a.png", EVIDENCE, "KIND"),
        (b"MZ" + bytes(100), "a.exe", EVIDENCE, "KIND"),
        (b"MZ" + bytes(100), "a.pdf", EVIDENCE, "KIND"),
        (b"MZ" + bytes(100), "a.jpg", EVIDENCE, "KIND"),
        (b"#!/bin/sh", "a.sh", EVIDENCE, "KIND"),
        (b"[InternetShortcut]", "a.url", EVIDENCE, "KIND"),
        (MAKERS["docx"](), "a.docm", EVIDENCE, "KIND"),
        (MAKERS["docx"](), "a.docx.js", EVIDENCE, "KIND"),
        (MAKERS["docx"](), "a", EVIDENCE, "KIND"),
        (MAKERS["polyglot"](), "a.pdf", EVIDENCE, "KIND"),
        (JPEG, "a.jpg", PAPERS, "KIND"),
        (MAKERS["docx"](), "a.docx", PICTURES, "KIND"),
        (b"", "a.jpg", EVIDENCE, "EMPTY"),
        (b"\xff\xd8\xff", "a.jpg", EVIDENCE, "EMPTY"),
        (b"", "a.pdf", EVIDENCE, "EMPTY"),
    ],
)
def test_what_is_not(data, name, purpose, rule):
    with pytest.raises(Refused) as refused:
        recognise_for(data, name, purpose)
    assert refused.value.rule == rule
    assert any("ก" <= letter <= "๛" for letter in refused.value.message)


def test_the_purpose_says_which_names_it_takes():
    with pytest.raises(Refused, match=r"\.pdf \.docx"):
        recognise_for(JPEG, "a.jpg", PAPERS)
