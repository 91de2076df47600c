"""What rooms show on the public site of an office: pages of blocks, and files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from prongsai.ita.papers.blocks import Block


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of a page: its name as readers see it, and the row of `files` that holds its bytes."""

    name: str
    version: int


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of a part. `slug` is its address below that of the part (small letters, digits, hyphens), for ever.

    `about` is one line for lists, in Thai; `changed` the day since which it stands like this.
    """

    slug: str
    title: str
    blocks: tuple[Block, ...]
    about: str = ""
    files: tuple[SiteFile, ...] = ()
    changed: date | None = None


class SitePart(Protocol):
    """A part of the public site. `key` is its address below that of the site (`services`), for ever.

    `title` names it in English, translated when shown; parts with a small `order` come first in the menu. Texts of
    pages are Thai: the site is.
    """

    key: str
    title: str
    order: int

    def pages(self, today: date) -> Iterable[SitePage]:
        """Give the pages of the agency that speaks, only of what is public, in the order of lists."""
        ...
