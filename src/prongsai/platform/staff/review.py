"""A compared list as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prongsai.platform.agency.kinds import Kind
from prongsai.platform.agency.models import Standing
from prongsai.platform.staff.sheet.comparing import REFUSED, SAME, Compared, Comparison
from prongsai.platform.staff.sheet.wording import CHOICES, FIELDS, STATES, TONES, fault_in_words
from prongsai.platform.ui.wording import short_day


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about a cell: what is wrong or doubtful, the column, the rule."""

    words: str
    column: str
    rule: str


@dataclass(frozen=True, slots=True)
class Change:
    """A field and its two values, as words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen for a row in doubt."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """A row with all that a person needs to decide."""

    key: str
    number: int
    sheet: str
    name: str
    post: str
    unit: str
    state: str
    tone: str
    said: tuple[Said, ...]
    changes: tuple[Change, ...]
    choices: tuple[Choice, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class StateGroup:
    """The rows of one state, and how many."""

    state: str
    rows: tuple[ReviewedRow, ...]
    folded: bool


def review_of(comparison: Comparison, kind: Kind) -> list[StateGroup]:
    """Give the rows by state: to correct, to decide, new, changed; the unchanged ones last and folded away."""
    return list(_groups(comparison, kind))


def _groups(comparison: Comparison, kind: Kind) -> Iterator[StateGroup]:
    for state, words in STATES.items():
        rows = tuple(_reviewed(row, kind) for row in comparison.rows if row.state == state)
        if rows:
            yield StateGroup(str(words), rows, folded=state == SAME)


def _reviewed(one: Compared, kind: Kind) -> ReviewedRow:
    row = one.row
    standing = kind.usual_standing(row.post) if row.post and one.state not in (SAME, REFUSED) else Standing.STAFF
    faults = (*row.faults, *one.doubts)
    return ReviewedRow(
        key=one.key,
        number=row.number,
        sheet=row.sheet or "",
        name=row.full_name,
        post=row.post,
        unit=row.unit,
        state=str(STATES[one.state]),
        tone=TONES[one.state],
        said=tuple(Said(fault_in_words(fault), fault.column, fault.rule) for fault in faults),
        changes=tuple(_change(each.name, each.before, each.after) for each in one.changes),
        choices=tuple(Choice(value, str(CHOICES[value]), value == one.choice) for value in one.choices),
        standing=str(standing.label) if standing.rank else "",
    )


def _change(name: str, before: str, after: str) -> Change:
    if name == "since":
        before, after = (short_day(date.fromisoformat(day)) if day else "" for day in (before, after))
    return Change(str(FIELDS[name]), before, after)
