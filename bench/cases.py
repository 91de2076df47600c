"""The hot paths that exist today."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from itertools import cycle
from pathlib import Path

import yaml

from bench.side_by_side import Case
from prongsai.cli.documents import Wish, compose
from prongsai.cli.plans import plan_from_papers
from prongsai.ita.catalogue import from_yaml
from prongsai.ita.papers.blocks import Paper
from prongsai.ita.reading import read_text
from prongsai.ita.thai import normalise, to_thai
from prongsai.ita.writing import write_docx, write_pdf

DAY = date(2025, 3, 17)


def cases() -> Iterator[Case]:
    """Give every case that this machine can run."""
    yield help_case()
    yield catalogue_case()
    yield reading_case()
    yield paper_case()


def help_case() -> Case:
    """The first thing that a person waits for."""

    def run(*command: str) -> None:
        subprocess.run([sys.executable, *command], capture_output=True, check=True)

    program = "from prongsai.cli import main; main(['--help'])"
    return Case(
        "prongsai --help, whole process",
        {"ours": lambda: run("-c", program), "an empty Python process": lambda: run("-c", "pass")},
    )


def catalogue_case() -> Case:
    """One year, validated with line numbers, against reading the same YAML with no check at all."""
    text = files("prongsai.ita.catalogue").joinpath("data/2566.yaml").read_text(encoding="utf-8")
    return Case(
        "one catalogue year (50 kB of YAML)",
        {
            "ours: read, placed and validated": lambda: from_yaml(text),
            "PyYAML safe_load, unchecked": lambda: yaml.safe_load(text),
        },
        rounds=5,
    )


def reading_case() -> Case:
    """A paper of 50 kB, against the floor: only normalising it."""
    paper = _demo_text("P2.txt")
    text = (paper * (50_000 // len(paper.encode()) + 1)).encode()[:50_000].decode(errors="ignore")
    return Case(
        "a text paper of 50 kB, warm, in process",
        {
            "ours: read to records": lambda: read_text(text),
            "only normalised": lambda: normalise(text),
        },
        rounds=5,
    )


def paper_case() -> Case:
    """The measures paper as PDF, against LibreOffice converting our own Word file of the same paper.

    Every round has scores and an agency of its own; the texts of the measures repeat, as they do between offices.
    """
    papers = cycle([_paper(number) for number in range(20)])
    candidates: dict[str, Callable[[], object]] = {
        "ours: PDF by Typst, Thai cutting included": lambda: write_pdf(next(papers), DAY),
        "ours: Word": lambda: write_docx(next(papers), DAY),
    }
    office = shutil.which("soffice")
    if office:
        candidates["LibreOffice from our Word file"] = lambda: _by_office(office, next(papers))
    return Case("the measures paper, new scores each time", candidates, rounds=5)


def _paper(number: int) -> Paper:
    text = _demo_text("P5.txt").replace("๗๘.๑๖", to_thai(f"7{number % 10}.1{number % 7}"))
    wish = Wish(Path("unused"), ("pdf",), agency=f"องค์การบริหารส่วนตำบลตัวอย่างที่ {number}")
    return compose(plan_from_papers([read_text(text)], 2568), wish)


def _by_office(office: str, paper: Paper) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "paper.docx")
        source.write_bytes(write_docx(paper, DAY))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, capture_output=True, check=True)
        return Path(folder, "paper.pdf").read_bytes()


def _demo_text(name: str) -> str:
    return files("prongsai.cli").joinpath("demo_papers", name).read_text(encoding="utf-8")
