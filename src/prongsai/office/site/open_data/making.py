"""Makes the data files of a site and the page that tells of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from posixpath import splitext
from typing import TypeAlias

from django.utils.translation import gettext as _

from prongsai.office.site.lists import site_address
from prongsai.office.site.made import Facts, File, Made, Page
from prongsai.office.site.open_data.dcat import catalogue
from prongsai.office.site.open_data.gathering import ShownTable, agency_of, items_files, measures_files, scores_file
from prongsai.office.site.open_data.lists import as_csv, as_xlsx
from prongsai.office.site.open_data.records import FILES, DataSet, IndexFile, ItemsFile, as_json, schema_of

TOP = "data/"
INDEX, CATALOGUE = f"{TOP}index.json", f"{TOP}catalog.jsonld"
_KINDS = {".json": "JSON", ".csv": "CSV", ".xlsx": "Excel"}
_ITEMS = ("code", "title", "unit", "path", "address", "version", "published", "withdrawn", "files", "mark")
_MEASURES = ("number", "title", "period", "state", "state_in_words", "steps_done", "steps")
_SCORES = ("year", "kind", "code", "name", "score")


Row: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""A line of the page: what it is, and kind and path of each of its files."""


@dataclass(frozen=True, slots=True)
class MadeSet:
    """A set of data with its files, and its lines on the page."""

    told: DataSet
    files: tuple[File, ...]
    rows: tuple[Row, ...]


def data_pages(facts: Facts) -> Iterator[Made]:
    """Make page and files. A site that shows nothing yet has none."""
    sets = [*_of_items(facts), *_of_measures(facts), *_of_scores(facts)]
    if not sets:
        return
    index = IndexFile(
        agency=agency_of(facts),
        address=site_address(facts) or None,
        made=facts.today,
        sets=tuple(each.told for each in sets),
    )
    files = [file for each in sets for file in each.files]
    title = _("Open data of %(agency)s") % {"agency": facts.agency.name}
    about = _("Items of the assessment, measures and results, as files for programs and spreadsheets.")
    yield Page(
        TOP,
        _("Open data and developers"),
        "site/data.html",
        {
            "rows": [row for each in sets for row in each.rows],
            "index": INDEX,
            "catalogue": CATALOGUE,
            "schemas": [_schema(kind) for kind in FILES],
        },
        kind=_("Open data"),
        about=about,
    )
    yield from files
    yield File(INDEX, as_json(index))
    yield File(CATALOGUE, catalogue(index, title, about, files, CATALOGUE))
    for kind in FILES:
        yield File(_schema(kind), (json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n").encode())


def _of_items(facts: Facts) -> Iterator[MadeSet]:
    for told, tables in items_files(facts):
        files = (
            File(f"{TOP}{told.year}/items.json", as_json(told)),
            File(f"{TOP}{told.year}/items.csv", _items_csv(told)),
        )
        title = _("Items of ITA, fiscal year %(year)s") % {"year": told.year}
        yield _set(f"items-{told.year}", title, told.year, files, "items")
        if tables:
            yield _of_tables(told.year, tables)


def _of_tables(year: int, tables: Sequence[ShownTable]) -> MadeSet:
    files = tuple(file for table in tables for file in _table(table))
    title = _("Tables of the items, fiscal year %(year)s") % {"year": year}
    told = DataSet(key=f"tables-{year}", title=title, year=year, files=tuple(file.path for file in files))
    return MadeSet(told, files, tuple(_row(f"{table.code} ({year}) {table.title}", table.files) for table in tables))


def _of_measures(facts: Facts) -> Iterator[MadeSet]:
    for told in measures_files(facts):
        rows = [[getattr(each, name) for name in _MEASURES] for each in told.measures]
        files = (
            File(f"{TOP}{told.year}/measures.json", as_json(told)),
            File(f"{TOP}{told.year}/measures.csv", as_csv(_MEASURES, rows)),
        )
        title = _("Measures of fiscal year %(year)s") % {"year": told.year}
        yield _set(f"measures-{told.year}", title, told.year, files, "measures")


def _of_scores(facts: Facts) -> Iterator[MadeSet]:
    told = scores_file(facts)
    if told is not None:
        rows = [[getattr(each, name) for name in _SCORES] for each in told.scores]
        files = (File(f"{TOP}scores.json", as_json(told)), File(f"{TOP}scores.csv", as_csv(_SCORES, rows)))
        yield _set("scores", _("Results of the assessment, as confirmed by the office"), None, files, "scores")


def _set(key: str, title: str, year: int | None, files: Sequence[File], kind: str) -> MadeSet:
    paths = tuple(file.path for file in files)
    told = DataSet(key=key, title=title, year=year, files=paths, schema_path=_schema(kind))
    return MadeSet(told, tuple(files), (_row(title, paths),))


def _row(title: str, paths: Sequence[str]) -> Row:
    return title, tuple((_KINDS[splitext(path)[1]], path) for path in paths)


def _items_csv(told: ItemsFile) -> bytes:
    return as_csv(
        _ITEMS,
        (
            (
                item.code, item.title, item.unit, item.path, item.address, item.version, item.published,
                item.withdrawn, len(item.files), item.versions[0].mark if item.versions else "",
            )
            for item in told.items
        ),
    )  # fmt: skip


def _table(table: ShownTable) -> tuple[File, File]:
    head, *rows = table.rows
    plain, workbook = table.files
    return File(plain, as_csv(head, rows)), File(workbook, as_xlsx(table.title, head, rows))


def _schema(kind: str) -> str:
    return f"{TOP}schema/{kind}.schema.json"
