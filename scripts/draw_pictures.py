"""Draw the pictures of the documentation anew from the invented papers: `python scripts/draw_pictures.py`."""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from prongsai.cli import main

PICTURES = Path(__file__).resolve().parent.parent / "docs/pictures"
PAPER = "measures-2568.pdf"
SCALE = 0.85
"""Dots for each point of the paper: text can just be read."""
GREYS = 16
MARGIN = 12
GROUND = 200


def draw_all(folder: Path) -> list[Path]:
    """Let the program do its demo and draw what came out; give the places of the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            main_without_leaving(["demo", "--out", made])
        picture = measures_paper(Path(made) / PAPER)
    path = folder / "measures-paper.png"
    picture.quantize(GREYS).save(path, optimize=True)
    return [path]


def measures_paper(paper: Path) -> Image.Image:
    """Draw the first page and the first page of the table of measures, side by side."""
    pages = pages_of(paper)
    return side_by_side([pages[0], next(page for page in pages if page.width > page.height)])


def main_without_leaving(words: list[str]) -> None:
    """Run a command of the program; leave only where it failed."""
    try:
        main(words)
    except SystemExit as left:
        if left.code:
            raise


def pages_of(paper: Path) -> list[Image.Image]:
    """Draw every page of a paper in greys."""
    with pypdfium2.PdfDocument(paper) as document:
        return [page.render(scale=SCALE, grayscale=True).to_pil() for page in document]


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Put pages beside each other on a grey ground."""
    width = sum(page.width for page in pages) + MARGIN * (len(pages) + 1)
    ground = Image.new("L", (width, max(page.height for page in pages) + 2 * MARGIN), GROUND)
    left = MARGIN
    for page in pages:
        ground.paste(page, (left, MARGIN))
        left += page.width + MARGIN
    return ground


if __name__ == "__main__":
    for drawn in draw_all(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES):
        print(drawn)
