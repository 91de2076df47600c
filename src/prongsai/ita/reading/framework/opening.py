"""Reads a framework (.xlsx as the program exports it, or .yaml): inside, or in a child process for foreign files."""

from __future__ import annotations

from typing import Any

from prongsai.ita.catalogue import CatalogueError, Framework, from_yaml
from prongsai.ita.reading.answers import refusal_from_json
from prongsai.ita.reading.child_process import answers_of, crashed, shown_name
from prongsai.ita.reading.limits import STANDARD, Limits
from prongsai.ita.reading.sizes import check_size
from prongsai.ita.thai.refusal import Refused

CHILD = "prongsai.ita.reading.framework.child"
TAKEN = (".xlsx", ".yaml", ".yml")
"""Kinds of file in which a framework comes."""


def read_framework_limited(data: bytes, name: str, *, limits: Limits = STANDARD) -> Framework:
    """Read a framework from a file of somebody else.

    Raises CatalogueError with every problem found, each with file, sheet and row (or line) and rule; refuses KIND,
    EMPTY, SIZE, ENCODING, LIMIT and CRASH.
    """
    shown = shown_name(name)
    check_size(data, shown)
    told: dict[str, Any] = {}
    for answer in answers_of({"task": "framework", "name": name}, data, limits, program=CHILD):
        told |= answer
    if problems := told.get("problems"):
        raise CatalogueError([refusal_from_json(problem) for problem in problems])
    if "yaml" not in told:
        raise crashed(shown)
    return from_yaml(told["yaml"], shown)


def read_framework(data: bytes, name: str) -> Framework:
    """Read a framework from bytes; the inside of the safe door. Raises CatalogueError, refuses KIND and ENCODING."""
    if not name.lower().endswith(TAKEN):
        raise Refused("KIND", f"กรอบการประเมินอ่านจาก {' '.join(TAKEN)} เท่านั้น")
    if name.lower().endswith(".xlsx"):
        from prongsai.ita.catalogue.workbook import read_workbook  # noqa: PLC0415 - slow to load, and under the limits

        return read_workbook(data, name)
    from prongsai.ita.thai import decode  # noqa: PLC0415

    return from_yaml(decode(data).text, name)
