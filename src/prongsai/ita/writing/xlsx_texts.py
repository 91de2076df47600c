"""The first sheet of a workbook: all texts of the paper in order, and where its tables are."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter.image import Image

from prongsai.ita.papers.blocks import Block, FormLine, Heading, Items, Notice, Paper, Paragraph, SignatureBlock
from prongsai.ita.writing.emblem import ALT, emblem_of
from prongsai.ita.writing.forms import EMBLEM_PLACE, lacks_emblem, title_size
from prongsai.ita.writing.xlsx_cells import in_arabic, lines_of, text_of
from prongsai.ita.writing.xlsx_pages import DRAFT_MARK, Pages

WIDTH = 68  # about the letters of a line between the margins of A4
_EDGE = 0.5
"""An empty second column: LibreOffice never shrinks a single one to the page, however wide a font makes it."""
_POINTS_PER_CM = 72 / 2.54
_PIXELS_PER_CM = 96 / 2.54


class TextSheet:
    """Writes one text below the other."""

    def __init__(self, pages: Pages, name: str) -> None:
        """Begin the sheet."""
        self._pages = pages
        self._sheet = pages.sheet(name, landscape=False)
        self._sheet.set_column(0, 0, WIDTH)
        self._sheet.set_column(1, 1, _EDGE)
        self._row = 0

    def title(self, paper: Paper) -> None:
        """Write the emblem, the lines of the title, and ร่าง for a draft."""
        style = self._pages.style
        self._emblem()
        if lacks_emblem(paper, style):
            self._write(text_of([EMBLEM_PLACE]), align="left" if style.emblem_align == "start" else "center")
        size = float(title_size(paper, style.size_xlsx, Decimal(4)))
        for line in paper.title:
            self._write(in_arabic(line), bold=True, font_size=size, align="center")
        if self._pages.draft:
            self._write(DRAFT_MARK, bold=True, align="right")

    def block(self, block: Block) -> None:
        """Write a block of text; page breaks say nothing on a sheet."""
        match block:
            case Heading():
                size = float(self._pages.style.size_xlsx) + (2 if block.level == 1 else 0)
                self._write(in_arabic(block.text), bold=True, font_size=size)
            case Paragraph():
                align = {"start": "left", "center": "center", "end": "right"}[block.align]
                self._write(*lines_of(block), bold=block.bold, align=align)
            case Items():
                self._write(*lines_of(block), indent=1)
            case Notice():
                self._write(in_arabic(block.text), left=5)
            case FormLine():
                self._write("  ".join(f"{in_arabic(field.label)} {text_of(field.content)}" for field in block.fields))
            case SignatureBlock():
                self._write("")
                self._write(f"ลงชื่อ {'.' * 24} {in_arabic(block.role)}", align="center")
                self._write(f"({text_of([block.name])})", text_of([block.post]), align="center")

    def pointer(self, caption: str, sheet: str | None) -> None:
        """Write a caption, and on which sheet its figures are: None where a table of the paper tells them."""
        told = f"ดูแผ่นงาน “{sheet}”" if sheet else "ดูตัวเลขในตาราง"
        self._write(f"{in_arabic(caption)} ({told})", italic=True)

    def end(self) -> None:
        """Say what is printed, when all is written."""
        self._sheet.print_area(0, 0, max(0, self._row - 1), 1)

    def _write(self, *texts: str, **properties: Any) -> None:  # noqa: ANN401 - the library's own names and values
        for text in texts:
            self._row += self._pages.write_row(self._sheet, self._row, [text], [WIDTH], text_wrap=True, **properties)

    def _emblem(self) -> None:
        style = self._pages.style
        emblem = emblem_of(style)
        if emblem is None:
            return
        height = float(style.emblem_height)
        image = Image(BytesIO(emblem.content))
        scale = height * _PIXELS_PER_CM / (image.height * 96 / image.y_dpi)
        self._sheet.set_row(0, height * _POINTS_PER_CM + 4)
        room = WIDTH * 7 - height * _PIXELS_PER_CM * emblem.proportion
        options = {
            "image_data": BytesIO(emblem.content),
            "x_scale": scale * image.x_dpi / image.y_dpi,
            "y_scale": scale,
            "x_offset": max(0, int(room / 2)) if style.emblem_align == "center" else 0,
            "description": ALT,
        }
        self._sheet.insert_image(0, 0, "emblem", options)
        self._row = 1
