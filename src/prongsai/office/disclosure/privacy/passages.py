"""The texts of a content as a person reads them, each with the places in the frozen data where its parts stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The way to a text in JSON data: keys of objects and numbers in lists."""

_NO_TEXT = frozenset(
    {"is", "level", "align", "bold", "indent", "numbered", "numeric", "share", "value", "mark", "form"}
)
"""Parts of blocks that say how they are shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """One text of the content, and the way to it."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Parts that belong together, read one below the other; `place` names it for a person, in Thai."""

    place: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """All parts as one text, a line break between two."""
        return "\n".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its head; each cell is a passage."""

    place: str
    rows: tuple[tuple[Passage, ...], ...]


def read_passages(content: Mapping[str, Any]) -> Iterator[Passage | Grid]:
    """Give all texts of a frozen content (`PublishedContent`), page by page order, with the names of its files."""
    yield Passage("คำอธิบายประกอบ", (Part(("explanation",), content["explanation"]),))
    for number, piece in enumerate(content["pieces"]):
        yield from _of_piece(("pieces", number), piece)


def _of_piece(path: Path, piece: Mapping[str, Any]) -> Iterator[Passage | Grid]:
    place = piece["heading"] or piece["element"] or f"ส่วนที่ {int(path[-1]) + 1}"
    words = [Part((*path, "heading"), piece["heading"])]
    words += [Part((*path, "words", n), text) for n, text in enumerate(piece["words"])]
    words += [Part((*path, "link"), piece["link"])]
    yield Passage(place, tuple(part for part in words if part.text))
    if piece["rows"]:
        rows = enumerate(piece["rows"])
        yield Grid(
            place,
            tuple(tuple(_cell(place, (*path, "rows", r), r, c, text) for c, text in enumerate(row)) for r, row in rows),
        )
    if piece["paper"]:
        yield from _of_paper(place, (*path, "paper"), piece["paper"])
    for n, file in enumerate(piece["files"]):
        yield Passage(f"{place} ชื่อแฟ้ม", (Part((*path, "files", n, "name"), file["name"]),))


def _cell(place: str, path: Path, row: int, column: int, text: str) -> Passage:
    return Passage(f"{place} แถวที่ {row + 1} ช่องที่ {column + 1}", (Part((*path, column), text),))


def _of_paper(place: str, path: Path, paper: Mapping[str, Any]) -> Iterator[Passage | Grid]:
    """Give the running text of a paper as one passage, and each of its tables."""
    running: list[Part] = []
    for name, told in paper.items():
        if name != "blocks":
            running += _texts((*path, name), told) if name not in _NO_TEXT else []
    for n, block in enumerate(paper["blocks"]):
        at = (*path, "blocks", n)
        if block["is"] == "Table":
            yield _of_table(place, at, block)
            running += [part for name in ("summary", "caption") for part in _texts((*at, name), block[name])]
        else:
            running += _texts(at, block)
    yield Passage(place, tuple(running))


def _of_table(place: str, path: Path, table: Mapping[str, Any]) -> Grid:
    head = tuple(
        Passage(place, (Part((*path, "columns", n, "header"), column["header"]),))
        for n, column in enumerate(table["columns"])
    )
    rows = [head]
    for r, row in enumerate(table["rows"]):
        at = (*path, "rows", r)
        if row["band"] is not None:
            rows.append((Passage(place, (Part((*at, "band"), row["band"]),)),))
            continue
        cells = enumerate(row["cells"])
        rows.append(
            tuple(
                Passage(f"{place} แถวที่ {r + 1} ช่องที่ {c + 1}", tuple(_texts((*at, "cells", c), cell)))
                for c, cell in cells
            )
        )
    return Grid(place, tuple(rows))


def _texts(path: Path, told: object) -> list[Part]:
    """Give the texts anywhere below a part of a paper."""
    if isinstance(told, str):
        return [Part(path, told)] if told else []
    if isinstance(told, list):
        return [part for n, entry in enumerate(told) for part in _texts((*path, n), entry)]
    if isinstance(told, dict):
        return [part for name, entry in told.items() if name not in _NO_TEXT for part in _texts((*path, name), entry)]
    return []


def with_text(content: dict[str, Any], changes: Mapping[Path, str]) -> dict[str, Any]:
    """Give the content with some of its texts replaced; the content itself stays as it is."""

    def changed(told: Any, path: Path) -> Any:
        if path in changes:
            return changes[path]
        if isinstance(told, Mapping):
            return {name: changed(entry, (*path, name)) for name, entry in told.items()}
        if isinstance(told, Sequence) and not isinstance(told, str):
            return [changed(entry, (*path, n)) for n, entry in enumerate(told)]
        return told

    made: dict[str, Any] = changed(content, ())
    return made
