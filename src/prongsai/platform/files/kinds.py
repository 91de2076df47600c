"""Kinds of file that are kept, and which of them are taken for what. No Django: the child process uses it too."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A kind of file as it is kept. Photographs of phones (HEIC) become JPEG."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    TXT = "txt"
    HTML = "html"
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture."""
        return self in (Kind.JPEG, Kind.PNG, Kind.WEBP)

    @property
    def content_type(self) -> str:
        """The type that is told to browsers."""
        return _TYPES[self]

    @property
    def suffix(self) -> str:
        """The end of its name."""
        return ".jpg" if self is Kind.JPEG else f".{self.value}"


_OPENXML = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: f"{_OPENXML}.wordprocessingml.document",
    Kind.XLSX: f"{_OPENXML}.spreadsheetml.sheet",
    Kind.CSV: "text/csv",
    Kind.TXT: "text/plain",
    Kind.HTML: "text/html",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.WEBP: "image/webp",
}

PAPER_SUFFIXES = (".pdf", ".docx", ".xlsx", ".csv", ".txt", ".html", ".htm")
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a file is for, and so which names it may have. `camera`: a phone offers to take a photograph."""

    key: str
    suffixes: tuple[str, ...]
    camera: bool = False


PAPERS = Purpose("papers", PAPER_SUFFIXES)
PICTURES = Purpose("pictures", PICTURE_SUFFIXES, camera=True)
EVIDENCE = Purpose("evidence", PAPER_SUFFIXES + PICTURE_SUFFIXES, camera=True)
PURPOSES = {purpose.key: purpose for purpose in (PAPERS, PICTURES, EVIDENCE)}
