"""A long report whose every text is new, and the memory of a process that writes many of them."""

from __future__ import annotations

import os
import resource
import shutil
import sys
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from itertools import count
from pathlib import Path
from random import Random

from bench.office import by_office
from bench.side_by_side import Case
from bench.weasyprint import by_weasyprint
from prongsai.ita.papers.blocks import Cell, Column, Heading, Items, PageBreak, Paper, Paragraph, Row, Table
from prongsai.ita.thai import words
from prongsai.ita.writing import write_docx, write_html, write_pdf

DAY = date(2025, 3, 17)
ROWS = 53
"""Rows of measures that fill twenty pages."""


class Writer:
    """Writes texts at random from the words of the demo papers, so that no text comes twice."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        papers = files("prongsai.platform.demo.papers").joinpath("texts")
        known = {word for name in ("P2.txt", "P5.txt") for word in words(papers.joinpath(name).read_text("utf-8"))}
        self.bag = sorted(word for word in known if len(word) > 1 and "\u0e01" <= word[0] <= "\u0e44")

    def text(self, letters: int) -> str:
        """Give about so many letters of Thai, a blank here and there, a figure at the end."""
        told = ""
        while len(told) < letters:
            told += self.chance.choice(self.bag) + (" " if self.chance.random() < 0.1 else "")
        return f"{told.strip()} {self.chance.randint(1, 99_999)}"


def _row(writer: Writer) -> Row:
    """Make up a measure: question, finding, measure, four steps, units, period."""

    def cell(letters: int) -> Cell:
        return Cell((Paragraph((writer.text(letters),)),))

    steps = Cell((Items(tuple((writer.text(55),) for _ in range(4))),))
    return Row((cell(40), cell(110), cell(60), steps, cell(40), cell(12)))


def long_report(seed: int, rows: int = ROWS) -> Paper:
    """Make a report: an opening, a landscape table of measures with steps, a closing."""
    writer = Writer(seed)
    table = Table(
        tuple(Column(writer.text(10), share) for share in (32, 38, 36, 62, 34, 27)),
        tuple(_row(writer) for _ in range(rows)),
        summary=writer.text(30),
    )
    return Paper(
        title=(writer.text(30), writer.text(30)),
        subject=writer.text(40),
        blocks=(
            Heading(writer.text(30)),
            *(Paragraph((writer.text(300),)) for _ in range(8)),
            PageBreak(landscape=True),
            table,
            PageBreak(),
            *(Paragraph((writer.text(300),)) for _ in range(8)),
        ),
        agency=writer.text(20),
        year=2568,
    )


def long_report_case() -> Case:
    """Twenty pages, everything new: ours, LibreOffice from our Word file, and WeasyPrint from our web page.

    WeasyPrint is no part of this project: BENCH_WEASYPRINT names the Python of an environment that has it.
    """
    seeds = count(1)
    candidates: dict[str, Callable[[], object]] = {
        "ours: PDF by Typst, Thai cutting included": lambda: write_pdf(long_report(next(seeds)), DAY),
        "of it: making the content up": lambda: long_report(next(seeds)),
        "ours: Word": lambda: write_docx(long_report(next(seeds)), DAY),
    }
    office = shutil.which("soffice")
    if office:
        candidates["LibreOffice from our Word file"] = lambda: by_office(
            office, write_docx(long_report(next(seeds)), DAY)
        )
    python = os.environ.get("BENCH_WEASYPRINT")
    if python:
        candidates["WeasyPrint from our web page"] = lambda: by_weasyprint(
            python, write_html(long_report(next(seeds)), DAY)
        )
    return Case("a report of 20 pages, every text new", candidates, rounds=5)


def show_memory(documents: int = 200) -> None:
    """Print what this process holds after more and more documents, as PDF and Word, every text new."""
    print(f"\nmemory of one process over {documents} reports of 5 pages, PDF and Word, every text new")
    for number in range(1, documents + 1):
        paper = long_report(-number, rows=10)
        write_pdf(paper, DAY)
        write_docx(paper, DAY)
        if number in (1, documents // 10, documents // 4, documents // 2, documents):
            print(f"  after {number:>5}: {_megabytes():>6.0f} MB")


def _megabytes() -> float:
    """Give the memory held now, or where the system does not tell, the most that was ever held."""
    try:
        held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    except OSError:
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return held / 1_000_000


if __name__ == "__main__":
    show_memory(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
