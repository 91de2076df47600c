"""When, how many, where is the file? Asked at once, never as a reproach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import Period
from prongsai.office.evidence.questions import (
    ECHOES,
    EXPIRED,
    HOW_MANY,
    LAST_YEAR,
    OUTSIDE,
    RECYCLED,
    WHEN,
    WHERE,
    ProofFacts,
    questions_about,
)

STEP = "จัดทำและติดป้ายประชาสัมพันธ์ช่องทางร้องเรียนที่จุดบริการ"
WHOLE = ProofFacts(
    words="ติดป้ายช่องทางร้องเรียน 5 จุด เมื่อวันที่ 3 มีนาคม 2568",
    happened=date(2025, 3, 3),
    fiscal_year=2568,
    files=1,
    steps=(STEP,),
    periods=(Period(date(2024, 11, 1), date(2025, 9, 30)),),
)


def codes(**changed) -> list[str]:
    return [question.code for question in questions_about(replace(WHOLE, **changed))]


def test_proof_that_says_when_how_many_and_has_a_file_is_not_asked_about():
    assert codes() == []


@pytest.mark.parametrize(
    ("changed", "question"),
    [
        ({"used_before": ("ภาพปีที่แล้ว",)}, RECYCLED),
        ({"expired": True}, EXPIRED),
        ({"happened": date(2024, 3, 3)}, OUTSIDE),
        ({"happened": date(2024, 10, 20)}, OUTSIDE),
        ({"words": "ติดป้าย 5 จุด เมื่อวันที่ 3 มีนาคม 2567"}, LAST_YEAR),
        ({"words": STEP}, ECHOES),
        ({"words": "ติดป้าย 5 จุด", "happened": None}, WHEN),
        ({"words": "ติดป้ายเรียบร้อยแล้ว"}, HOW_MANY),
        ({"files": 0}, WHERE),
    ],
)
def test_what_is_asked(changed, question):
    assert codes(**changed) == [question.code]


@pytest.mark.parametrize(
    "changed",
    [
        {"files": 0, "document_number": "ตย 71001/45"},
        {"files": 0, "link": "https://nongkrachang.example/news"},
        {"words": "ติดป้ายเรียบร้อยแล้ว", "figures": ("จุด",)},
        {"words": STEP, "figures": ("จุดที่ติดป้าย",)},
        {"words": "ติดป้าย 5 จุด", "happened": None, "document_number": "12/2568"},
        {"words": "ติดป้าย 5 จุด ปีก่อนเมื่อ 3 มีนาคม 2567 ปีนี้เมื่อ 3 มีนาคม 2568"},
        {"from_desk": True, "files": 0, "words": "มีผู้ใช้บริการ"},
        {"periods": ()},
        {"periods": (Period(None, date(2025, 3, 31)),)},
    ],
)
def test_what_is_said_elsewhere_is_not_asked(changed):
    assert codes(**changed) == []


def test_a_fact_of_a_desk_of_another_year_is_asked_about_too():
    assert codes(from_desk=True, happened=date(2023, 12, 1)) == ["outside"]


@given(st.text(max_size=300), st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1)), st.booleans())
def test_whatever_is_written_gives_questions_and_no_error(words, happened, desk):
    found = questions_about(replace(WHOLE, words=words, happened=happened, from_desk=desk))
    assert len({question.code for question in found}) == len(found)


@pytest.mark.parametrize("question", [RECYCLED, OUTSIDE, LAST_YEAR, ECHOES, WHEN, HOW_MANY, WHERE, EXPIRED])
def test_questions_suggest_and_never_accuse(question):
    with translation.override("th"):
        said = str(question.words)
    assert not any(word in said for word in ("ลอก", "ผิด", "โกง", "ปลอม", "บกพร่อง", "ทวง"))
