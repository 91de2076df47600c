"""Reports for all agencies of the country, reckoned from some: `python -m bench.batch 200`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path

from prongsai.ita.thai import to_thai

COUNTRY = 8_300


def fill(folder: Path, agencies: int) -> None:
    """Make a folder for each agency with one paper, its scores and its name unlike all others."""
    paper = files("prongsai.platform.demo.papers").joinpath("texts", "P5.txt").read_text(encoding="utf-8")
    for number in range(agencies):
        own = paper.replace("๗๘.๑๖", to_thai(f"7{number % 10}.{number % 90 + 10}"))
        own = own.replace("หนองกระจ่าง", f"ตัวอย่างที่{to_thai(str(number))}")
        (folder / f"{number:05}").mkdir(parents=True)
        (folder / f"{number:05}" / "P5.txt").write_text(own, encoding="utf-8")


def show_batch(agencies: int = 200, jobs: int = 2) -> None:
    """Print reports per second of `prongsai report --batch`, its start included, and the time for the country."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder, "papers"), agencies)
        for wanted in (["pdf"], ["pdf", "docx"]):
            command = [sys.executable, "-c", "from prongsai.cli import main; main()", "report", "--year", "2568"]
            command += ["--batch", f"{folder}/papers", "--out", f"{folder}/{len(wanted)}", "--jobs", str(jobs)]
            command += [part for name in wanted for part in ("--format", name)]
            begun = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True)
            each = (time.perf_counter() - begun) / agencies
            print(f"\n{agencies} agencies on {jobs} processes, {' and '.join(wanted)}")
            print(f"  {1 / each:.1f} a second; {COUNTRY:,} in {COUNTRY * each / 60:.0f} minutes")


if __name__ == "__main__":
    show_batch(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
