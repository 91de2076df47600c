"""Collects the scores of a paper by fiscal year. What is printed first stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from prongsai.ita.papers.reading import (
    Change,
    IndicatorScore,
    InstrumentKey,
    ItemResult,
    QuestionScore,
    ReadingWarning,
    ScoreSheet,
)
from prongsai.ita.reading.vocabulary import InstrumentPart

Subject = int | InstrumentPart | None
"""Of what a score is: the number of an indicator, the name of an instrument, or None for the overall."""

_ORDER = ("IIT", "EIT", "EIT1", "EIT2", "OIT")


@dataclass
class _Year:
    overall: Decimal | None = None
    level: str | None = None
    instruments: dict[str, Decimal] = field(default_factory=dict)
    indicators: dict[int, Decimal] = field(default_factory=dict)
    questions: dict[str, Decimal] = field(default_factory=dict)
    items: dict[str, ItemResult] = field(default_factory=dict)


@dataclass
class ScoreBook:
    """Scores and printed changes of one paper."""

    years: dict[int | None, _Year] = field(default_factory=dict)
    changes: dict[tuple[int | None, int, int], Decimal] = field(default_factory=dict)
    duplicates: list[int] = field(default_factory=list)

    def put(self, year: int | None, subject: Subject, score: Decimal) -> None:
        """Note a score, unless one for the same year and subject stands already."""
        sheet = self.years.setdefault(year, _Year())
        if subject is None:
            sheet.overall = score if sheet.overall is None else sheet.overall
        elif isinstance(subject, int):
            sheet.indicators.setdefault(subject, score)
        else:
            sheet.instruments.setdefault(subject, score)

    def put_question(self, year: int | None, code: str, score: Decimal) -> None:
        """Note the score of a question, unless one stands already."""
        self.years.setdefault(year, _Year()).questions.setdefault(code, score)

    def put_item(self, year: int | None, item: ItemResult) -> None:
        """Note the result of an OIT item, unless one stands already."""
        self.years.setdefault(year, _Year()).items.setdefault(item.code, item)

    def put_level(self, year: int | None, level: str) -> None:
        """Note the level of a year's overall, unless one stands already."""
        sheet = self.years.setdefault(year, _Year())
        sheet.level = sheet.level or level

    def put_change(self, indicator: int | None, years: tuple[int, int], stated: Decimal) -> None:
        """Note a printed change between two years, the older one first."""
        self.changes.setdefault((indicator, *sorted(years)), stated)  # type: ignore[arg-type]

    def settle_year(self, year: int | None) -> None:
        """Give the scores that stand under no year to a year, where the paper leaves no other."""
        lone = self.years.pop(None, None) if year is not None else None
        if lone is None:
            return
        for number, score in lone.indicators.items():
            self.put(year, number, score)
        for name, score in lone.instruments.items():
            self.put(year, cast(InstrumentPart, name), score)
        for code, score in lone.questions.items():
            self.put_question(year, code, score)
        for item in lone.items.values():
            self.put_item(year, item)
        if lone.overall is not None:
            self.put(year, None, lone.overall)
        if lone.level is not None:
            self.put_level(year, lone.level)

    def sheets(self) -> tuple[ScoreSheet, ...]:
        """Give the score sheets, older years first."""
        ordered = sorted(self.years.items(), key=lambda entry: entry[0] or 0)
        return tuple(_sheet(year, scores) for year, scores in ordered)

    def figures(self) -> set[Decimal]:
        """Give every score and every change, without sign."""
        found = {abs(change) for change in self.changes.values()}
        for sheet in self.years.values():
            found.update(sheet.instruments.values(), sheet.indicators.values(), sheet.questions.values())
            found.update([] if sheet.overall is None else [sheet.overall])
        return found

    def stated_changes(self) -> tuple[Change, ...]:
        """Give the printed changes in the order of the paper."""
        return tuple(
            Change(indicator, older, newer, stated) for (indicator, older, newer), stated in self.changes.items()
        )

    def duplicate_warnings(self) -> tuple[ReadingWarning, ...]:
        """Give a warning for each indicator number that stands twice in a table."""
        return tuple(ReadingWarning("duplicate-indicator", "score_sheets", str(number)) for number in self.duplicates)


def _sheet(year: int | None, scores: _Year) -> ScoreSheet:
    instruments = {cast(InstrumentKey, name): scores.instruments[name] for name in _ORDER if name in scores.instruments}
    indicators = tuple(IndicatorScore(number, score) for number, score in sorted(scores.indicators.items()))
    questions = tuple(QuestionScore(code, score) for code, score in scores.questions.items())
    items = tuple(scores.items.values())
    return ScoreSheet(year, scores.overall, scores.level, instruments, indicators, questions, items)
