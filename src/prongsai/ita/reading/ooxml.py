"""Opens the parts of an Office file (.docx, .xlsx): a zip of XML parts that point to each other.

Only parts inside the file are ever opened, each read no further than its limit. XML is parsed without entities,
without external parts and without network.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import IO, Any, TypeAlias

from lxml import etree

from prongsai.ita.reading.sizes import LARGEST_PART, LARGEST_SHEET
from prongsai.ita.thai import Refused

Element: TypeAlias = Any
"""An lxml element; lxml has no types of its own."""

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BROKEN = "แฟ้มไม่สมบูรณ์หรือเสียหาย โปรดเปิดด้วยโปรแกรมเดิมแล้วบันทึกใหม่"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def broken() -> Refused:
    """Give the refusal (TRUNCATED) of a file that cannot be opened as what it says it is."""
    return Refused("TRUNCATED", _BROKEN)


def local_name(element: Element) -> str:
    """Give the name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """Give an attribute by its name, in whatever namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return str(value)
    return None


def whole(value: str | None) -> int | None:
    """Give the whole number of an attribute, or None where it is none."""
    text = (value or "").strip()
    figures = text.removeprefix("-")
    return int(text) if figures.isascii() and figures.isdecimal() and len(figures) < 10 else None


class Package:
    """The parts of an Office file, by their path inside it."""

    def __init__(self, data: bytes) -> None:
        """Open the file. Refuses TRUNCATED where it is no sound zip."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE:
            raise broken() from None
        self._names = {name.lstrip("/").lower(): name for name in self._zip.namelist()}

    def read(self, part: str, *, most: int = LARGEST_PART) -> bytes | None:
        """Give the bytes of a part, or None where there is none. Refuses SIZE and TRUNCATED."""
        name = self._names.get(part.lower())
        if name is None:
            return None
        try:
            with self._zip.open(name) as stream:
                data = stream.read(most + 1)
        except _UNREADABLE:
            raise broken() from None
        if len(data) > most:
            raise Refused("SIZE", f"ส่วนหนึ่งของแฟ้มใหญ่เกิน {most // 1_000_000} เมกะไบต์ โปรดแยกแฟ้ม")
        return data

    def stream(self, part: str) -> IO[bytes] | None:
        """Give the bytes of a part as a stream, for a part that is walked and not kept."""
        data = self.read(part, most=LARGEST_SHEET)
        return None if data is None else io.BytesIO(data)

    def xml(self, part: str) -> Element | None:
        """Give the root element of a part, or None where there is none. Refuses SIZE and TRUNCATED."""
        data = self.read(part)
        if data is None:
            return None
        if _STRICT in data:
            data = data.replace(_STRICT, _USUAL)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise broken() from None

    def main_part(self, usual: str) -> str:
        """Give the path of the main part of the file, `usual` where nothing points to it."""
        return next((path for kind, path in self.related("").values() if kind == "officeDocument"), usual)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Give (kind, path) of the parts inside the file that a part points to, by relationship id."""
        folder = PurePosixPath(part).parent if part else PurePosixPath()
        root = self.xml(str(folder / "_rels" / f"{PurePosixPath(part).name if part else ''}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for link in root if root is not None else ():
            kind, target, name = link.get("Type"), link.get("Target"), link.get("Id")
            if kind and target and name and link.get("TargetMode") != "External":
                found[name] = (kind.rpartition("/")[2], _inside(folder, target))
        return found

    def part_of_kind(self, part: str, kind: str) -> Element | None:
        """Give the first part of a kind (`styles`, `numbering`) that a part points to, as XML."""
        path = next((path for found, path in self.related(part).values() if found == kind), None)
        return self.xml(path) if path else None


def _inside(folder: PurePosixPath, target: str) -> str:
    """Give the path inside the file that a target means."""
    path = PurePosixPath(target.lstrip("/")) if target.startswith("/") else folder / target
    parts: list[str] = []
    for step in path.parts:
        if step == "..":
            parts = parts[:-1]
        elif step != ".":
            parts.append(step)
    return "/".join(parts)
