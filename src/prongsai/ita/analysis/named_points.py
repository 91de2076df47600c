"""Weak points that a paper itself names, where no scores by question are at hand."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.reading import Reading


def named_weak_points(framework: Framework, readings: Iterable[Reading]) -> list[WeakPoint]:
    """Give the questions that papers name in their analysis or beside a measure, in order of first mention.

    An agency names them because they scored low; how low is not known, so score and price are None. Codes that the
    year does not have are left out: the check of a paper tells of them.
    """
    codes: dict[str, None] = {}
    for reading in readings:
        named = [row.questions for row in reading.analysis] + [row.questions for row in reading.measures]
        codes.update(dict.fromkeys(code for questions in named for code in questions))
    found = []
    for code in codes:
        question = framework.question(code)
        if question is not None:
            known = question.confirmed and question.text is not None
            found.append(WeakPoint("question", code, question.text, question.topic, None, None, known))
    return found
