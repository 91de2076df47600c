"""The parts of a framework that are lists of records: what each is called in Thai, and what names its records.

The workbook has a sheet for each; the comparison tells its records apart by `named_by`.
"""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ita.catalogue.fields import Leaf, leaves_of, value_at
from prongsai.ita.catalogue.labels import field_label
from prongsai.ita.catalogue.model import (
    Event,
    Framework,
    Indicator,
    Issue,
    Item,
    Question,
    RatingLevel,
    Record,
    Scale,
    Source,
    SubIndicator,
)


@dataclass(frozen=True, slots=True)
class Table:
    """One list of records. A `keyed` table is a mapping: its key stands before the fields of the record."""

    name: str
    path: tuple[str, ...]
    record: type[Record]
    named_by: str = "code"
    keyed: bool = False

    @property
    def columns(self) -> tuple[Leaf, ...]:
        """The columns in order; of a keyed table, those after the key."""
        return leaves_of(self.record)

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings in order, with that of the key first where the table has one."""
        key = (field_label("key"),) if self.keyed else ()
        return key + tuple(column.heading for column in self.columns)

    def rows(self, framework: Framework) -> list[tuple[str, Record]]:
        """Give the records with the name of each: its key, code, number or name."""
        records = value_at(framework, self.path)
        if isinstance(records, dict):
            return list(records.items())
        assert isinstance(records, tuple)
        return [(str(getattr(record, self.named_by)), record) for record in records]


TABLES = (
    Table("ตัวชี้วัด", ("indicators",), Indicator, named_by="number"),
    Table("ตัวชี้วัดย่อย", ("sub_indicators",), SubIndicator),
    Table("ข้อคำถาม", ("questions",), Question),
    Table("ข้อ OIT", ("items",), Item),
    Table("มาตราคำตอบ", ("scales",), Scale, keyed=True),
    Table("ระดับผล", ("ratings", "levels"), RatingLevel, named_by="name"),
    Table("ประเด็น", ("issues",), Issue, named_by="number"),
    Table("ปฏิทิน", ("calendar",), Event, named_by="name"),
    Table("แหล่งที่มา", ("sources",), Source, keyed=True),
)


def single_leaves() -> tuple[Leaf, ...]:
    """Give the single values of a framework: what stands in none of the tables, nor in the list of open points."""
    return tuple(leaf for leaf in leaves_of(Framework) if leaf.path != ("open_points",))
