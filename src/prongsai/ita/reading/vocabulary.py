"""The names and codes of the assessment that the reader looks for, taken from the catalogue of the years.

The ten indicators and the seven issues are recognised by number or by name; a name may be spelt a little differently
(RapidFuzz, blanks and า/ำ do not matter).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from rapidfuzz import fuzz

from prongsai.ita.catalogue import available_years, load_framework
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.reading.folding import fold

Instrument = Literal["IIT", "EIT", "OIT"]
InstrumentPart = Literal["IIT", "EIT", "EIT1", "EIT2", "OIT"]

_NUMBER_IN_FRONT = re.compile(r"^(?:ตัวชี้วัด|ประเด็น|ด้าน|หัวข้อ|ข้อ|ที่|[().:\-]|[0-9]{1,2}(?![0-9]))+")
_OF_NONE = re.compile(r"(?:เรื่อง|มาตรการ|ข้อ)(?:อื่น\s?ๆ?|ที่ยังไม่ได้จัด[ก-๎]{0,40})")
_INDICATOR_NUMBER = re.compile(r"ตัวชี้วัด(?:ที่)?[:.\-]?\(?([0-9]{1,2})(?![0-9]|\.[0-9])")
_ISSUE_NUMBER = re.compile(r"^\(?(?:ประเด็น(?:ที่)?)?\(?([1-7])(?![0-9]|\.[0-9])")
_NAMED_ISSUE = re.compile(r"ประเด็น(?:ที่)?\(?([1-7])(?![0-9]|\.[0-9])")
_INSTRUMENT = re.compile(
    r"(?P<IIT>\biit\b|ผู้มีส่วนได้ส่วนเสียภายใน|ผู้มีส่วนได้เสียภายใน)|(?P<EIT>\beit\b|ผู้มีส่วนได้ส่วนเสียภายนอก|ผู้มีส่วนได้เสียภายนอก)"
    r"|(?P<OIT>\boit\b|การเปิดเผยข้อมูลสาธารณะ)"
)
_PART = re.compile(r"^[\s()\]:\-]{0,4}(?:ส่วนที่|part|ตอนที่|public|survey)?[\s(]{0,2}([12])(?![0-9.])")
_ALIKE = 86
_SHORTEST = 0.75


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Names of indicators by number, of issues by number, and how far the codes of the years go."""

    indicators: Mapping[int, tuple[str, ...]]
    issues: Mapping[int, tuple[str, ...]]
    highest: Mapping[str, int]
    codes_of_issue: Mapping[int, frozenset[str]] = field(default_factory=dict)
    codes_of_indicator: Mapping[int, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _folded(self) -> tuple[tuple[str, int], ...]:
        return tuple(
            sorted(
                ((fold(name), number) for number, names in self.indicators.items() for name in names),
                key=lambda entry: -len(entry[0]),
            )
        )

    @cached_property
    def indicator_pattern(self) -> str:
        """Give a regular expression of all names of indicators, in printed form with free blanks, longest first."""
        names = sorted({name for names in self.indicators.values() for name in names}, key=len, reverse=True)
        return "|".join(r"\s?".join(map(re.escape, name.split())) for name in names)

    @lru_cache(maxsize=4_000)  # noqa: B019 - vocabularies are few and live as long as the program
    def indicator_of(self, text: str) -> int | None:
        """Give the indicator that a text names, by number or by name, and nothing beside it."""
        key = fold(text)
        told = _INDICATOR_NUMBER.match(key)
        bare = _NUMBER_IN_FRONT.sub("", key)
        by_name = self._by_name(bare)
        if told and int(told[1]) in self.indicators and (not bare or by_name):
            return int(told[1])
        return by_name

    @lru_cache(maxsize=4_000)  # noqa: B019
    def indicator_of_header(self, text: str) -> int | None:
        """Give the indicator that heads a column of a table whose columns are indicators."""
        key = fold(text)
        told = re.fullmatch(_INDICATOR_NUMBER, key.rstrip(":.)"))
        return int(told[1]) if told and int(told[1]) in self.indicators else self.indicator_of(text)

    @lru_cache(maxsize=4_000)  # noqa: B019
    def indicator_heading(self, text: str) -> tuple[int, str] | None:
        """Give the indicator that a text begins with, by number or whole name, and what follows (folded)."""
        key = fold(text)
        told = _INDICATOR_NUMBER.match(key)
        bare = _NUMBER_IN_FRONT.sub("", key)
        named = next(((number, len(name)) for name, number in self._folded if bare.startswith(name)), None)
        if told and int(told[1]) in self.indicators:
            return int(told[1]), bare[named[1] :] if named else bare
        return (named[0], bare[named[1] :]) if named else None

    def _by_name(self, key: str) -> int | None:
        if not key or key.startswith("มาตรการ"):  # มาตรการเปิดเผยข้อมูล is a measure, not a misprinted indicator
            return None
        best = max(
            ((fuzz.ratio(key, name), number) for name, number in self._folded if _near_in_length(key, name)),
            default=(0.0, 0),
        )
        return best[1] if best[0] >= _ALIKE else None

    @lru_cache(maxsize=4_000)  # noqa: B019
    def issue_of(self, text: str) -> int | None:
        """Give the issue that a text states: by number and name, by `ประเด็นที่ n`, or by its name alone."""
        key = fold(text)
        told = _ISSUE_NUMBER.match(key)
        named = _NAMED_ISSUE.match(key.lstrip("("))
        bare = _NUMBER_IN_FRONT.sub("", key)
        by_name = self._issue_by_name(bare)
        if named and int(named[1]) in range(1, 8):
            return int(named[1])
        if told and by_name:
            return int(told[1])
        return by_name

    def _issue_by_name(self, key: str) -> int | None:
        for number, names in self.issues.items():
            for name in map(fold, names):
                if name == key or (_near_in_length(key, name) and fuzz.ratio(key, name) >= _ALIKE):
                    return number
        return None

    def codes_expected(self, issue: int | None, indicator: int | None) -> frozenset[str] | None:
        """Give the question codes that fit an issue or an indicator, or None where nothing is known about it."""
        for known, number in ((self.codes_of_indicator, indicator), (self.codes_of_issue, issue)):
            codes = known.get(number) if number is not None else None
            if codes:
                return codes
        return None

    def is_code(self, code: str) -> bool:
        """Whether a code lies in the range of the years."""
        return 1 <= int(code[1:]) <= self.highest.get(code[0], 0)


def names_no_group(text: str) -> bool:
    """Whether a heading within a table leads to what belongs to no issue and no indicator, such as `มาตรการอื่น`."""
    return _OF_NONE.fullmatch(text) is not None


def instrument_of(text: str) -> InstrumentPart | None:
    """Give the instrument that a text names, with the part of the EIT where it names one; None for none or several."""
    key = " ".join(fold_words(text))
    found = {match.lastgroup: match.end() for match in _INSTRUMENT.finditer(key)}
    if len(found) != 1:
        return None
    name, end = next(iter(found.items()))
    if name == "EIT":
        part = _PART.match(key[end:])
        if part:
            return "EIT1" if part[1] == "1" else "EIT2"
    return name  # type: ignore[return-value]


def fold_words(text: str) -> list[str]:
    """Give the folded words of a text, parted at its blanks."""
    return [fold(word) for word in text.split()]


def _near_in_length(left: str, right: str) -> bool:
    shorter, longer = sorted((len(left), len(right)))
    return shorter >= _SHORTEST * longer


def from_frameworks(frameworks: Iterable[Framework]) -> Vocabulary:
    """Make the vocabulary of several years; codes go as far as in the year with most of them."""
    indicators: dict[int, dict[str, None]] = {}
    issues: dict[int, dict[str, None]] = {}
    highest: dict[str, int] = {}
    by_issue: dict[int, set[str]] = {}
    by_indicator: dict[int, set[str]] = {}
    for framework in frameworks:
        for indicator in framework.indicators:
            indicators.setdefault(indicator.number, {}).update(dict.fromkeys((indicator.name, *indicator.aliases)))
        for issue in framework.issues:
            issues.setdefault(issue.number, {})[issue.name] = None
            by_issue.setdefault(issue.number, set()).update(issue.questions)
        for question in framework.questions:
            by_indicator.setdefault(question.indicator, set()).add(question.code)
        codes = [question.code for question in framework.questions] + [item.code for item in framework.items]
        for code in codes:
            highest[code[0]] = max(highest.get(code[0], 0), int(code[1:]))
    for fitting in by_issue.values():  # an issue takes in the whole range of every indicator it touches
        fitting.update(*[group for group in by_indicator.values() if group & fitting])
    return Vocabulary(
        {number: tuple(names) for number, names in sorted(indicators.items())},
        {number: tuple(names) for number, names in sorted(issues.items())},
        highest,
        {number: frozenset(fitting) for number, fitting in by_issue.items()},
        {number: frozenset(group) for number, group in by_indicator.items()},
    )


@lru_cache(maxsize=1)
def standard_vocabulary() -> Vocabulary:
    """Give the vocabulary of the catalogue: the newest years, back to the newest whose questions are established."""
    frameworks: list[Framework] = []
    for year in sorted(available_years(), reverse=True):
        frameworks.append(load_framework(year))
        if frameworks[-1].questions:
            break
    return from_frameworks(frameworks)
