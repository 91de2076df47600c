"""Writes a paper as PDF by Typst: PDF/A-3a for keeping, PDF/UA-1 for listening."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from threading import Lock

import typst

from prongsai.ita.papers.blocks import Paper, PaperStyle
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing.content import paper_data
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
    midnight = datetime.combine(written_on, time(), UTC)
    with _ONE_AT_A_TIME:
        data["watermark"] = _watermark(fonts) if paper.draft else ""
        pdf = _compiler(fonts).compile(
            TEMPLATE / "paper.typ",
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["a-3a", "ua-1"],
            timestamp=int(midnight.timestamp()),
        )
    assert isinstance(pdf, bytes)
    return pdf


@lru_cache(maxsize=2)
def _compiler(fonts: Path) -> typst.Compiler:
    """Keep one compiler with its fonts: loading it costs more than setting a paper."""
    return typst.Compiler(root=TEMPLATE, font_paths=[fonts], ignore_system_fonts=True)


@lru_cache(maxsize=4)
def _check_picture(fonts: Path, picture: bytes) -> None:
    """Draw a picture alone. Refuses PICTURE where it is broken behind its head."""
    with _ONE_AT_A_TIME:
        try:
            _compiler(fonts).compile(
                b"#image(bytes(json(bytes(sys.inputs.picture))))",
                format="pdf",
                sys_inputs={"picture": json.dumps(list(picture))},
            )
        except typst.TypstError:
            raise Refused("PICTURE", "รูปตราของหน่วยงานเสียหาย โปรดบันทึกรูปใหม่เป็น PNG หรือ JPEG") from None


@lru_cache(maxsize=2)
def _watermark(fonts: Path) -> str:
    """Return the word ร่าง as an SVG of outlines, so that no reader of the text meets it."""
    svg = _compiler(fonts).compile(TEMPLATE / "watermark.typ", format="svg")
    assert isinstance(svg, bytes)
    return svg.decode("utf-8")
