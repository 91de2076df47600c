"""What a report says, as records and as frozen data: every sentence with where it comes from and what proves it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from prongsai.ita.papers.block_json import paper_from_json
from prongsai.ita.papers.blocks import Paper
from prongsai.ita.papers.reading import MeasureStatus

SHAPE = 1
"""Counted up when contents are kept in another form."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True)


class ToldProof(_Record):
    """A piece of accepted proof, as it was when the report was made. `id` is its row; `files` are hashes."""

    id: int
    words: str
    happened: date | None = None
    number: str = ""
    link: str = ""
    files: tuple[str, ...] = ()


class Sentence(_Record):
    """One sentence of a report and the record behind it.

    `key` names it in its report: `t12` a turn, `o3` an outcome, `s3` a measure that was stopped. `step` is the number
    of the step, None for what is said of the whole measure.
    """

    key: str
    kind: Literal["result", "outcome", "reason"]
    text: str
    measure: int
    turn: int | None = None
    step: int | None = None
    proofs: tuple[ToldProof, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether accepted proof stands behind it. A reason for something not done needs none."""
        return self.kind == "reason" or bool(self.proofs)


class ToldMeasure(_Record):
    """A measure with what became of it until the last day of the report."""

    id: int
    label: str
    titles: tuple[str, ...]
    steps: tuple[str, ...]
    units: tuple[str, ...]
    period: str
    issue: int | None = None
    indicator: int | None = None
    codes: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    status: MeasureStatus | None = None
    results: tuple[Sentence, ...] = ()
    outcomes: tuple[Sentence, ...] = ()

    @property
    def title(self) -> str:
        """What is to be done, in one line."""
        return " ".join(self.titles)

    @property
    def proven(self) -> tuple[Sentence, ...]:
        """The results behind which accepted proof stands."""
        return tuple(each for each in self.results if each.kind == "result" and each.is_proven)

    @property
    def unproven(self) -> tuple[Sentence, ...]:
        """The results that nobody can check yet."""
        return tuple(each for each in self.results if not each.is_proven)

    @property
    def reasons(self) -> tuple[Sentence, ...]:
        """Why something was not done."""
        return tuple(each for each in self.results if each.kind == "reason")

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All that is said of it."""
        return self.results + self.outcomes


class ToldNote(_Record):
    """A problem or a proposal of the office, by the row of the note."""

    id: int
    words: str


class ReportContent(_Record):
    """All that a paper says. `problems` and `proposals`: None where nobody said anything, empty for ไม่มี.

    `rests_on` names what else it was made from, such as the version of a result with its mark.
    """

    shape: int = SHAPE
    kind: str
    year: int
    until: date
    paper: dict[str, Any]
    measures: tuple[ToldMeasure, ...] = ()
    problems: tuple[ToldNote, ...] | None = None
    proposals: tuple[ToldNote, ...] | None = None
    rests_on: dict[str, str] = {}

    @property
    def blocks(self) -> Paper:
        """The paper itself."""
        return paper_from_json(self.paper)

    @property
    def results(self) -> tuple[Sentence, ...]:
        """The sentences that say what was done."""
        return tuple(sentence for sentence in self.sentences if sentence.kind == "result")

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, measure by measure."""
        for measure in self.measures:
            yield from measure.sentences

    def frozen(self) -> dict[str, Any]:
        """Give the content as JSON data."""
        told: dict[str, Any] = json.loads(self.model_dump_json())
        return told


def mark_of(content: Mapping[str, Any]) -> str:
    """Give the SHA-256 of a content, written in one way: sorted keys, no blanks, UTF-8."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
