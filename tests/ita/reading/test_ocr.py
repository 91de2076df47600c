"""Reading scans with tesseract: with the program itself where it is installed, else with one that plays its part."""

import os
import stat
import sys

import pytest

from ita.reading.test_pdf_pages import BREAK, SCAN
from ita.reading.typst_pages import pages
from prongsai.ita.reading.ocr import ocr_program
from prongsai.ita.reading.pdf_layout import pdf_blocks
from prongsai.ita.thai import Refused

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
ROWS = (
    "4\t1\t1\t1\t1\t0\t300\t300\t900\t60\t-1\t",
    "5\t1\t1\t1\t1\t1\t300\t300\t500\t60\t91\tคะแนนภาพรวม",
    "5\t1\t1\t1\t1\t2\t820\t300\t200\t60\t88\t๘๘.๗๕",
    "5\t1\t1\t1\t2\t1\t300\t600\t300\t60\t90\tระดับผ่าน",
)


@pytest.fixture
def player(tmp_path, monkeypatch):
    """A function: what a program called tesseract prints, and how it ends."""
    if sys.platform == "win32":
        pytest.skip("a script is no program there")

    def install(printed: str, *, ends: int = 0) -> None:
        path = tmp_path / "tesseract"
        (tmp_path / "printed.tsv").write_text(printed, encoding="utf-8")
        wanted = f"head -c 2 > '{tmp_path}/begins'; cat > /dev/null; cat '{tmp_path}/printed.tsv'; exit {ends}"
        path.write_text(f"#!/bin/sh\necho \"$@\" > '{tmp_path}/asked'\n{wanted}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    return install


def test_a_scan_is_read_where_asked_and_every_value_is_doubtful(player, tmp_path):
    player("\n".join([HEAD, *ROWS]))
    made = pdf_blocks(pages(SCAN), ocr=True)
    assert [block.text for block in made.blocks] == ["คะแนนภาพรวม ๘๘.๗๕", "ระดับผ่าน"]
    assert [(notice.rule, notice.value) for notice in made.notices] == [("ocr-used", "1")]
    assert (tmp_path / "begins").read_text() == "P5"
    assert "-l tha+eng" in (tmp_path / "asked").read_text()


def test_only_scanned_pages_are_given_to_the_program(player):
    player("\n".join([HEAD, *ROWS]))
    made = pdf_blocks(pages("เนื้อหาที่มีข้อความอยู่แล้วหลายตัวอักษร" + BREAK + SCAN), ocr=True)
    assert [block.text for block in made.blocks][:2] == ["เนื้อหาที่มีข้อความอยู่แล้วหลายตัวอักษร", "คะแนนภาพรวม ๘๘.๗๕"]
    assert made.notices[0].value == "2"


def test_a_scan_in_which_nothing_is_seen_has_no_text(player):
    player(HEAD)
    with pytest.raises(Refused) as refused:
        pdf_blocks(pages(SCAN), ocr=True)
    assert refused.value.rule == "NO-TEXT"


def test_a_program_that_fails_or_lacks_thai_is_said(player):
    player("", ends=1)
    with pytest.raises(Refused, match="tha") as refused:
        pdf_blocks(pages(SCAN), ocr=True)
    assert refused.value.rule == "OCR"


def test_a_missing_program_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match="ติดตั้ง") as refused:
        pdf_blocks(pages(SCAN), ocr=True)
    assert refused.value.rule == "OCR"


@pytest.mark.skipif(ocr_program() is None, reason="tesseract is not installed")
def test_the_program_itself_is_understood():
    try:
        made = pdf_blocks(pages(SCAN), ocr=True)
    except Refused as refused:
        assert refused.rule in {"NO-TEXT", "OCR"}
    else:
        assert made.notices[0].rule == "ocr-used"
