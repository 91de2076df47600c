"""The shapes of the data that a site gives out. Their JSON Schemas are written from here (`schema_of`).

Fields are only ever added; a change that would break a reader counts the form up. Days are ISO 8601 in the common era,
fiscal years are those of the Buddhist era, paths are below the address of the site.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

Score = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json"), Field(ge=0, le=100)]
SHA256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Record(BaseModel):
    """A record that does not change."""

    model_config = ConfigDict(frozen=True)


class DataAgency(Record):
    """Whose data it is."""

    code: str
    name: str
    invented: Annotated[bool, Field(description="True where the agency is invented, for demonstration")]


class DataFile(Record):
    """A file of an item, with the SHA-256 of its bytes as they lie on the site."""

    path: str
    name: str
    kind: str
    size: int
    sha256: SHA256


class DataVersion(Record):
    """A version of an item's page; `mark` is the SHA-256 of all that it showed."""

    version: int
    published: date
    mark: SHA256
    withdrawn: date | None = None


class DataAnswer(Record):
    """Under which heading of its page an element stands."""

    element: str
    heading: str


class DataTable(Record):
    """A table of an item's page, as files."""

    title: str
    files: tuple[str, ...]


class DataItem(Record):
    """An item as it stands. Of one that was withdrawn the tombstone stays: the day, the reason, its versions.

    What the office's own check found stays inside.
    """

    code: str
    title: str
    indicator: int | None
    sub_indicator: str
    unit: str
    path: str
    address: Annotated[str | None, Field(description="Whole address, where the site knows its own")]
    version: int
    published: date
    withdrawn: date | None = None
    withdrawn_because: str = ""
    years: tuple[int, ...] = ()
    months: tuple[str, ...] = ()
    answers: tuple[DataAnswer, ...] = ()
    files: tuple[DataFile, ...] = ()
    tables: tuple[DataTable, ...] = ()
    versions: tuple[DataVersion, ...] = ()


class ItemsFile(Record):
    """All items of a fiscal year."""

    form: Literal["prongsai.site-items/1"] = "prongsai.site-items/1"
    agency: DataAgency
    year: int
    items: tuple[DataItem, ...]


class DataMeasure(Record):
    """A measure as the public sees it: never whose it is, nor what is late."""

    number: str
    title: str
    period: str
    state: str
    state_in_words: str
    steps_done: int
    steps: int


class MeasuresFile(Record):
    """The measures of a fiscal year, on a day."""

    form: Literal["prongsai.site-measures/1"] = "prongsai.site-measures/1"
    agency: DataAgency
    year: int
    day: date
    measures: tuple[DataMeasure, ...]


class DataScore(Record):
    """A score of a year: `kind` is overall, instrument, eit-part, indicator, sub-indicator or item."""

    year: int
    kind: Literal["overall", "instrument", "eit-part", "indicator", "sub-indicator", "item"]
    code: str
    name: str
    score: Score


class DataLevel(Record):
    """The level of a year, as published."""

    year: int
    level: str


class ScoresFile(Record):
    """The scores of the years whose results the office has confirmed, as the assessment printed them."""

    form: Literal["prongsai.site-scores/1"] = "prongsai.site-scores/1"
    agency: DataAgency
    scores: tuple[DataScore, ...]
    levels: tuple[DataLevel, ...] = ()


class DataSet(Record):
    """A set of data: what it is, and the files that hold it."""

    key: str
    title: str
    year: int | None
    files: tuple[str, ...]
    schema_path: Annotated[str | None, Field(serialization_alias="schema")] = None


class IndexFile(Record):
    """All that a site gives to programs: begin here."""

    form: Literal["prongsai.site-data/1"] = "prongsai.site-data/1"
    agency: DataAgency
    address: str | None
    made: date
    sets: tuple[DataSet, ...]


FILES: dict[str, type[Record]] = {
    "index": IndexFile,
    "items": ItemsFile,
    "measures": MeasuresFile,
    "scores": ScoresFile,
}


def schema_of(kind: str) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a kind of file. Raises KeyError for an unknown one."""
    told = FILES[kind].model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **told}


def as_json(record: Record) -> bytes:
    """Write a record as a file."""
    return (record.model_dump_json(by_alias=True, indent=1) + "\n").encode()
