"""What a site is made of: pages that are drawn, files that are written, files that are copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

from prongsai.office.disclosure.models import Publication, SiteHome
from prongsai.platform.agency.models import Agency

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `path` is its permanent address below that of the site: empty for the first page, else it ends with `/`.

    `told` is what the template gets; `kind` says in Thai what sort of page it is, for lists and search; with `menu`
    (small numbers first) it stands in the menu as `label`, as which it is told among the news too. A page that is not
    `indexed` is found by no search and stands in no list of pages. `news`: the moment under which it is in the feed.
    """

    path: str
    title: str
    template: str
    told: Mapping[str, object] = field(default_factory=dict)
    kind: str = ""
    about: str = ""
    menu: int = 0
    label: str = ""
    changed: date | datetime | None = None
    indexed: bool = True
    news: datetime | None = None
    above: tuple[tuple[str, str], ...] = ()
    """Titles and paths of the pages above it, for the line that says where one is."""

    @property
    def file(self) -> str:
        """Where it lies in the folder of the site."""
        return f"{self.path}{INDEX}"


@dataclass(frozen=True, slots=True)
class File:
    """A file with its bytes, such as a list for programs."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that people attached: `version` is the row of `files`. Its words are searched under `title`, on `page`."""

    path: str
    version: int
    title: str = ""
    page: str = ""


Made: TypeAlias = Page | File | Copied


@dataclass(frozen=True, slots=True)
class Facts:
    """What every maker may ask of, read once for a whole site. `publications` are the newest of each item."""

    agency: Agency
    today: date
    home: SiteHome | None
    publications: tuple[Publication, ...]
    shows_progress: bool = True


Maker: TypeAlias = Callable[[Facts], Iterable[Made]]
"""Makes the pages and files of one part, while the agency speaks. A part with nothing to show makes nothing."""
