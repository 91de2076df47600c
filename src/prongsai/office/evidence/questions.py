"""What to ask about a proof at once: when, how many, where is the file? Pure: facts in, questions out.

Nothing is refused for it and nobody is accused. What a person answers is kept beside the proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.ita.analysis.proof_marks import proofs_in
from prongsai.ita.analysis.rules.echoes import ECHO, echo_share
from prongsai.ita.papers.reading import MeasureRow
from prongsai.ita.thai import Period, find_dates, fiscal_year_of

Beside = Literal["words", "happened", "files", "expires"]


@dataclass(frozen=True, slots=True)
class ProofFacts:
    """What is looked at: words, day, figures, what is attached; steps and periods of what it is used for.

    `used_before`: where a file of it was used before, in words (`2567`, or the words of the other proof).
    """

    words: str
    happened: date | None
    fiscal_year: int
    document_number: str = ""
    link: str = ""
    figures: Sequence[str] = ()
    files: int = 0
    from_desk: bool = False
    steps: Sequence[str] = ()
    periods: Sequence[Period] = ()
    used_before: Sequence[str] = ()
    expired: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its code for tests and papers, and the box of the form beside which it stands."""

    code: str
    beside: Beside
    words: str | Promise


RECYCLED = Question(
    "recycled",
    "files",
    _("The same file was used before. Is there one of this time, or does it hold for both? Say so in a sentence."),
)
OUTSIDE = Question(
    "outside",
    "happened",
    _("The day lies outside the time of the measure. Is it the day of the deed? Say why it counts for this year."),
)
LAST_YEAR = Question("last-year", "words", _("The sentence names a day of another fiscal year. Is it about this year?"))
ECHOES = Question(
    "echo", "words", _("The sentence says the step once more. When was it done, how many, where is the file?")
)
WHEN = Question("when", "happened", _("When was it done? A day, or the number of a document, helps who reads it."))
HOW_MANY = Question("how-many", "words", _("How many, or where? For example 45 people, 9 villages, 5 points."))
WHERE = Question(
    "where", "files", _("Where is the file? A photograph, a paper, an address or the number of a document.")
)
EXPIRED = Question("expired", "expires", _("It is no longer valid. Is there a newer one?"))


def questions_about(proof: ProofFacts) -> tuple[Question, ...]:
    """Give the questions about a proof, none where it says when, how many and where the file is."""
    return tuple(_found(proof))


def _found(proof: ProofFacts) -> Iterator[Question]:
    if proof.used_before:
        yield RECYCLED
    if proof.expired:
        yield EXPIRED
    if proof.happened and _outside(proof.happened, proof):
        yield OUTSIDE
    if _names_another_year(proof):
        yield LAST_YEAR
    if proof.from_desk:  # the desk counted it, and its page is the file
        return
    told = proofs_in(proof.words)
    echoes = _echoes(proof)
    if echoes:
        yield ECHOES
    if proof.happened is None and "day" not in told and not proof.document_number and not echoes:
        yield WHEN
    if not (proof.figures or {"quantity", "place"} & told) and not echoes:
        yield HOW_MANY
    if not (proof.files or proof.link or proof.document_number):
        yield WHERE


def _outside(day: date, proof: ProofFacts) -> bool:
    """Say whether a day lies outside the fiscal year, or outside all the periods of what it is used for."""
    if fiscal_year_of(day) != proof.fiscal_year:
        return True
    return bool(proof.periods) and not any(_within(day, period) for period in proof.periods)


def _within(day: date, period: Period) -> bool:
    return (period.start is None or day >= period.start) and day <= period.end


def _names_another_year(proof: ProofFacts) -> bool:
    """Say whether every day that the sentence names is of another fiscal year: one of this year is enough."""
    days = [found.date for found in find_dates(proof.words)]
    return bool(days) and all(fiscal_year_of(day) != proof.fiscal_year for day in days)


def _echoes(proof: ProofFacts) -> bool:
    if not proof.steps or proof.figures:
        return False
    row = MeasureRow(steps=tuple(proof.steps), results=(proof.words,))
    return echo_share(row) >= ECHO
