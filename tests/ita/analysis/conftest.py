"""An invented office's papers, as records of the reading contract."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from prongsai.ita.papers.reading import (
    AgencyHead,
    DocumentHead,
    IndicatorScore,
    MeasureRow,
    Reading,
    ScoreSheet,
)

OFFICE = AgencyHead("องค์การบริหารส่วนตำบลหนองกระจ่าง", "องค์การบริหารส่วนตำบล", "ฟ้ากว้าง", "ตัวอย่างธานี")


def sheet_of(year: int | None, figures: str, **more: Any) -> ScoreSheet:
    scores = tuple(IndicatorScore(n, Decimal(score)) for n, score in enumerate(figures.split(), 1))
    return ScoreSheet(year, indicators=scores, **more)


def paper_of(*rows: MeasureRow, kind: str = "measures_report", **more: Any) -> Reading:
    head = DocumentHead(kind, "รายงานผลการดำเนินการ", assessed_year=2566, plan_year=2567)  # type: ignore[arg-type]
    return Reading(**{"document": head, "agency": OFFICE, "measures": rows, **more})


@pytest.fixture(scope="session")
def sheet() -> Callable[..., ScoreSheet]:
    return sheet_of


@pytest.fixture(scope="session")
def paper() -> Callable[..., Reading]:
    return paper_of
