"""Reads files from outside in a child process with limits, so that no file can harm, hang or exhaust the program.

The child (`child`) gets the bytes on its standard input and answers in lines of JSON. It may use 20 seconds of
processor time and 512 MB of memory, write no file and start no program; the parent stops it after a minute and reads
no more than 64 MB of answer. Where the operating system knows no such limits (Windows), only the minute and the sizes
hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.ita.reading.child_process import answers_of, crashed, shown_name
from prongsai.ita.reading.limits import STANDARD, WITH_OCR, Limits
from prongsai.ita.reading.sizes import LARGEST_FILE, check_size
from prongsai.ita.thai.refusal import Refused

if TYPE_CHECKING:
    from prongsai.ita.papers.reading import Reading
    from prongsai.ita.reading.national_rows import NationalEntry
    from prongsai.ita.reading.row_lists import RowList
    from prongsai.ita.reading.traces import Trace


def read_file_limited(path: Path, *, limits: Limits | None = None, ocr: bool = False) -> Reading:
    """Read a file of any kind in a child process.

    `ocr`: read scanned pages of a PDF with tesseract; the child may then start that program, and may take minutes.
    Refuses what `files.read_bytes` refuses, FILE (it cannot be opened), LIMIT (too much time or memory) and CRASH (the
    parser failed), each with the file's name in the place.
    """
    return read_bytes_limited(_bytes_of(path), path.name, limits=limits, ocr=ocr)


def read_bytes_limited(data: bytes, name: str, *, limits: Limits | None = None, ocr: bool = False) -> Reading:
    """Read a file given as bytes and its name in a child process; see `read_file_limited`."""
    from prongsai.ita.papers.json import from_json  # noqa: PLC0415 - not needed for a refusal

    check_size(data, shown_name(name))
    reading = None
    order = {"task": "paper", "name": name, "ocr": ocr}
    for answer in answers_of(order, data, limits or (WITH_OCR if ocr else STANDARD)):
        reading = from_json(answer["reading"])
    if reading is None:
        raise crashed(shown_name(name))
    return reading


def read_traced_limited(data: bytes, name: str, *, limits: Limits = STANDARD) -> tuple[Reading, tuple[Trace, ...]]:
    """Read a file as `read_bytes_limited` does, and say of each score where in the paper it stands."""
    from prongsai.ita.papers.json import from_json  # noqa: PLC0415
    from prongsai.ita.reading.traces import traces_from_json  # noqa: PLC0415

    check_size(data, shown_name(name))
    order = {"task": "paper", "name": name, "ocr": False, "traced": True}
    told = {key: value for answer in answers_of(order, data, limits) for key, value in answer.items()}
    if "reading" not in told:
        raise crashed(shown_name(name))
    return from_json(told["reading"]), traces_from_json(told["traces"])


def read_national_limited(
    path: Path, *, limits: Limits = STANDARD, progress: Callable[[int, int], None] | None = None
) -> Iterator[NationalEntry]:
    """Read the yearly results of many agencies in a child process, entry by entry; see `national.read_national`."""
    from prongsai.ita.reading.national import told_progress  # noqa: PLC0415
    from prongsai.ita.reading.national_json import entry_from_json  # noqa: PLC0415

    data = _bytes_of(path)
    check_size(data, shown_name(path.name))
    answers = answers_of({"task": "national", "name": path.name}, data, limits)
    return told_progress(map(entry_from_json, answers), progress)


def read_rows_limited(data: bytes, name: str, *, limits: Limits = STANDARD) -> RowList:
    """Read the rows of a .xlsx or .csv list in a child process; see `row_lists.read_rows`."""
    from prongsai.ita.reading.row_lists import list_from_json  # noqa: PLC0415

    check_size(data, shown_name(name))
    return list_from_json(answers_of({"task": "rows", "name": name}, data, limits))


def _bytes_of(path: Path) -> bytes:
    shown = shown_name(path.name)
    try:
        if not path.is_file():
            raise Refused("FILE", "ไม่พบแฟ้ม หรือไม่ใช่แฟ้มเอกสาร").at(file=shown)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused("FILE", f"เปิดแฟ้มไม่ได้ ({getattr(error, 'strerror', None) or 'ชื่อแฟ้มผิด'})").at(file=shown) from error
    return data
