"""What a column of a table holds, told by the words of its header.

Offices word their headers freely, so a header is recognised by stems: the stem that stands first decides, the longer
one where two stand at the same place. The stems are data (`data/columns.yaml`). A header whose words are spoilt is
compared with the usual wordings (RapidFuzz).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process

from prongsai.ita.reading.folding import fold, word_data
from prongsai.ita.thai.months import PATTERN as MONTH


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    ISSUE = "issue"
    INDICATOR = "indicator"
    QUESTION = "question"
    FINDING = "finding"
    MEASURES = "measures"
    STEPS = "steps"
    UNITS = "units"
    PERIOD = "period"
    TIME = "time"
    """One quarter or month, ticked where work is done in it."""
    FOLLOW_UP = "follow_up"
    STATUS = "status"
    COMPLETED = "completed"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    RESULTS = "results"
    OUTCOMES = "outcomes"
    PROBLEM = "problem"
    RECOMMENDATION = "recommendation"
    INSTRUMENT = "instrument"
    SCORE = "score"
    WEIGHT = "weight"
    WEIGHTED = "weighted"
    TARGET = "target"
    CHANGE = "change"
    LEVEL = "level"
    OVERALL = "overall"
    OTHER = "other"


_WORDS = word_data("columns.yaml")
_ROLE_OF_STEM = {fold(stem): Role(role) for role, stems in _WORDS["stems"].items() for stem in stems.split()}
_ROLE_OF_WHOLE = {fold(word): Role(role) for role, words in _WORDS["whole"].items() for word in words.split()}
_STEM = re.compile("|".join(re.escape(stem) for stem in sorted(_ROLE_OF_STEM, key=len, reverse=True)))
_YEAR_OF_SCORES = re.compile(r"^(?:คะแนน)?(?:ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.?)?25[0-9]{2}(?:\(.{0,12}\))?$")
_YEAR = r"(?:/|ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.?)?(?:(?:25)?[0-9]{2})?"
_TIME = re.compile(rf"(?:ไตรมาส(?:ที่)?/?\(?[1-4]\)?|q[1-4]|{MONTH}(?:-{MONTH})?){_YEAR}(?:\(.{{0,30}})?")
_LONG_ENOUGH = 6
_ALIKE = 82


@lru_cache(maxsize=4_000)
def role_of(header: str) -> Role | None:
    """Give what the column under a header holds, or None where its words say nothing known."""
    key = fold(header).strip("()[]*:-. ")
    if not key:
        return None
    if _YEAR_OF_SCORES.match(key):
        return Role.SCORE
    if _TIME.fullmatch(key):
        return Role.TIME
    return _ROLE_OF_WHOLE.get(key) or _role_by_stem(key)


def role_at_head(header: str) -> Role | None:
    """Give what the column under a header holds where its very first word says it, or None."""
    match = _STEM.match(fold(header).strip("()[]*:-. "))
    return _ROLE_OF_STEM[match.group()] if match else None


def _role_by_stem(key: str) -> Role | None:
    match = _STEM.search(key)
    if match is not None:
        return _ROLE_OF_STEM[match.group()]
    if len(key) < _LONG_ENOUGH:
        return None
    usual = process.extractOne(key, _ROLE_OF_STEM.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return _ROLE_OF_STEM[usual[0]] if usual is not None else None
