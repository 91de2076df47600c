"""Draws the pictures of docs/design.md: into the folder PICTURES where it is given, else for the test alone."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from prongsai.platform.accounts.models import Role


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(os.environ.get("PICTURES", tmp_path))


@pytest.fixture
def office(office):
    """The office under its own name, on its own day."""
    office.agency.name = "องค์การบริหารส่วนตำบลหนองกระจ่าง"
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    account = office.accounts[Role.COORDINATOR]
    account.display_name = "นางสาวพิมพ์ใจ ตัวอย่างดี"
    account.save()
    return office


def shades(path: Path) -> int:
    with Image.open(path) as picture:
        return len(picture.convert("L").getcolors(256))


def save(path: Path, picture: Image.Image) -> None:
    picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(path, optimize=True)


def draw(page, path: Path) -> None:
    page.evaluate("document.fonts.ready")
    page.screenshot(path=path)
    with Image.open(path) as picture:
        save(path, picture.copy())


@pytest.mark.parametrize(
    ("name", "part", "width", "size", "contrast"),
    [
        ("design-form", "forms", 1100, "normal", "normal"),
        ("design-contrast", "notices", 1100, "largest", "high"),
        ("design-phone", "tables", 360, "normal", "normal"),
    ],
)
def test_a_picture_of_the_screen(visit, office, folder, name, part, width, size, contrast):
    visitor = visit(office=office, width=width, height=900)
    visitor.chooses(size=size, contrast=contrast)
    draw(visitor.opens(f"/design/?part={part}"), folder / f"{name}.png")
    assert shades(folder / f"{name}.png") > 10


def test_a_picture_of_the_paper(staff, folder, tmp_path):
    page = staff.opens("/design/?part=tables")
    page.pdf(path=tmp_path / "paper.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "paper.pdf") as paper:
        width, height = paper[0].get_size()
        assert (round(width), round(height)) == (595, 842)
        words = paper[0].get_textpage().get_text_range()
        save(folder / "design-paper.png", paper[0].render(scale=1.2).to_pil())
    assert "1 / " in words
    assert shades(folder / "design-paper.png") > 10
