"""The check before sending of 43 items with 200 files: `python -m bench.disclosure_check [FILES]`.

A year of 2566, every item with words, a table and its share of the files. What is measured is the whole page, from the
request to its bytes, and the check by itself; the first one also loads the catalogues of the years.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bench.users_at_once import enter_as, fresh_database, make_tables, p95

if TYPE_CHECKING:
    from prongsai.office.disclosure.models import DisclosedItem
    from prongsai.platform.agency.models import Agency

YEAR, FILES, TIMES, GOAL = 2566, 200, 15, 10_000
NAME, CODE = "bench_disclosure_check", "checked"


def prepare(owner: str, app: str, files: int) -> tuple[int, int]:
    """Make an agency and its year; give the numbers of both."""
    make_tables(owner)
    enter_as(app)
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from django.db import transaction

    from prongsai.office.disclosure.services import ensure_items
    from prongsai.office.rounds.services import ensure_round
    from prongsai.platform.accounts.acting import acting_as
    from prongsai.platform.accounts.models import Role, RoleGrant, User
    from prongsai.platform.agency.models import Agency, Unit
    from prongsai.platform.tenancy.speaker import speaking

    agency = Agency.objects.create(code=CODE, name="องค์การบริหารส่วนตำบลตัวอย่าง", kind="sao")
    with transaction.atomic(), speaking(agency.pk, actor="bench"):
        Unit.objects.create(agency=agency, name="สำนักปลัด")
        user = User.objects.create_account("coordinator", agency=agency)
        RoleGrant.objects.create(user=user, agency=agency, role=Role.COORDINATOR)
        RecoveryCodes.activate(user)  # else every page sends to where a second step is set up
        cycle = ensure_round(acting=acting_as(user), agency=agency, fiscal_year=YEAR)
        fill(acting_as(user).actor, agency, ensure_items(cycle, "bench"), files)
    return agency.pk, cycle.pk


def fill(actor: str, agency: Agency, items: Sequence[DisclosedItem], files: int) -> None:
    """Give every item words and a table, and spread the files over them."""
    from prongsai.office.disclosure.asked import asked_in
    from prongsai.office.disclosure.file_holders import PIECE_FILE
    from prongsai.office.disclosure.models import Piece, PieceKind
    from prongsai.platform.files.kinds import Kind
    from prongsai.platform.files.services import attach_files, made_here

    rows = [["ลำดับ", "เรื่อง", "ผล"], *([str(n), f"เรื่องที่ {n}", "แล้วเสร็จ"] for n in range(1, 31))]
    for place, item in enumerate(items):
        told = {"agency_id": item.agency_id, "item": item, "made_by": actor, "covers": YEAR}
        for element in asked_in(item.round.framework)[item.code].item.elements:
            Piece.objects.create(kind=PieceKind.WORDS, element=element.text, words="ดำเนินการแล้ว " * 40, **told)
        Piece.objects.create(kind=PieceKind.TABLE, heading="ตาราง", rows=rows, **told)
        for number in range(place, files, len(items)):
            piece = Piece.objects.create(kind=PieceKind.FILE, heading=f"เอกสาร {number}", **told)
            file = made_here(b"%PDF-1.7 " + str(number).encode() * 2_000, f"paper{number}.pdf", Kind.PDF)
            attach_files(acting=actor, agency=agency.pk, holder=PIECE_FILE.key, thing=piece.pk, files=[file])


def measure(agency: int, cycle: int) -> dict[str, list[float]]:
    """Give seconds of the check by itself and of its page; the first of the check loads the catalogues."""
    from django.db import transaction
    from django.test import Client

    from prongsai.office.disclosure.services import checks_of
    from prongsai.office.rounds.models import Round
    from prongsai.platform.accounts.models import User
    from prongsai.platform.tenancy.speaker import speaking

    taken: dict[str, list[float]] = {"check": [], "page": []}
    client = Client()
    client.force_login(User.objects.get(agency=agency))
    for _time in range(TIMES):
        begun = time.perf_counter()
        with transaction.atomic(), speaking(agency, actor="bench"):
            assert len(checks_of(Round.objects.get(pk=cycle)).items) == 43
        taken["check"].append(time.perf_counter() - begun)
    for _time in range(TIMES):
        begun = time.perf_counter()
        answer = client.get(f"/office/year/{cycle}/disclosure/check/")
        assert "<table" in answer.content.decode(), answer
        taken["page"].append(time.perf_counter() - begun)
    return taken


def main(words: Sequence[str]) -> int:
    """Fill, check, show."""
    files = int(words[0]) if words else FILES
    with fresh_database(NAME) as (owner, app):
        taken = measure(*prepare(owner, app, files))
        print(f"43 items with {files} files; milliseconds, p95 (median; first), goal {GOAL}")
        for label, times in taken.items():
            first, rest = times[0] * 1000, times[1:]
            print(f"  {label:<6} {p95(rest):7.0f} ({statistics.median(rest) * 1000:.0f}; {first:.0f})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
