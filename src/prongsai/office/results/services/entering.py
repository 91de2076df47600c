"""Scores that a person pasted or typed: taken over whole, or refused line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from prongsai.ita.scoring import TypedRow, enter_scores
from prongsai.ita.thai import Refused
from prongsai.office.results.doubts import OVERALL, doubts_of_notices
from prongsai.office.results.models import Origin, ResultSheet
from prongsai.office.results.printed import printed_of_scores
from prongsai.office.results.services.beginning import begin_sheet
from prongsai.office.rounds.frameworks import framework_of, presumption
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency

MOST_ROWS = 500
"""A year has fewer than two hundred scores."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of the rows: a version to be looked through, or the refusals, and then nothing was written."""

    sheet: ResultSheet | None
    refusals: tuple[Refused, ...] = ()


@transaction.atomic
def enter_rows(
    *, acting: Acting, agency: Agency, fiscal_year: int, rows: Sequence[TypedRow], origin: Origin
) -> Entered:
    """Begin a version from rows. A row that is refused keeps all out; so do no figure (EMPTY) and too many (LENGTH)."""
    if len(rows) > MOST_ROWS:
        return Entered(None, (Refused("LENGTH", f"ตารางคะแนนยาวเกิน {MOST_ROWS} บรรทัด โปรดวางเฉพาะตารางของปีเดียว"),))
    found = enter_scores(framework_of(fiscal_year), rows, presumption())
    if found.refusals:
        return Entered(None, found.refusals)
    printed = [entry for entry in printed_of_scores(found.scores) if entry.text]
    if not printed:
        return Entered(None, (Refused("EMPTY", "ยังไม่มีคะแนน โปรดใส่คะแนนอย่างน้อยหนึ่งรายการ"),))
    cycle = ensure_round(acting=acting, agency=agency, fiscal_year=fiscal_year)
    doubts = {OVERALL: told} if (told := doubts_of_notices(found.notices)) else {}
    return Entered(begin_sheet(acting, cycle, printed, origin=origin, doubts=doubts))
