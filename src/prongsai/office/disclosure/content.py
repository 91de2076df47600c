"""What a published page shows, as records and as frozen data: all that the public site is made from."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from prongsai.ita.analysis.item_check import ElementState
from prongsai.ita.papers.block_json import paper_from_json
from prongsai.ita.papers.blocks import Paper
from prongsai.office.reports.content import mark_of

SHAPE: Literal[1] = 1
"""Counted up when contents are kept in another form."""

__all__ = ["SHAPE", "FoundInside", "PublishedContent", "ShownFile", "ShownPiece", "frozen", "mark_of"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True)


class ShownFile(_Record):
    """A file of a page. `address` is relative to the page's own; `version` is the row of `files` that holds the bytes.

    `sha256` is that of the bytes as they are published, metadata removed; `kind` is the type by content.
    """

    address: str
    name: str
    sha256: str
    size: int
    kind: str
    version: int


class ShownPiece(_Record):
    """A piece as readers see it. `paper` are blocks as JSON (`ita.papers.block_json`), where it was composed.

    `words` are paragraphs; `rows` a table, its head first; `nothing`: the page says ไม่มี under the heading.
    """

    kind: Literal["words", "table", "file", "link", "report", "records"]
    heading: str = ""
    element: str = ""
    words: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    paper: dict[str, Any] | None = None
    nothing: bool = False
    link: str = ""
    files: tuple[ShownFile, ...] = ()
    covers: int | None = None
    happened: date | None = None
    received: date | None = None

    @property
    def blocks(self) -> Paper | None:
        """The composed paper, as blocks."""
        return None if self.paper is None else paper_from_json(self.paper)


class PublishedContent(_Record):
    """The whole page of an item in a version.

    `years` are the fiscal years (BE) of the content; `months` those covered, as `2567-10` (Buddhist era).
    """

    shape: Literal[1] = SHAPE
    year: int
    code: str
    title: str
    sub_indicator: str = ""
    indicator: int | None = None
    unit: str = ""
    explanation: str = ""
    pieces: tuple[ShownPiece, ...] = ()
    years: tuple[int, ...] = ()
    months: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[ShownFile, ...]:
        """All files of the page, in the order of its pieces."""
        return tuple(file for piece in self.pieces for file in piece.files)


class FoundInside(_Record):
    """What was found of a version when it was published. It is the office's own business and no part of the content.

    `elements` tells by the catalogue's words what the check found of each. `without_text` names pages of PDF files that
    are pictures alone: nobody can search them or have them read out.
    """

    elements: dict[str, ElementState] = {}
    without_text: tuple[str, ...] = ()


def frozen(content: PublishedContent) -> dict[str, Any]:
    """Give the content as it is kept."""
    told: dict[str, Any] = content.model_dump(mode="json")
    return told
