"""Reading the papers that a command is given, each in a child process with limits."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prongsai.ita.papers.reading import Reading

_AT_ONCE = 2
"""Children that read at the same time: each may take 512 MB."""


def read_paper(path: Path, *, ocr: bool = False) -> Reading:
    """Read one paper of any kind, scanned pages with tesseract where `ocr` is set.

    Refuses FILE where it cannot be opened, and what the reader refuses, by its name.
    """
    from prongsai.ita.reading import read_file_limited  # noqa: PLC0415 - loaded when a paper is there

    return read_file_limited(path, ocr=ocr)


def read_papers(paths: Sequence[Path]) -> list[Reading]:
    """Read several papers, in the order given. Nothing is given back unless all could be read."""
    with ThreadPoolExecutor(_AT_ONCE) as readers:
        return list(readers.map(read_paper, paths))
