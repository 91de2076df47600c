"""Findings about the computer: clock, space, port, fonts."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing.fonts import fonts_folder
from prongsai.platform.supervisor.checkup import Finding, Verdict
from prongsai.platform.supervisor.only_one import running_now
from prongsai.platform.supervisor.port import address_of, somebody_answers

LEAST_SPACE = 1_000_000_000
FIRST_YEAR_OF_DOUBT = 2100
DAY = 86_400
BANGKOK = timezone(timedelta(hours=7))


def machine_findings(state: Path, host: str, port: int) -> Iterator[Finding]:
    """Look at clock, free space, fonts, and who serves on the port."""
    yield clock_finding(time.time(), Path(__file__).stat().st_mtime)
    yield space_finding(shutil.disk_usage(_nearest(state)).free, state)
    yield _fonts()
    yield _port(state, host, port)


def clock_finding(now: float, installed: float) -> Finding:
    """Judge the clock (seconds of 1970): not before this program was installed, and in no year like 2569."""
    moment = datetime.fromtimestamp(now, BANGKOK)
    wrong = now < installed - DAY or moment.year >= FIRST_YEAR_OF_DOUBT
    return Finding("clock", Verdict.WRONG if wrong else Verdict.WELL, {"moment": moment})


def space_finding(free: int, state: Path) -> Finding:
    """Judge the free bytes where the data lie."""
    facts = {"gigabytes": f"{free / 1e9:.1f}", "folder": state}
    return Finding("space", Verdict.WRONG if free < LEAST_SPACE else Verdict.WELL, facts)


def _fonts() -> Finding:
    try:
        return Finding("fonts", Verdict.WELL, {"folder": fonts_folder()})
    except Refused as refused:
        return Finding("fonts", Verdict.WRONG, {"reason": refused.message})


def _port(state: Path, host: str, port: int) -> Finding:
    ours = running_now(state)
    if ours:
        return Finding("running", Verdict.WELL, {"pid": ours.pid, "address": address_of(ours.host, ours.port)})
    if somebody_answers(host, port):
        return Finding("port", Verdict.WRONG, {"port": port})
    return Finding("running", Verdict.NOTE)


def _nearest(folder: Path) -> Path:
    """Give the folder or the nearest one above it that exists."""
    return next(place for place in (folder, *folder.parents) if place.exists())
