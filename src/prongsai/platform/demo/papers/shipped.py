"""The papers of the demo agency, written to a folder in the formats in which an office has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path

from prongsai.ita.writing import write_docx, write_pdf
from prongsai.platform.demo.papers.from_text import office_paper
from prongsai.platform.demo.papers.workbook import results_workbook

AGENCY = "องค์การบริหารส่วนตำบลหนองกระจ่าง"


def demo_source(name: str) -> str:
    """Give the text or data from which a paper is made."""
    return files("prongsai.platform.demo.papers").joinpath("texts", name).read_text(encoding="utf-8")


def _word(name: str, year: int, day: date, *, landscape: bool = False) -> bytes:
    return write_docx(office_paper(demo_source(name), agency=AGENCY, year=year, landscape=landscape), day)


def _pdf(name: str, year: int, day: date) -> bytes:
    return write_pdf(office_paper(demo_source(name), agency=AGENCY, year=year), day)


def _text(name: str) -> bytes:
    return demo_source(name).encode("utf-8")


DEMO_PAPERS: Mapping[str, Callable[[], bytes]] = {
    "P1.xlsx": lambda: results_workbook(demo_source("P1.yaml")),
    "P2.docx": partial(_word, "P2.txt", 2567, date(2024, 2, 15), landscape=True),
    "P3.pdf": partial(_pdf, "P3.txt", 2566, date(2023, 11, 22)),
    "P4.pdf": partial(_pdf, "P4.txt", 2567, date(2024, 8, 15)),
    "P5.docx": partial(_word, "P5.txt", 2567, date(2024, 11, 5)),
    "P6.txt": partial(_text, "P6.txt"),
    "P7.txt": partial(_text, "P7.txt"),
}
"""Each paper by the name of its file, with what makes it."""


def write_demo_papers(folder: Path) -> list[Path]:
    """Write all demo papers to a folder, the same bytes each time, and give their places in order."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, make in DEMO_PAPERS.items():
        path = folder / name
        path.write_bytes(make())
        written.append(path)
    return written
