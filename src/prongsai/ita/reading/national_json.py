"""The JSON form of national results: one object per entry, scores as numbers, as `prongsai read --national` prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any, TypeAlias

from prongsai.ita.reading.answers import refusal_as_json, refusal_from_json
from prongsai.ita.reading.national_rows import NationalColumns, NationalEntry, NationalRow, RowError

Json: TypeAlias = dict[str, Any]


def entry_as_json(entry: NationalEntry) -> Json:
    """Give an entry as plain data: one key, `columns`, `row` or `error`."""
    if isinstance(entry, NationalColumns):
        return {"columns": asdict(entry)}
    if isinstance(entry, RowError):
        reasons = [refusal_as_json(refused) for refused in entry.refusals]
        return {"error": {"sheet": entry.sheet, "row": entry.row, "agency": entry.agency, "refusals": reasons}}
    return {"row": _row_as_json(entry)}


def entry_from_json(told: Mapping[str, Any]) -> NationalEntry:
    """Make an entry from plain data whose numbers with a point are `Decimal`."""
    if "columns" in told:
        return NationalColumns(**{**told["columns"], "unread": tuple(told["columns"]["unread"])})
    if "error" in told:
        error = told["error"]
        refusals = tuple(refusal_from_json(refused) for refused in error["refusals"])
        return RowError(error["row"], refusals, error["sheet"], error["agency"])
    row = dict(told["row"])
    overall = row.pop("overall")
    indicators = {int(number): Decimal(score) for number, score in row.pop("indicators").items()}
    instruments, answers = (
        {key: Decimal(score) for key, score in row.pop(name).items()} for name in ("instruments", "answers")
    )
    return NationalRow(
        **row,
        overall=None if overall is None else Decimal(overall),
        indicators=indicators,
        instruments=instruments,
        answers=answers,
    )


def _row_as_json(row: NationalRow) -> Json:
    return {
        "row": row.row,
        "sheet": row.sheet,
        "agency": row.agency,
        "code": row.code,
        "province": row.province,
        "district": row.district,
        "kind": row.kind,
        "level": row.level,
        "overall": None if row.overall is None else float(row.overall),
        "instruments": {name: float(score) for name, score in row.instruments.items()},
        "indicators": {str(number): float(score) for number, score in row.indicators.items()},
        "answers": {code: float(score) for code, score in row.answers.items()},
    }
