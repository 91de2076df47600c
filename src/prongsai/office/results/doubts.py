"""What about a score a person should look at: from the reading of its paper, and from the arithmetic of the year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypedDict

from prongsai.ita.analysis import CheckFinding, check
from prongsai.ita.papers.reading import DocumentHead, Reading, ScoreSheet
from prongsai.ita.thai import Notice
from prongsai.office.results.printed import EIT_PARTS, Key
from prongsai.office.rounds.frameworks import framework_of, presumption, same_code

OVERALL: Key = ("overall", "overall")
BY_ARITHMETIC = frozenset({"TOTAL", "LEVEL", "UNREACHABLE"})
"""Notices of typed scores that the checks give again."""
_PATH = re.compile(r"score_sheets\[([0-9]+)\](?:\.([a-z]+)(?:\[([0-9]+)\]|\.([A-Z0-9]+))?)?")


class Doubt(TypedDict):
    """A doubt as it is kept beside a score. `of_paper`: it is about what the paper prints, not about sums."""

    rule: str
    said: str
    settle: str
    of_paper: bool


Doubts = dict[Key, list[Doubt]]


def doubts_of_reading(reading: Reading, index: int, sources: Mapping[Key, str]) -> Doubts:
    """Give the doubts about one score sheet of a paper, by score. `sources` are the texts in which scores stand."""
    found: Doubts = {}
    for finding in _checked(reading):
        for key in _places(finding, reading.score_sheets, index, sources):
            _put(found, key, finding, of_paper=True)
    return found


def doubts_of_figures(sheet: ScoreSheet) -> Doubts:
    """Give the doubts that follow from the figures alone: totals, levels, values that cannot be reached."""
    reading = Reading(DocumentHead("results", "", assessed_year=sheet.year), score_sheets=(sheet,))
    found: Doubts = {}
    for finding in _checked(reading):
        for key in _places(finding, reading.score_sheets, 0, {}):
            _put(found, key, finding, of_paper=False)
    return found


def doubts_of_notices(notices: Iterable[Notice]) -> list[Doubt]:
    """Give what the door of typed scores noticed, except what the arithmetic tells again."""
    return [
        Doubt(rule=notice.rule, said=notice.message, settle="", of_paper=True)
        for notice in notices
        if notice.rule not in BY_ARITHMETIC
    ]


def _checked(reading: Reading) -> list[CheckFinding]:
    return check(reading, framework_of, presumed=presumption(), same_code=same_code)


def _put(found: Doubts, key: Key, finding: CheckFinding, *, of_paper: bool) -> None:
    doubt = Doubt(rule=finding.code, said=finding.message, settle=finding.settle, of_paper=of_paper)
    found.setdefault(key, []).append(doubt)


def _places(
    finding: CheckFinding, sheets: Sequence[ScoreSheet], index: int, sources: Mapping[Key, str]
) -> Iterator[Key]:
    """Give the scores of one sheet that a finding is about; none for other sheets and other parts of the paper."""
    if finding.where == "text" and finding.found:
        yield from (key for key, text in sources.items() if finding.found in text)
        return
    match = _PATH.match(finding.where)
    if match is None or int(match[1]) != index:
        return
    yield _key(sheets[index], match[2] or "", int(match[3]) if match[3] else None, match[4] or "")


def _key(sheet: ScoreSheet, part: str, row: int | None, name: str) -> Key:
    if part == "level":
        return ("level", "level")
    if part == "instruments" and name:
        return ("eit_part" if name in EIT_PARTS else "instrument", name)
    if row is not None:
        if part == "indicators":
            return ("indicator", str(sheet.indicators[row].number))
        if part == "questions":
            return ("question", sheet.questions[row].code)
        if part == "items":
            return ("item", sheet.items[row].code)
    return OVERALL
