"""What a clarification says, as records and as frozen data: the remark, what stood where since when, and the proof."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from prongsai.ita.papers.block_json import paper_from_json
from prongsai.ita.papers.blocks import Paper


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True)


class ToldVersion(_Record):
    """A version that was published: its days, the number of its act in the log, and the hashes of its files."""

    version: int
    published: date
    happened: date | None = None
    received: date | None = None
    withdrawn: date | None = None
    act: int | None = None
    mark: str = ""
    files: tuple[tuple[str, str], ...] = ()


class ToldLook(_Record):
    """One look at the address: when, and whether it opened."""

    at: datetime
    opened: bool


class ClarificationContent(_Record):
    """All that a clarification says. `about` is the day of which the assessor speaks, `stood` the version of that day.

    `sent`, `seen`: when the contractor was asked and when it was seen live, for a page that stands on that site.
    """

    shape: Literal[1] = 1
    year: int
    code: str
    title: str
    remark: str
    told: date
    address: str
    explanation: str = ""
    about: date | None = None
    stood: int | None = None
    versions: tuple[ToldVersion, ...] = ()
    sent: date | None = None
    seen: date | None = None
    looks: tuple[ToldLook, ...] = ()
    proof: dict[str, Any] | None = None
    paper: dict[str, Any]

    @property
    def blocks(self) -> Paper:
        """The paper itself."""
        return paper_from_json(self.paper)
