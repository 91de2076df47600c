"""The stored form of a list that waits for a person's yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from prongsai.ita.thai import Notice
from prongsai.platform.staff.sheet.reading import Fault, StaffList, StaffRow


def list_as_json(found: StaffList) -> dict[str, Any]:
    """Give a list as plain data."""
    rows = [{**asdict(row), "since": row.since.isoformat() if row.since else None} for row in found.rows]
    return {"rows": rows, "unread": list(found.unread), "notices": [asdict(notice) for notice in found.notices]}


def list_from_json(told: Mapping[str, Any]) -> StaffList:
    """Make a list from what `list_as_json` gave."""
    return StaffList(
        tuple(_row(row) for row in told.get("rows", ())),
        tuple(told.get("unread", ())),
        tuple(Notice(**notice) for notice in told.get("notices", ())),
    )


def _row(told: Mapping[str, Any]) -> StaffRow:
    plain = {field.name: told[field.name] for field in fields(StaffRow) if field.name in told}
    return StaffRow(
        **{
            **plain,
            "since": date.fromisoformat(told["since"]) if told.get("since") else None,
            "faults": tuple(Fault(**fault) for fault in told["faults"]),
            "doubts": tuple(Fault(**fault) for fault in told["doubts"]),
        }
    )
