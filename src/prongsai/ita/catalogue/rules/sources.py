"""Rules on trust: a source that is cited exists, and what is called high or medium cites one."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.catalogue.model import Framework, Record, Sourced
from prongsai.ita.catalogue.problems import FieldPath, Problem

_CITING_FIELDS = ("source", "name_en_source", "candidate_source", "examples_source")


def sources_exist(framework: Framework) -> Iterator[Problem]:
    """SOURCE: every source id that is cited stands in the file's list of sources."""
    for path, record in records_of(framework):
        for name in _CITING_FIELDS:
            for key in getattr(record, name, ()):
                if key not in framework.sources:
                    yield Problem("SOURCE", f"ไม่มีแหล่งที่มา {key} ในรายการแหล่งที่มา", (*path, name))


def trust_cites_a_source(framework: Framework) -> Iterator[Problem]:
    """CONFIDENCE: a record of high or medium confidence says where it was read."""
    for path, record in records_of(framework):
        if isinstance(record, Sourced) and record.confirmed and not record.source:
            message = f"ความเชื่อมั่นระดับ {record.confidence} ต้องอ้างแหล่งที่มาอย่างน้อยหนึ่งแหล่ง"
            yield Problem("CONFIDENCE", message, (*path, "confidence"))


def records_of(record: Record, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Record]]:
    """Give a record and every record inside it, each with its path, in order."""
    yield path, record
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from records_of(value, (*path, name))
        elif isinstance(value, tuple):
            for n, entry in enumerate(value):
                if isinstance(entry, Record):
                    yield from records_of(entry, (*path, name, n))
        elif isinstance(value, dict):
            for key, entry in value.items():
                if isinstance(entry, Record):
                    yield from records_of(entry, (*path, name, key))
