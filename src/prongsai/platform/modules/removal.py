"""Removing what is past its period, for the agency that speaks."""

from __future__ import annotations

from datetime import datetime

from prongsai.platform.modules.personal import PersonalRecord
from prongsai.platform.modules.registry import Registry


def remove_expired(registry: Registry, now: datetime) -> dict[str, int]:
    """Run each room's remover; give how many rows each model lost, models without loss left out."""
    records = [record for module in registry for record in module.records if isinstance(record, PersonalRecord)]
    removed = {record.model: record.remove(now) for record in records if record.remove}
    return {model: rows for model, rows in removed.items() if rows}
