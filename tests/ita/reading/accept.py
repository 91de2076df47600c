#!/usr/bin/env python3
"""Score the reader on a folder of papers with known readings: documents/*.txt and truth/*.json.

    accept.py PAPERS_DIR [--min 0.97] [--details]

A folder may also hold NAME.txt and NAME.json side by side. The exit status is 1 when any paper is under the least score
or has no truth, 2 when the folder holds no paper.
"""

# ruff: noqa: T201 - a command line of its own

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import score

from prongsai.ita.papers.json import to_json
from prongsai.ita.reading import read_file
from prongsai.ita.thai import Refused


def papers(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Give each paper with the place of its truth."""
    documents = folder / "documents" if (folder / "documents").is_dir() else folder
    truths = folder / "truth" if (folder / "truth").is_dir() else folder
    return ((path, truths / f"{path.stem}.json") for path in sorted(documents.glob("*.txt")))


def score_of(paper: Path, truth: Path, *, details: bool) -> float:
    """Read one paper and score the reading; 0 where it is refused or has no truth."""
    try:
        got = json.loads(json.dumps(to_json(read_file(paper))))
        tallies = score.score(score.load(str(truth)), got)
    except (Refused, OSError, ValueError) as error:
        print(f"{paper.name}: {error}")
        return 0.0
    if details:
        for tally in tallies.values():
            print(*(f"    {note}" for note in tally.notes), sep="\n", end="\n" if tally.notes else "")
    return score.overall(tallies)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Score the reader on a folder of papers with known readings.")
    parser.add_argument("folder", type=Path, help="folder with documents/*.txt and truth/*.json")
    parser.add_argument("--min", type=float, default=0.97, metavar="SHARE", help="least score of each paper")
    parser.add_argument("--details", action="store_true", help="list what was missed or extra")
    options = parser.parse_args(arguments)
    scores = {paper: score_of(paper, truth, details=options.details) for paper, truth in papers(options.folder)}
    for paper, value in scores.items():
        print(f"{value:.4f}  {'ok   ' if value >= options.min else 'UNDER'}  {paper.name}")
    if not scores:
        print(f"no papers in {options.folder}")
        return 2
    return 0 if all(value >= options.min for value in scores.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
