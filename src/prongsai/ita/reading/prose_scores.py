"""Reads scores, levels and changes told in sentences.

A figure belongs to what was named last, and to its year: either each year stands before its figure or each stands
behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from prongsai.ita.reading.codes import question_codes
from prongsai.ita.reading.in_step import InStep
from prongsai.ita.reading.numbering import marker_of
from prongsai.ita.reading.score_book import ScoreBook, Subject
from prongsai.ita.reading.score_tokens import Token, tells_scores, tokens_of
from prongsai.ita.reading.vocabulary import Vocabulary
from prongsai.ita.thai import to_arabic

_SCALE_OF_LEVELS = re.compile(r"[0-9]\.[0-9]{2}\s?(?:คะแนน)?\s?[-–—]\s?[0-9]{2,3}")
_TOLD = re.compile(r"คะแนน|ผลการประเมิน|ITA|ร้อยละ")
_LONGEST_LINE = 20_000
_HEAD_OF_LINE = 40


@dataclass
class ProseScores:
    """Reads the lines of a paper in order; `year` is the fiscal year of results that was named last."""

    vocabulary: Vocabulary
    book: ScoreBook
    year: int | None = None
    _steps: InStep = field(default_factory=InStep)
    _heading: Subject = None
    _headed: bool = False

    def read(self, line: str) -> list[Token]:
        """Note what a line tells and give its tokens. Of a line without end only the first part is looked at."""
        line = line[:_LONGEST_LINE]
        if not _worth_reading(line) or _SCALE_OF_LEVELS.search(to_arabic(line)):
            self._headed = False
            return []
        tokens = self._numbered(line, tokens_of(line, self.vocabulary))
        if tells_scores(tokens) or any(token.kind == "level" for token in tokens):
            if not question_codes(line[:_HEAD_OF_LINE], self.vocabulary.is_code):  # scores of questions go nowhere
                self._note(line, tokens)
        else:
            self._remember_heading(line, tokens)
        return tokens

    def _numbered(self, line: str, tokens: list[Token]) -> list[Token]:
        """Let the number in front of a line settle which indicator a misprinted name means."""
        marker = marker_of(line)
        place = next((n for n, token in enumerate(tokens) if token.kind == "indicator"), None)
        if marker is None or place is None or len(marker[1]) != 1:
            return tokens
        settled = self._steps.settle(marker[1][0], int(tokens[place].value))
        return [*tokens[:place], replace(tokens[place], value=settled), *tokens[place + 1 :]]

    def _remember_heading(self, line: str, tokens: list[Token]) -> None:
        named = [token for token in tokens if token.kind in ("indicator", "instrument")]
        self._headed = len({token.value for token in named}) == 1 and len(line) < 120
        if self._headed:
            self._heading = named[0].value  # type: ignore[assignment]

    def _note(self, line: str, tokens: list[Token]) -> None:
        headed = self._headed and all(token.kind != "overall" or token.value == "ค่าคะแนน" for token in tokens)
        subjects = _subjects(tokens, self._heading if headed else None, headed)
        years = _years_of_scores(tokens, self.year)
        anything = any(token.kind in ("indicator", "instrument", "overall", "year", "level") for token in tokens)
        if not (anything or self._headed) or not (_TOLD.search(line) or subjects):
            return
        overall_years: list[int | None] = []
        for n, token in enumerate(tokens):
            if token.kind == "score":
                self.book.put(years[n], subjects[n], token.value)  # type: ignore[arg-type]
                overall_years += [years[n]] if subjects[n] is None else []
            elif token.kind == "level" and _follows_overall(tokens, subjects, n):
                self.book.put_level(years[n], str(token.value))
            elif token.kind == "change":
                self._note_change(tokens, years, subjects, n)

    def _note_change(self, tokens: list[Token], years: list[int | None], subjects: list[Subject], n: int) -> None:
        named = sorted({year for year in years if year is not None})
        pair = (named[0], named[-1]) if len(named) > 1 else None
        if pair is not None and not isinstance(subjects[n], str):
            self.book.put_change(subjects[n], pair, tokens[n].value)  # type: ignore[arg-type]


def _worth_reading(line: str) -> bool:
    return _TOLD.search(line) is not None or "ตัวชี้วัด" in line or "ระดับ" in line or any(c.isdecimal() for c in line)


def _subjects(tokens: list[Token], heading: Subject, headed: bool) -> list[Subject]:
    """Give for each token the subject of which it speaks."""
    subjects: list[Subject] = []
    subject: Subject = heading if headed else None
    named: set[Subject] = {subject} if headed else set()  # since the last score
    for token in tokens:
        if token.kind in ("indicator", "instrument"):
            subject = token.value  # type: ignore[assignment]
            named.add(subject)
        elif token.kind == "overall":
            # คะแนนเฉลี่ย of an instrument just named is the instrument's; after a mere list of them it is the overall.
            of_the_named = len(named) == 1 and (token.weak or isinstance(subject, int))
            subject = subject if of_the_named else None
        elif token.kind == "score":
            named.clear()
        subjects.append(subject)
    return subjects


def _follows_overall(tokens: list[Token], subjects: list[Subject], n: int) -> bool:
    """Whether a level is that of an overall: the score before it is an overall, or no score stands before it."""
    before = [k for k in range(n) if tokens[k].kind == "score"]
    return subjects[before[-1]] is None if before else subjects[n] is None


def _years_of_scores(tokens: list[Token], default: int | None) -> list[int | None]:
    """Give for each token the year to which it belongs."""
    years = [(n, int(token.value)) for n, token in enumerate(tokens) if token.kind == "year"]
    scores = [n for n, token in enumerate(tokens) if token.kind == "score"]
    distinct = list(dict.fromkeys(year for _, year in years))
    if not distinct:
        return [default] * len(tokens)
    if len(distinct) == 1:
        return _beside_the_compared(tokens, years[0][0], default)
    first_score = scores[0] if scores else len(tokens)
    ahead = list(dict.fromkeys(year for n, year in years if n < first_score))
    if len(ahead) > 1 and len(ahead) == len(scores) == len(distinct):
        return _paired(tokens, scores, ahead)
    if years[0][0] > first_score:
        return _years_behind(tokens, years)
    return _years_before(tokens, years)


def _beside_the_compared(tokens: list[Token], at: int, default: int | None) -> list[int | None]:
    """One year: it holds for all, but where it is only compared with, what stands before it is of the year at hand."""
    year = int(tokens[at].value)
    ahead = year if default is None or not tokens[at].weak else default
    return [ahead if n < at else year for n in range(len(tokens))]


def _paired(tokens: list[Token], scores: list[int], years: list[int]) -> list[int | None]:
    """Years first, then as many scores: one to one in order."""
    result: list[int | None] = [years[0]] * len(tokens)
    for place, year in zip(scores, years, strict=True):
        result[place:] = [year] * (len(tokens) - place)
    return result


def _years_behind(tokens: list[Token], years: list[tuple[int, int]]) -> list[int | None]:
    return [next((year for place, year in years if place > n), years[-1][1]) for n in range(len(tokens))]


def _years_before(tokens: list[Token], years: list[tuple[int, int]]) -> list[int | None]:
    return [next((year for place, year in reversed(years) if place < n), years[0][1]) for n in range(len(tokens))]
