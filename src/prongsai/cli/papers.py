"""Reading the papers that a command is given, with the name of the file in every refusal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.ita.thai.refusal import Refused

if TYPE_CHECKING:
    from prongsai.ita.papers.reading import Reading


def read_paper(path: Path) -> Reading:
    """Read one paper. Refuses FILE where it cannot be opened, and what the reader refuses, naming the file."""
    from prongsai.ita.reading import read_file  # noqa: PLC0415 - a heavy room, loaded when a paper is there

    try:
        return read_file(path)
    except Refused as refused:
        raise refused.at(file=path.name) from refused
    except OSError as error:
        raise Refused("FILE", f"เปิดแฟ้มไม่ได้ ({error.strerror})").at(file=str(path)) from error


def read_papers(paths: Sequence[Path]) -> list[Reading]:
    """Read several papers, in the order given. Nothing is given back unless all could be read."""
    return [read_paper(path) for path in paths]
