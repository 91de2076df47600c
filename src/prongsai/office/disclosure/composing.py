"""What would be published of an item now: its pieces in their order, as readers would see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from prongsai.ita.papers.block_json import paper_to_json
from prongsai.ita.papers.blocks import Paper
from prongsai.ita.thai import fiscal_year_span
from prongsai.office.disclosure.content import PublishedContent, ShownFile, ShownPiece
from prongsai.office.disclosure.file_holders import PIECE_FILE
from prongsai.office.disclosure.models import DisclosedItem, Piece, PieceKind
from prongsai.office.disclosure.register import asked_item, code_of, owner_of, unit_of
from prongsai.office.reports.file_holders import SIGNED_REPORT
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import Attachment, FileVersion
from prongsai.platform.modules import registry
from prongsai.platform.modules.gathering import gather_content


def content_of(item: DisclosedItem) -> PublishedContent:
    """Give what would be published of an item now. Files are those kept here, not yet looked through."""
    pieces = list(item.pieces.select_related("report").order_by("order", "pk"))
    return composed(item, pieces, files_of(pieces))


def composed(
    item: DisclosedItem, pieces: Sequence[Piece], files: Mapping[int, Sequence[FileVersion]]
) -> PublishedContent:
    """Give the content of an item from its pieces and their files, which may have been read for many items at once."""
    asked, unit = asked_item(item), unit_of(owner_of(item))
    return PublishedContent(
        year=item.round.fiscal_year,
        code=code_of(item),
        title=(asked.title or asked.candidate_title or "") if asked else "",
        sub_indicator=(asked.sub_indicator or "") if asked else "",
        indicator=asked.indicator if asked else None,
        unit=unit.name if unit else "",
        explanation=item.explanation,
        pieces=tuple(shown(piece, item, files.get(piece.pk, ())) for piece in pieces),
        years=tuple(sorted({piece.covers for piece in pieces if piece.covers})),
        months=tuple(sorted({month for piece in pieces for month in piece.months})),
    )


def shown(piece: Piece, item: DisclosedItem, files: Sequence[FileVersion] = ()) -> ShownPiece:
    """Give a piece as readers see it."""
    return ShownPiece(
        kind=PieceKind(piece.kind).value,
        heading=piece.heading,
        element=piece.element,
        words=tuple(line.strip() for line in piece.words.splitlines() if line.strip()),
        rows=tuple(tuple(str(cell) for cell in row) for row in piece.rows),
        paper=_paper_of(piece, item),
        nothing=piece.nothing,
        link=piece.link,
        files=tuple(_shown_file(version) for version in files),
        covers=piece.covers,
        happened=piece.happened,
        received=piece.received,
    )


def files_of(pieces: Iterable[Piece]) -> dict[int, list[FileVersion]]:
    """Give the newest versions of the files of pieces, by the number of the piece; of a report its signed copy."""
    listed = list(pieces)
    found = _held(PIECE_FILE.key, [piece.pk for piece in listed])
    reports = {piece.report_id: piece.pk for piece in listed if piece.report_id}
    for report, versions in _held(SIGNED_REPORT.key, list(reports)).items():
        found[reports[report]] = [*versions, *found.get(reports[report], [])]
    return found


def _held(holder: str, things: Sequence[int]) -> dict[int, list[FileVersion]]:
    found: dict[int, list[FileVersion]] = defaultdict(list)
    if not things:
        return found
    rows = Attachment.objects.filter(holder=holder, thing__in=things).order_by("pk").select_related("file")
    for attachment in rows.prefetch_related("file__versions"):
        versions = sorted(attachment.file.versions.all(), key=lambda version: version.number)
        found[attachment.thing] += versions[-1:]
    return found


def _shown_file(version: FileVersion) -> ShownFile:
    """Give a file under an address that stays when it gets a newer version."""
    ending = PurePosixPath(version.name).suffix.lower()
    return ShownFile(
        address=f"file-{version.file_id}{ending}",
        name=version.name,
        sha256=version.sha256,
        size=version.size,
        kind=version.kind,
        version=version.pk,
    )


def _paper_of(piece: Piece, item: DisclosedItem) -> dict[str, Any] | None:
    if piece.kind == PieceKind.REPORT and piece.report is not None:
        return dict(piece.report.told.paper)
    if piece.kind == PieceKind.RECORDS:
        return paper_to_json(records_paper(piece, item))
    return None


def records_paper(piece: Piece, item: DisclosedItem) -> Paper:
    """Give what a room holds on the piece's topic between its days; an empty paper where that room is gone."""
    since, until = piece.since or first_day(item), piece.until or last_day(item)
    return Paper(
        title=(),
        subject=piece.heading,
        blocks=gather_content(registry, piece.source, piece.topic, item.agency.code, since=since, until=until),
        agency=item.agency.name,
        year=item.round.fiscal_year,
        draft=False,
    )


def first_day(item: DisclosedItem) -> date:
    """Give the first day of the fiscal year of an item's round."""
    start = fiscal_year_span(item.round.fiscal_year).start
    assert start is not None
    return start


def last_day(item: DisclosedItem) -> date:
    """Give the last day of the fiscal year of an item's round, or today where that is earlier."""
    return min(fiscal_year_span(item.round.fiscal_year).end or date.max, max(today(item.agency), first_day(item)))
