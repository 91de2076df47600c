"""A folder with an exported site, looked at as if a plain file server gave it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from prongsai.ita.reading.html_layout import decode_html
from prongsai.ita.reading.web_page import see_page
from prongsai.ita.thai.refusal import Refused
from prongsai.office.site.audit.visits import Visit

BASE = "https://folder.invalid/"
"""Stands for the folder in addresses: a name that can never be one of the web (RFC 2606)."""
_PAGES = {".html", ".htm"}


@dataclass(frozen=True, slots=True)
class FolderSite:
    """An exported site. Nothing outside the folder is opened, whatever a link or a symbolic link says."""

    folder: Path
    largest: int = 20_000_000

    @property
    def main(self) -> str:
        """The address of its first page."""
        return BASE

    def visit(self, address: str) -> Visit:
        """Read the file at an address; of a folder its index.html."""
        path = self._path(address)
        if path is None:
            return Visit(address, trouble="อยู่นอกโฟลเดอร์ที่ตรวจ จึงไม่ได้เปิด", not_looked=not self.inside(address))
        if path.is_dir():
            path = path / "index.html"
        if not path.is_file():
            return Visit(address, trouble="ไม่พบแฟ้มนี้ในโฟลเดอร์")
        with path.open("rb") as file:
            body = file.read(self.largest + 1)
        where = BASE + quote(path.relative_to(self.folder.resolve()).as_posix())
        if path.suffix.lower() not in _PAGES:
            return Visit(where, body=body[: self.largest], cut=len(body) > self.largest)
        try:
            page = see_page(decode_html(body).text, where)
        except Refused as refused:
            return Visit(where, trouble=refused.message)
        return Visit(where, page=page, body=body)

    def inside(self, address: str) -> bool:
        """Whether an address leads into the folder."""
        return address.startswith(BASE)

    def shown(self, address: str) -> str:
        """Give the path inside the folder; an address of the web as it is."""
        if not self.inside(address):
            return address
        return unquote(urlsplit(address).path).lstrip("/") or "index.html"

    def _path(self, address: str) -> Path | None:
        if not self.inside(address):
            return None
        root = self.folder.resolve()
        try:
            path = (root / unquote(urlsplit(address).path).lstrip("/")).resolve()
        except (OSError, ValueError):
            return None
        return path if path == root or root in path.parents else None
