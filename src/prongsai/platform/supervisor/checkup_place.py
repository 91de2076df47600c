"""Findings about the programs of PostgreSQL, the account, and the folder of the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster import outside_addresses
from prongsai.platform.cluster.account import LAST_RESORT, Account, choose_account
from prongsai.platform.cluster.postmaster import living_postmaster
from prongsai.platform.cluster.programs import Programs, find_programs
from prongsai.platform.cluster.state import SERVICE_STATE
from prongsai.platform.supervisor.checkup import Finding, Verdict

DATA = "postgres"


def place_findings(state: Path) -> Iterator[Finding]:
    """Look at programs, account, folder, version and leftovers; nothing of it matters with a server from outside."""
    if outside_addresses():
        yield Finding("outside", Verdict.NOTE)
        return
    try:
        programs = find_programs()
    except Refused as refused:
        yield Finding("programs", Verdict.WRONG, {"reason": refused.message})
        return
    yield Finding("programs", Verdict.WELL, {"major": programs.major, "folder": programs.folder})
    try:
        yield from _data_findings(state, programs)
    except Refused as refused:
        yield Finding("account", Verdict.WRONG, {"reason": refused.message})


def _data_findings(state: Path, programs: Programs) -> Iterator[Finding]:
    home = (state / DATA).resolve()
    data = home / str(programs.major)
    account = choose_account(home, trial=state != SERVICE_STATE)
    trial = account.drops and account.name == LAST_RESORT
    yield Finding("account", Verdict.NOTE if trial else Verdict.WELL, {"name": account.name})
    yield _folder(state, data, account)
    older = _other_version(home, programs.major)
    if older and not data.exists():
        yield Finding("version", Verdict.WRONG, {"found": older, "major": programs.major, "folder": home / older})
    if (data / "postmaster.pid").exists() and not living_postmaster(data):
        yield Finding("leftovers", Verdict.NOTE)


def _folder(state: Path, data: Path, account: Account) -> Finding:
    if not data.exists():
        return Finding("state", Verdict.NOTE, {"folder": state})
    usable = all(account.may(wish, data) for wish in "rwx")
    return Finding("state", Verdict.WELL if usable else Verdict.WRONG, {"folder": data, "name": account.name})


def _other_version(home: Path, major: int) -> str | None:
    if not home.is_dir():
        return None
    names = [path.parent.name for path in home.glob("*/PG_VERSION") if re.fullmatch(r"\d+", path.parent.name)]
    return max((name for name in names if name != str(major)), key=int, default=None)
