"""`prongsai doctor`: what is well, what is not, in an order in which it can be put right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Verdict(StrEnum):
    """How a finding is meant."""

    WELL = "well"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. The words belong to the command line: (code, verdict) names the sentence."""

    code: str
    verdict: Verdict
    facts: Mapping[str, object] = field(default_factory=dict)


def examine(state: Path, host: str, port: int) -> Iterator[Finding]:
    """Look at an installation from the ground up; each finding comes as soon as it is known. Nothing is changed.

    The database server is started for the look where it has data and does not run, and stopped again.
    """
    from prongsai.platform.supervisor.checkup_database import database_findings  # noqa: PLC0415
    from prongsai.platform.supervisor.checkup_machine import machine_findings  # noqa: PLC0415
    from prongsai.platform.supervisor.checkup_place import place_findings  # noqa: PLC0415

    yield from machine_findings(state, host, port)
    sound = True
    for finding in place_findings(state):
        sound = sound and finding.verdict is not Verdict.WRONG
        yield finding
    if sound:
        yield from database_findings(state)
