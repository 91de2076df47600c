"""papers-disagree: two papers of one agency that print one score of one year differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.analysis.printed_scores import printed_scores
from prongsai.ita.papers.reading import Reading
from prongsai.ita.scoring.exact import shown

_WITHIN_ROUNDING = Decimal("0.01")


def check_agreement(reading: Reading, earlier: Sequence[Reading]) -> Iterator[CheckFinding]:
    """Find scores that a paper before this one prints differently; each is told once, against the first such paper."""
    for index, sheet in enumerate(reading.score_sheets):
        others = [other for paper in earlier for other in paper.score_sheets if other.year == sheet.year is not None]
        for place, name, score in printed_scores(sheet):
            values = [value for other in others for _, same, value in printed_scores(other) if same == name]
            differing = next((value for value in values if abs(value - score) > _WITHIN_ROUNDING), None)
            if differing is not None:
                yield CheckFinding(
                    code="papers-disagree",
                    severity="problem",
                    where=f"score_sheets[{index}].{place}",
                    message=f"{name} ปี {sheet.year} พิมพ์ {shown(score)} แต่เอกสารอีกฉบับพิมพ์ {shown(differing)}",
                    settle="ควรเทียบกับผลที่ประกาศ แล้วแก้ฉบับที่พิมพ์ไม่ตรง",
                    found=shown(score),
                    expected=shown(differing),
                )
