"""Gathers from publications, plans and results what the data files say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from prongsai.ita.scoring import Scores
from prongsai.office.disclosure.content import PublishedContent, ShownPiece
from prongsai.office.disclosure.models import Publication
from prongsai.office.results.services import confirmed_result
from prongsai.office.rounds.frameworks import framework_of
from prongsai.office.rounds.models import Round
from prongsai.office.site.lists import site_address
from prongsai.office.site.made import Facts
from prongsai.office.site.making.items import versions_of
from prongsai.office.site.making.measures import PublicMeasure, public_measures
from prongsai.office.site.making.shown_files import named
from prongsai.office.site.open_data.records import (
    DataAgency,
    DataAnswer,
    DataFile,
    DataItem,
    DataLevel,
    DataMeasure,
    DataScore,
    DataTable,
    DataVersion,
    ItemsFile,
    MeasuresFile,
    ScoresFile,
)

OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of an item of a code: `path` without the ending, head and rows as they were published."""

    code: str
    path: str
    title: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def files(self) -> tuple[str, ...]:
        """Where it lies, as CSV and as a workbook."""
        return (f"{self.path}.csv", f"{self.path}.xlsx")


def agency_of(facts: Facts) -> DataAgency:
    """Give whose data it is."""
    return DataAgency(code=facts.agency.code, name=facts.agency.name, invented=facts.agency.is_demo)


def items_files(facts: Facts) -> Iterator[tuple[ItemsFile, list[ShownTable]]]:
    """Give the items of each year with their tables, the newest year first."""
    by_year: dict[int, list[Publication]] = defaultdict(list)
    for publication in facts.publications:
        by_year[publication.content["year"]].append(publication)
    versions = versions_of(facts.publications)
    base = site_address(facts)
    for year in sorted(by_year, reverse=True):
        order = {item.code: n for n, item in enumerate(framework_of(year).items)}
        listed = sorted(by_year[year], key=lambda each: (order.get(each.content["code"], 999), each.pk))
        told = [_item(publication, versions[publication.item_id], base) for publication in listed]
        items = tuple(item for item, _tables in told)
        yield ItemsFile(agency=agency_of(facts), year=year, items=items), [table for _, some in told for table in some]


def measures_files(facts: Facts) -> Iterator[MeasuresFile]:
    """Give the measures of each year whose plan is decided, as the site shows them; none where it shows none."""
    if not facts.shows_progress:
        return
    for cycle in Round.objects.order_by("-fiscal_year"):
        if measures := public_measures(cycle, facts):
            told = tuple(_measure(each) for each in measures)
            yield MeasuresFile(agency=agency_of(facts), year=cycle.fiscal_year, day=facts.today, measures=told)


def scores_file(facts: Facts) -> ScoresFile | None:
    """Give the scores of the years that are over and confirmed, the newest first; None without any."""
    scores: list[DataScore] = []
    levels: list[DataLevel] = []
    for cycle in Round.objects.order_by("-fiscal_year"):
        result = confirmed_result(cycle)
        if result is not None:
            scores.extend(_scores(cycle.fiscal_year, result.scores))
            if result.scores.level:
                levels.append(DataLevel(year=cycle.fiscal_year, level=result.scores.level))
    if not scores:
        return None
    return ScoresFile(agency=agency_of(facts), scores=tuple(scores), levels=tuple(levels))


def _item(publication: Publication, versions: Sequence[Publication], base: str) -> tuple[DataItem, list[ShownTable]]:
    content = PublishedContent.model_validate(publication.content)
    gone = publication.withdrawn is not None
    pieces: tuple[ShownPiece, ...] = () if gone else content.pieces
    tables = list(_tables(content, pieces))
    item = DataItem(
        code=content.code,
        title=content.title,
        indicator=content.indicator,
        sub_indicator=content.sub_indicator,
        unit="" if gone else content.unit,
        path=publication.path,
        address=f"{base}{publication.path}" if base else None,
        version=publication.version,
        published=_day(publication.published),
        withdrawn=_day(publication.withdrawn) if publication.withdrawn else None,
        withdrawn_because=publication.withdrawn_because,
        years=() if gone else content.years,
        months=() if gone else content.months,
        answers=tuple(_answers(pieces)),
        files=tuple(_files(publication.path, pieces)),
        tables=tuple(DataTable(title=table.title, files=table.files) for table in tables),
        versions=tuple(_version(each) for each in versions),
    )
    return item, tables


def _answers(pieces: Sequence[ShownPiece]) -> Iterator[DataAnswer]:
    for piece in pieces:
        if piece.element:
            yield DataAnswer(element=piece.element, heading=piece.heading or piece.element)


def _files(path: str, pieces: Sequence[ShownPiece]) -> Iterator[DataFile]:
    for file in (file for piece in pieces for file in piece.files):
        where = named(path, file).path
        yield DataFile(path=where, name=file.name, kind=file.kind, size=file.size, sha256=file.sha256)


def _tables(content: PublishedContent, pieces: Sequence[ShownPiece]) -> Iterator[ShownTable]:
    with_rows = [piece for piece in pieces if len(piece.rows) > 1]
    for number, piece in enumerate(with_rows, start=1):
        path = f"data/{content.year}/tables/{content.code.lower()}-{number}"
        title = piece.heading or piece.element or content.title or content.code
        yield ShownTable(content.code, path, title, piece.rows)


def _version(publication: Publication) -> DataVersion:
    withdrawn = _day(publication.withdrawn) if publication.withdrawn else None
    published = _day(publication.published)
    return DataVersion(version=publication.version, published=published, mark=publication.mark, withdrawn=withdrawn)


def _measure(measure: PublicMeasure) -> DataMeasure:
    return DataMeasure(
        number=measure.label,
        title=measure.title,
        period=measure.period,
        state=measure.state.value,
        state_in_words=str(measure.state.label),
        steps_done=measure.done,
        steps=measure.whole,
    )


def _scores(year: int, scores: Scores) -> Iterator[DataScore]:
    framework = framework_of(year)
    names = {each.number: each.name for each in framework.indicators}
    subs = {each.code: each.name or "" for each in framework.sub_indicators}
    titles = {item.code: item.title or item.candidate_title or "" for item in framework.items}
    if scores.overall is not None:
        yield DataScore(year=year, kind="overall", code=OVERALL, name="", score=scores.overall)
    for instrument, score in scores.instruments.items():
        yield DataScore(year=year, kind="instrument", code=instrument, name="", score=score)
    for part, score in scores.eit_parts.items():
        yield DataScore(year=year, kind="eit-part", code=str(part), name="", score=score)
    for number, score in scores.indicators.items():
        yield DataScore(year=year, kind="indicator", code=str(number), name=names.get(number, ""), score=score)
    for sub, score in scores.sub_indicators.items():
        yield DataScore(year=year, kind="sub-indicator", code=sub, name=subs.get(sub, ""), score=score)
    for code, score in scores.items.items():
        yield DataScore(year=year, kind="item", code=code, name=titles.get(code, ""), score=score)


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
