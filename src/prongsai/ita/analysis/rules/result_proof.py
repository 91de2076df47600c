"""result-without-proof: results that name no day, no quantity and no document, so that nobody can look them up."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.analysis.proof_marks import ProofKind, proofs_in
from prongsai.ita.papers.reading import MeasureRow, Reading
from prongsai.ita.thai import compact

PROVES: frozenset[ProofKind] = frozenset(("day", "quantity", "document", "link"))
"""A place alone does not prove that something was done there."""

_NOTHING = frozenset({"", "-", "ไม่มี", "-ไม่มี-"})


def check_result_proof(reading: Reading) -> Iterator[CheckFinding]:
    """Find the rows whose results hold no proof at all; one proof in a row is enough, and nothing needs none."""
    for index, row in enumerate(reading.measures):
        results = [text for text in row.results if compact(text) not in _NOTHING]
        if results and row.status != "not_started" and not proofs_of(row) & PROVES:
            yield CheckFinding(
                code="result-without-proof",
                severity="hint",
                where=f"measures[{index}].results",
                message=f"ผลการดำเนินงานแถวที่ {index + 1} ยังไม่มีวันที่ จำนวน หรือหลักฐานที่ตรวจสอบได้",
                settle="ควรเพิ่มวันที่ จำนวน เลขที่เอกสาร หรือลิงก์ ตามที่ได้ดำเนินการจริง",
            )


def proofs_of(row: MeasureRow) -> frozenset[ProofKind]:
    """Give the kinds of proof in the results of a row."""
    return frozenset(kind for text in row.results for kind in proofs_in(text))
