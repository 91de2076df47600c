"""What came of one look at an address, and who gives it: the web, or a folder with an exported site."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import unquote, urlsplit, urlunsplit

from prongsai.ita.reading.web_page import WebPage

FILE_NAME = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|zip|rar|7z|jpe?g|png|gif|webp|svg|mp[34]|odt|ods|json|jsonld|xml|rss|ics|css|js)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Visit:
    """What stands at an address. `trouble` says in Thai why it does not open; `page` is None for what is no page.

    `not_looked`: the site, or our own bounds, kept us from looking; then nothing is known of it.
    """

    address: str
    page: WebPage | None = None
    body: bytes = field(default=b"", repr=False)
    kind: str = ""
    trouble: str = ""
    not_looked: bool = False
    cut: bool = False

    @property
    def opens(self) -> bool:
        """Whether a visitor gets something."""
        return not self.trouble and not self.not_looked

    @property
    def file_name(self) -> str:
        """The name of a file, as its address ends."""
        return PurePosixPath(unquote(urlsplit(self.address).path)).name


class Source(Protocol):
    """A site that can be looked at."""

    @property
    def main(self) -> str:
        """The address of its main page."""

    def visit(self, address: str) -> Visit:
        """Look at an address; whatever happens is an answer."""

    def inside(self, address: str) -> bool:
        """Whether an address belongs to the site, so that a walk may go on there."""

    def shown(self, address: str) -> str:
        """Give an address as a person knows it."""


def is_file(address: str) -> bool:
    """Whether an address ends as the name of a file and not of a page."""
    return bool(FILE_NAME.search(urlsplit(address).path))


def key_of(address: str) -> str:
    """Give one key for the addresses of one page: with or without www, index.html, a last stroke or a fragment."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    path = re.sub(r"(?:index\.(?:html?|php)|/)+$", "", unquote(parts.path))
    return urlunsplit(("", host_key(parts.netloc), path or "/", parts.query, ""))


def host_key(netloc: str) -> str:
    """Give a host without www, as people leave it out."""
    return netloc.lower().removeprefix("www.")
