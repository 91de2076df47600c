"""The hot paths that exist today."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from itertools import cycle
from pathlib import Path
from random import Random

import yaml
from openpyxl import load_workbook
from xlsxwriter import Workbook

from bench.office import by_office
from bench.reports import long_report_case
from bench.side_by_side import Case
from prongsai.cli.documents import Wish, compose
from prongsai.cli.plans import plan_from_papers
from prongsai.ita.catalogue import from_yaml
from prongsai.ita.papers.blocks import Paper
from prongsai.ita.privacy import find_before_publishing, find_personal_data
from prongsai.ita.reading import read_bytes, read_bytes_limited, read_national_limited, read_text
from prongsai.ita.reading.national import national_entries
from prongsai.ita.thai import normalise, to_thai
from prongsai.ita.writing import write_docx, write_pdf

DAY = date(2025, 3, 17)


def cases() -> Iterator[Case]:
    """Give every case that this machine can run."""
    yield help_case()
    yield catalogue_case()
    yield reading_case()
    yield door_case()
    yield publishing_case()
    yield national_case()
    yield paper_case()
    yield long_report_case()


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


def door_case() -> Case:
    """What the safe door costs: the same paper in this process and in a child with limits."""
    data = _demo_text("P2.txt").encode()
    return Case(
        "a text paper of 16 kB through the safe door",
        {
            "ours: in a child process with limits": lambda: read_bytes_limited(data, "P2.txt"),
            "in process, warm": lambda: read_bytes(data, "P2.txt"),
        },
        rounds=5,
    )


def publishing_case() -> Case:
    """A megabyte searched for what must not be published, against citizen numbers and mobile numbers alone."""
    lines = (
        "๑. โครงการก่อสร้างถนน คสล. หมู่ที่ ๔ ตำบลหนองกระจ่าง งบประมาณ ๔๙๙,๐๐๐ บาท ตามแผนพัฒนาท้องถิ่น หน้า ๑๒\n",
        "2. นางแก้ว ตัวอย่างเมตตา บ้านเลขที่ 12/3 หมู่ที่ 4 โทร 081-234-5678 เลขประจำตัว 0100000000018\n",
        "หนังสือที่ ตย ๗๑๐๐๑/ว ๑๒๓ ลงวันที่ ๑๒ มกราคม ๒๕๖๘ เรื่อง ขอความร่วมมือ saraban@nongkrachang.example\n",
    )
    text = "".join(lines) * (1_000_000 // sum(len(line.encode()) for line in lines))
    return Case(
        "1 MB of text searched before publishing (goal 1 s)",
        {"ours": lambda: find_before_publishing(text), "numbers alone": lambda: find_personal_data(text)},
        rounds=3,
    )


def national_case() -> Case:
    """Every agency of the country in one year, against openpyxl only walking over the values."""
    data = national_workbook(8_300)

    def in_child() -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "all.xlsx")
            path.write_bytes(data)
            for _ in read_national_limited(path):
                pass

    def by_openpyxl() -> None:
        for row in load_workbook(io.BytesIO(data), read_only=True).worksheets[0].iter_rows(values_only=True):
            for _ in row:
                pass

    return Case(
        "a sheet of 8,300 agencies x 45 columns",
        {
            "ours: checked, every score parsed, rows": lambda: list(national_entries(data, "all.xlsx")),
            "ours, in a child process with limits": in_child,
            "openpyxl read-only, values alone": by_openpyxl,
        },
        rounds=5,
    )


def national_workbook(agencies: int) -> bytes:
    """Make a list of agencies with scores at random: 45 columns as such lists have them."""
    names = ["ที่", "ชื่อหน่วยงาน", "ประเภท", "จังหวัด", "คะแนนรวม", "ระดับ", "IIT", "EIT", "OIT"]
    names += [f"ตัวชี้วัดที่ {n}" for n in range(1, 11)] + [f"i{n}" for n in range(1, 27)]
    chance = Random(2567)
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("ผล")
        sheet.write_row(0, 0, names)
        for n in range(1, agencies + 1):
            about = [n, f"องค์การบริหารส่วนตำบลตัวอย่างที่ {n}", "อบต.", f"ตัวอย่าง {n % 77}", 0.0, "ผ่าน"]
            scores = [round(chance.uniform(40, 100), 2) for _ in range(len(names) - 5)]
            sheet.write_row(n, 0, [*about[:4], scores[0], about[5], *scores[1:]])
    return file.getvalue()


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
        candidates["LibreOffice from our Word file"] = lambda: by_office(office, write_docx(next(papers), DAY))
    return Case("the measures paper, new scores each time", candidates, rounds=5)


def _paper(number: int) -> Paper:
    text = _demo_text("P5.txt").replace("๗๘.๑๖", to_thai(f"7{number % 10}.1{number % 7}"))
    wish = Wish(Path("unused"), ("pdf",), agency=f"องค์การบริหารส่วนตำบลตัวอย่างที่ {number}")
    return compose(plan_from_papers([read_text(text)], 2568), wish)


def _demo_text(name: str) -> str:
    return files("prongsai.platform.demo.papers").joinpath("texts", name).read_text(encoding="utf-8")
