"""The arithmetic, case by case from `cases.yaml`."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from prongsai.ita.scoring import Scores, check_level, explain

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))


def _decimals(values: dict[Any, str]) -> dict[Any, Decimal]:
    return {key: Decimal(value) for key, value in values.items()}


def _scores(case, framework) -> Scores:
    given = {n: Decimal(score) for n, score in enumerate(case.get("indicators", []), 1) if score is not None}
    published = case.get("published", {})
    lost = case.get("items_lost")
    items = {item.code: Decimal(0 if item.code in lost else 100) for item in framework.items} if lost else {}
    return Scores(
        items=items,
        indicators=given,
        instruments=_decimals(case.get("instruments", {})),
        eit_parts=_decimals(case.get("eit_parts", {})),
        overall=Decimal(published["overall"]) if "overall" in published else None,
        level=published.get("level"),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["sentence"] for case in CASES])
def test_case(case, framework_of):
    framework = framework_of(case["year"])
    scores = _scores(case, framework)
    outcome = explain(framework, scores)
    level = check_level(framework, outcome)
    found = {
        "overall": None if outcome.overall_shown is None else str(outcome.overall_shown),
        "exact": str(outcome.overall),
        "differences": len(outcome.differences),
        "missing": len(outcome.missing),
        "level": level.by_computed.level,
        "possible": list(level.by_computed.possible),
        "missing_components": [name for name in level.by_computed.missing if name.startswith("EIT")],
        "agrees": level.agrees,
    }
    expected = dict(case["expected"])
    for group in ("instruments", "indicators", "sub_indicators"):
        for key, value in expected.pop(group, {}).items():
            assert getattr(outcome, group)[key] == Decimal(value), (group, key)
    assert {key: found[key] for key in expected} == expected
