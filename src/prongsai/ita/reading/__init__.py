"""Reads the papers of offices as they are: files and text to the records of the reading contract.

Names are loaded when they are first used: a program that only hands files to the child process (`read_file_limited`)
needs none of the words and rules of the reader.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prongsai.ita.reading.files import read_bytes, read_file, read_layout
    from prongsai.ita.reading.layout import Block, Cell, Row, Table, TextLine
    from prongsai.ita.reading.layout_result import Layout
    from prongsai.ita.reading.limited import (
        read_bytes_limited,
        read_file_limited,
        read_national_limited,
        read_rows_limited,
        read_traced_limited,
    )
    from prongsai.ita.reading.limits import Limits
    from prongsai.ita.reading.national import read_national
    from prongsai.ita.reading.national_rows import NationalColumns, NationalRow, RowError
    from prongsai.ita.reading.reader import LARGEST_TEXT, read_blocks, read_text
    from prongsai.ita.reading.row_lists import Heading, ListRow, RowList, find_heading
    from prongsai.ita.reading.sizes import LARGEST_FILE
    from prongsai.ita.reading.text_layout import text_blocks
    from prongsai.ita.reading.traces import Trace

_HOMES = {
    "files": ("read_bytes", "read_file", "read_layout"),
    "layout": ("Block", "Cell", "Row", "Table", "TextLine"),
    "layout_result": ("Layout",),
    "limits": ("Limits",),
    "limited": (
        "read_bytes_limited",
        "read_file_limited",
        "read_national_limited",
        "read_rows_limited",
        "read_traced_limited",
    ),
    "national": ("read_national",),
    "national_rows": ("NationalColumns", "NationalRow", "RowError"),
    "reader": ("LARGEST_TEXT", "read_blocks", "read_text"),
    "row_lists": ("Heading", "ListRow", "RowList", "find_heading"),
    "sizes": ("LARGEST_FILE",),
    "text_layout": ("text_blocks",),
    "traces": ("Trace",),
}

__all__ = [
    "LARGEST_FILE",
    "LARGEST_TEXT",
    "Block",
    "Cell",
    "Heading",
    "Layout",
    "Limits",
    "ListRow",
    "NationalColumns",
    "NationalRow",
    "Row",
    "RowError",
    "RowList",
    "Table",
    "TextLine",
    "Trace",
    "find_heading",
    "read_blocks",
    "read_bytes",
    "read_bytes_limited",
    "read_file",
    "read_file_limited",
    "read_layout",
    "read_national",
    "read_national_limited",
    "read_rows_limited",
    "read_text",
    "read_traced_limited",
    "text_blocks",
]


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
