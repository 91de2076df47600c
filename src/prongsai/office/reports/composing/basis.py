"""What a paper is composed from, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from prongsai.ita.papers.blocks import Inline, Paper
from prongsai.ita.writing.compose import PaperHead
from prongsai.office.reports.content import ToldMeasure, ToldNote
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.line import executive, posts_of
from prongsai.platform.agency.models import Agency, Person

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What only a person can say about a paper. None: nobody said.

    `no_problems`, `no_proposals`: there are none, so the paper says ไม่มี. `mark_unproven` prints at a sentence that no
    proof stands behind it. `ready`: how many items are ready; `matters`: what the executive should know or decide,
    empty where somebody said that there is nothing.
    """

    no_problems: bool = False
    no_proposals: bool = False
    mark_unproven: bool = False
    ready: int | None = None
    matters: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """The year, the day on which a paper is made, the last day that it covers, who makes it."""

    agency: Agency
    cycle: Round
    until: date
    day: date
    acting: Acting | None = None
    wishes: Wishes = Wishes()

    @property
    def head(self) -> PaperHead:
        """What every paper of the office carries. Number and day are gaps: the registry of papers gives them."""
        agency = self.agency
        place = f"อำเภอ{agency.district} จังหวัด{agency.province}" if agency.district and agency.province else None
        return PaperHead(
            agency=agency.name,
            year=self.cycle.fiscal_year,
            unit=self.maker.unit.name if self.maker and self.maker.unit else None,
            place=place,
            footer=DEMO if agency.is_demo else "",
        )

    @property
    def maker(self) -> Person | None:
        """Who makes it, where the account belongs to a person."""
        return self.acting.person if self.acting else None

    @property
    def maker_post(self) -> str | None:
        """The post in which it is made."""
        held = posts_of(self.maker, self.day) if self.maker else []
        return held[0].title if held else None

    @property
    def addressee(self) -> str | None:
        """The post of who decides for the agency."""
        leading = executive(self.day)
        return leading.title if leading else None


@dataclass(frozen=True, slots=True)
class Made:
    """A composed paper and the records it was composed from."""

    paper: Paper
    measures: Sequence[ToldMeasure] = ()
    problems: Sequence[ToldNote] | None = None
    proposals: Sequence[ToldNote] | None = None
    rests_on: Mapping[str, str] = field(default_factory=dict)


def words_of(notes: Sequence[ToldNote] | None) -> list[Inline] | None:
    """Give what notes say; None where nobody said anything."""
    return None if notes is None else [note.words for note in notes]
