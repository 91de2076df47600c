"""Pictures of the user guide, drawn by the journeys: `PICTURES=docs/pictures pytest tests/journeys`."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page

PICTURES = os.environ.get("PICTURES", "")


def picture(page: Page, name: str, *, width: int = 1000, height: int = 900) -> None:
    """Draw what a page shows, where a folder for pictures was given; the page keeps its size."""
    if not PICTURES:
        return
    size = page.viewport_size
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=str(Path(PICTURES) / f"{name}.png"))
    if size:
        page.set_viewport_size(size)
