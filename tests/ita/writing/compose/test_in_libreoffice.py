"""Word files as LibreOffice opens them: the pages of our own PDF, Sarabun and no other face, lines that begin alike.

LibreOffice gets the fonts of the package and nothing else, in a profile of its own; all papers go through it at once.
"""

import ctypes
import os
import shutil
import subprocess
from dataclasses import replace

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest

from ita.writing.compose.test_every_paper import NAMES, all_papers  # noqa: F401 - a fixture
from prongsai.ita.catalogue import framework_for
from prongsai.ita.papers.blocks import BarChart, ChangeChart, HeatMap, PaperStyle, Radar
from prongsai.ita.writing import compose, measures_paper, write_docx, write_pdf
from prongsai.ita.writing.fonts import fonts_folder

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine")

KINDS = [*NAMES, "measures"]
FONTS_OF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""
ALIKE = 0.6
"""The share of lines that have to begin alike: LibreOffice ends lines inside compounds, Typst does not."""


def sarabun(name):
    style = compose.BRIEFING_STYLE if name == "briefing" else PaperStyle()
    return replace(style, font_docx="Sarabun", size_docx=style.size_pdf)


@pytest.fixture(scope="module")
def kinds(all_papers, head, plan, result):  # noqa: F811
    """One paper of every kind by its name."""
    told = head(unit="สำนักปลัด", place="อำเภอฟ้ากว้าง จังหวัดตัวอย่างธานี", footer="ข้อมูลสมมุติเพื่อการสาธิต")
    main = measures_paper(plan, result, framework_for(2568), agency=told.agency, footer=told.footer)
    return {**all_papers(told), "measures": main}


@pytest.fixture(scope="module")
def both(kinds, day, tmp_path_factory):
    """For each kind its own PDF, and the one that LibreOffice makes of its Word file."""
    folder = tmp_path_factory.mktemp("libreoffice")
    config = folder / "fonts.conf"
    config.write_text(FONTS_OF.format(fonts=fonts_folder(), cache=folder / "cache"), encoding="utf-8")
    for number, name in enumerate(KINDS):
        (folder / f"{number}.docx").write_bytes(write_docx(kinds[name], day, sarabun(name)))
    subprocess.run(
        [
            SOFFICE,
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--convert-to", "pdf", "--outdir", folder),
            *(folder / f"{number}.docx" for number in range(len(KINDS))),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(config), "HOME": str(folder)},
        check=True,
        capture_output=True,
        timeout=120,
    )
    made = {name: (folder / f"{number}.pdf").read_bytes() for number, name in enumerate(KINDS)}
    return {name: (write_pdf(kinds[name], day, sarabun(name)), made[name]) for name in KINDS}


def sizes(pdf):
    return [tuple(round(side) for side in page.get_size()) for page in pypdfium2.PdfDocument(pdf)]


def beginnings(pdf):
    """The first six letters of each line."""
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        lines: dict[int, str] = {}
        for n in range(text.count_chars()):
            letter = chr(pypdfium2.raw.FPDFText_GetUnicode(text, n))
            if letter.strip():
                pypdfium2.raw.FPDFText_GetCharOrigin(text, n, x, y)
                lines[round(y.value)] = lines.get(round(y.value), "") + letter
        found += [line[:6] for line in lines.values()]
    return found


@pytest.mark.parametrize("name", KINDS)
def test_a_word_file_has_the_pages_of_the_pdf_standing_and_lying_alike(both, name):
    own, made = both[name]
    assert sizes(made) == sizes(own)


@pytest.mark.parametrize("name", KINDS)
def test_the_font_that_the_file_names_is_the_one_that_is_used(both, tmp_path, name):
    (tmp_path / "made.pdf").write_bytes(both[name][1])
    with pikepdf.open(tmp_path / "made.pdf") as pdf:
        fonts = {
            str(entry.BaseFont)
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary) and "/BaseFont" in entry
        }
    assert fonts
    assert {font.lstrip("/").split("+")[-1].split("-")[0] for font in fonts} == {"Sarabun"}


@pytest.mark.parametrize("name", KINDS)
def test_most_lines_begin_as_they_do_in_the_pdf(both, kinds, name):
    drawn = any(isinstance(block, BarChart | Radar | ChangeChart | HeatMap) for block in kinds[name].blocks)
    own, made = (beginnings(pdf) for pdf in both[name])
    same = sum(line in made for line in own) / len(own)
    assert same >= (ALIKE - 0.1 if drawn else ALIKE)  # charts are drawn otherwise in Word
