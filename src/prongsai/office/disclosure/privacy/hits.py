"""What was found in the texts of a content: where it stands, to the letter, so that it can be hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from prongsai.ita.privacy import Allowed, PersonalData, find_before_publishing, find_in_table, redacted_text
from prongsai.office.disclosure.privacy.passages import Grid, Part, Passage, Path, read_passages, with_text


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that points to a private person. `text` is it as it stands: never kept, logged or shown.

    `spans` are the places in the content (way to the text, start, end, what a mask leaves); none for what stands in a
    file, of which `version` is the number.
    """

    kind: str
    text: str
    masked: str
    place: str
    spans: tuple[tuple[Path, int, int, str], ...] = ()
    version: int | None = None


def hits_in(content: Mapping[str, Any], allowed: Allowed) -> list[Hit]:
    """Look through the words, tables, composed papers and names of files of a frozen content."""
    found: list[Hit] = []
    for each in read_passages(content):
        found += _in_grid(each, allowed) if isinstance(each, Grid) else _in_passage(each, allowed)
    return found


def hidden(content: dict[str, Any], hits: Iterable[Hit]) -> dict[str, Any]:
    """Give the content with what was found masked in its texts: where it was found, and wherever else it stands."""
    by_path: dict[Path, list[PersonalData]] = defaultdict(list)
    told = list(hits)
    for hit in told:
        for path, start, end, masked in hit.spans:
            by_path[path].append(PersonalData("person-name", start, end, masked))
    texts = {part.path: part.text for part in _parts(content)}
    for path, text in texts.items():
        by_path[path] += [entry for hit in told for entry in _again(text, hit)]
    changes = {path: redacted_text(texts[path], found) for path, found in by_path.items() if found}
    return with_text(content, changes)


def _again(text: str, hit: Hit) -> Iterator[PersonalData]:
    """Find the very words once more: a name alone in a sentence is no finding by itself."""
    start = text.find(hit.text)
    while start >= 0:
        yield PersonalData("person-name", start, start + len(hit.text), hit.masked)
        start = text.find(hit.text, start + 1)


def _parts(content: Mapping[str, Any]) -> Iterator[Part]:
    for each in read_passages(content):
        for passage in [each] if isinstance(each, Passage) else [cell for row in each.rows for cell in row]:
            yield from passage.parts


def _in_passage(passage: Passage, allowed: Allowed) -> list[Hit]:
    return [_hit(passage, found) for found in find_before_publishing(passage.text, allowed)]


def _in_grid(grid: Grid, allowed: Allowed) -> list[Hit]:
    texts = [[cell.text for cell in row] for row in grid.rows]
    return [_hit(grid.rows[entry.row][entry.column], entry.found) for entry in find_in_table(texts, allowed)]


def _hit(passage: Passage, found: PersonalData) -> Hit:
    """Tell where a finding stands in the parts of a passage; over a line break it stands in two of them."""
    spans, at = [], 0
    for part in passage.parts:
        start, end = max(found.start, at), min(found.end, at + len(part.text))
        if start < end:
            masked = found.masked[start - found.start : end - found.start]
            spans.append((part.path, start - at, end - at, masked))
        at += len(part.text) + 1
    text = passage.text[found.start : found.end]
    return Hit(found.kind, text, found.masked, passage.place, tuple(spans))
