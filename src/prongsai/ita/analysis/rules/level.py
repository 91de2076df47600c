"""level-inconsistent: a printed level that the year's levels do not allow for the printed scores."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.reading import ScoreSheet
from prongsai.ita.scoring.explain import explain
from prongsai.ita.scoring.levels import check_level
from prongsai.ita.scoring.rules import Presumption
from prongsai.ita.scoring.scores import scores_from_sheet


def check_printed_level(
    sheet: ScoreSheet, where: str, framework: Framework, presumed: Presumption | None = None
) -> Iterator[CheckFinding]:
    """Find a level outside those that remain possible. An undetermined level that includes the printed one is none."""
    outcome = explain(framework, scores_from_sheet(sheet), presumed)
    compared = check_level(framework, outcome)
    if compared.agrees is not False or compared.message is None:
        return
    possible = compared.by_computed.possible
    sure = compared.by_computed.confirmed
    yield CheckFinding(
        code="level-inconsistent",
        severity="problem" if sure else "doubt",
        where=f"{where}.level",
        message=compared.message + ("" if sure else " (เกณฑ์ของปีนี้ยังไม่ยืนยัน)"),
        settle="ควรเทียบกับระดับที่ประกาศ และดูว่าใช้เกณฑ์ของปีใด",
        found=compared.published,
        expected=" หรือ ".join(possible) or None,
    )
