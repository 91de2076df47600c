"""Writes a paper as PDF by Typst: PDF/A-3a for keeping, PDF/UA-1 for listening."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, cast

import typst

from prongsai.ita.papers.blocks import Paper, PaperStyle
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing.content import Data, paper_data
from prongsai.ita.writing.fonts import fonts_folder

TEMPLATE = Path(__file__).parent / "template"

_ONE_AT_A_TIME = Lock()  # a compiler is not to be entered twice


def write_pdf(paper: Paper, written_on: date, style: PaperStyle | None = None) -> bytes:
    """Return the paper as a PDF file that is the same, byte for byte, for the same content and date.

    `written_on` becomes the date in the file's properties. Raises `Refused`: FONT when the font is not installed,
    PICTURE when the emblem is no picture.
    """
    fonts = fonts_folder()
    style = style or PaperStyle()
    data = paper_data(paper, style, written_on)
    if style.emblem is not None:
        _check_picture(fonts, style.emblem)
    return set_template("paper.typ", data, written_on, draft=paper.draft)


def set_template(
    template: str, data: Data, written_on: date, *, draft: bool = False, files: Mapping[str, bytes] | None = None
) -> bytes:
    """Set plain data by a template of this room, and return the PDF. `files` are further ones of text. Refuses FONT."""
    fonts = fonts_folder()
    midnight = datetime.combine(written_on, time(), UTC)
    with _ONE_AT_A_TIME:
        own = _files(template, data, _watermark(fonts) if draft else b"")
        pdf = _compiler(fonts).compile(
            cast("Any", own | dict(files or {})),  # the stubs know of a single file only
            format="pdf",
            pdf_standards=["a-3a", "ua-1"],
            timestamp=int(midnight.timestamp()),
        )
    assert isinstance(pdf, bytes)
    return pdf


def _files(template: str, data: Data, watermark: bytes) -> dict[str, bytes]:
    """Give the files of one paper beside those of the template, which stand in the compiler's root.

    They are files and no `sys_inputs`: Typst forgets all that it has set where one of those changes, and would look
    for the places of line ends in every word of the next paper again.
    """
    return {
        "main.typ": f'#include "{template}"'.encode(),
        "paper.json": json.dumps(data, ensure_ascii=False).encode(),
        "watermark.svg": watermark,
    }


@lru_cache(maxsize=2)
def _compiler(fonts: Path) -> typst.Compiler:
    """Keep one compiler with its fonts: loading it costs more than setting a paper."""
    return typst.Compiler(root=TEMPLATE, font_paths=[fonts], ignore_system_fonts=True)


@lru_cache(maxsize=4)
def _check_picture(fonts: Path, picture: bytes) -> None:
    """Draw a picture alone. Refuses PICTURE where it is broken behind its head."""
    with _ONE_AT_A_TIME:
        try:
            _compiler(fonts).compile(cast("Any", _picture_files(picture)), format="pdf")
        except typst.TypstError:
            raise Refused("PICTURE", "รูปตราของหน่วยงานเสียหาย โปรดบันทึกรูปใหม่เป็น PNG หรือ JPEG") from None


def _picture_files(picture: bytes) -> dict[str, bytes]:
    main = b'#image(bytes(json("picture.json")))'  # all files in memory have to be text
    return {"main.typ": main, "picture.json": json.dumps(list(picture)).encode()}


@lru_cache(maxsize=2)
def _watermark(fonts: Path) -> bytes:
    """Return the word ร่าง as an SVG of outlines, so that no reader of the text meets it."""
    svg = _compiler(fonts).compile(TEMPLATE / "watermark.typ", format="svg")
    assert isinstance(svg, bytes)
    return svg
