from __future__ import annotations

import time
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
import yaml

from bad_inputs.doors import DOORS
from prongsai.ita.thai import Refused

CASES = yaml.safe_load((Path(__file__).parent / "lines_001_053.yaml").read_text(encoding="utf-8"))


def named(case) -> str:
    return f"{case['line']}-{case['door']}-{case['input']!a:.30}"


def test_every_line_has_its_cases():
    assert {case["line"] for case in CASES} == set(range(1, 54))


@pytest.mark.parametrize("case", [case for case in CASES if "refused" in case], ids=named)
def test_a_form_refuses_in_thai_with_the_rule(case):
    with pytest.raises(Refused) as refused:
        DOORS[case["door"]](case["input"])
    assert refused.value.rule == case["refused"]
    assert any("ก" <= letter <= "๛" for letter in refused.value.message)
    assert case.get("message", "") in refused.value.message


@pytest.mark.parametrize("case", [case for case in CASES if "refused" not in case], ids=named)
def test_what_is_accepted_has_its_value_and_its_notices(case):
    begun = time.perf_counter()
    answer = DOORS[case["door"]](case["input"])
    assert time.perf_counter() - begun < 10
    if "value" in case:
        assert same(answer.value, case["value"])
    if case.get("missing"):
        assert answer.value is None
    if "notice" in case:
        assert case["notice"] in answer.notices
        assert any(case.get("message", "") in message for message in (*answer.messages, ""))


@pytest.mark.parametrize("case", [case for case in CASES if case["door"] == "paper"], ids=named)
def test_a_paper_is_read_as_printed_and_warned_of(case):
    checks = DOORS["paper"](case["input"]).checks
    codes = {code for code, _, _ in checks}
    assert set(case["codes"]) <= codes
    assert not codes & set(case.get("not", ()))
    if "found" in case:
        assert (case["codes"][0], case["found"], case["expected"]) in checks


def same(value: str | None, expected: str) -> bool:
    try:
        return value is not None and Decimal(value) == Decimal(expected)
    except InvalidOperation:
        return value == expected
