"""The JSON form of a refusal, as the child process tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from prongsai.ita.thai.refusal import Place, Refused


def refusal_as_json(refused: Refused) -> dict[str, Any]:
    """Give a refusal as plain data."""
    return {
        "rule": refused.rule,
        "message": refused.message,
        "value": refused.value,
        "place": asdict(refused.place),
    }


def refusal_from_json(told: Mapping[str, Any]) -> Refused:
    """Make a refusal from what `refusal_as_json` gave."""
    return Refused(told["rule"], told["message"], value=told["value"], place=Place(**told["place"]))
