"""One matter that a check found: what, where, how it shows, and how to settle it. A suggestion, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["problem", "doubt", "hint"]
"""problem: figures or facts contradict each other; doubt: a person should look; hint: something could be added."""

SEVERITIES: tuple[Severity, ...] = ("problem", "doubt", "hint")


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """A finding of a check (ข้อควรตรวจสอบ).

    `where` is a path in the reading as in the reading contract (`changes[1].stated`), counted from 0. `message` is a
    plain Thai sentence, `settle` says in Thai what a person can do. `found` and `expected` are short values or None.
    """

    code: str
    severity: Severity
    where: str
    message: str
    settle: str
    found: str | None = None
    expected: str | None = None
