"""Holds a staff list against who is known: who is new, changed, unchanged, no longer listed, and what is in doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz

from prongsai.ita.thai import compact
from prongsai.platform.staff.sheet.reading import Fault, StaffRow

ALIKE = 82
"""From how much in a hundred two names of units are taken for one, and asked about."""

REFUSED, DOUBTFUL, NEW, CHANGED, SAME = "refused", "doubtful", "new", "changed", "same"
ORDER = (REFUSED, DOUBTFUL, NEW, CHANGED, SAME)
TAKE, SKIP, ANOTHER, NEW_UNIT = "take", "skip", "another", "new"


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit of the agency."""

    pk: int
    name: str
    short_name: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the agency as known now; `post` is the title held for good, of several the highest."""

    pk: int
    prefix: str
    given_name: str
    family_name: str
    unit: str
    post: str = ""
    employment: str = ""
    email: str = ""
    since: date | None = None

    @property
    def full_name(self) -> str:
        """The name as papers write it."""
        return f"{self.prefix}{self.given_name} {self.family_name}"


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person decided: for each unknown unit a unit's id or `new`, for each doubtful row what to do with it."""

    units: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the list tells otherwise."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A row beside who it is taken for. `choices` are open where it is in doubt; `choice` is what was chosen."""

    row: StaffRow
    state: str
    known: Known | None = None
    unit: int | None = None
    changes: tuple[Difference, ...] = ()
    doubts: tuple[Fault, ...] = ()
    choices: tuple[str, ...] = ()
    choice: str = ""

    @property
    def key(self) -> str:
        """Name the row in a form."""
        return f"{self.row.sheet or ''}-{self.row.number}"


@dataclass(frozen=True, slots=True)
class UnitQuestion:
    """A unit of the list that is not known: what it may be, and what was answered (`new`, or the id of a unit)."""

    name: str
    likely: KnownUnit | None
    answer: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole list beside who is known, refused and doubtful rows first."""

    rows: tuple[Compared, ...]
    units: tuple[UnitQuestion, ...]
    missing: tuple[Known, ...]

    @property
    def is_ready(self) -> bool:
        """Whether it can be taken over: no row is refused, each doubt is decided."""
        undecided = any(row.choices and row.choice not in row.choices for row in self.rows)
        return not undecided and not any(row.state == REFUSED for row in self.rows)

    def counts(self) -> dict[str, int]:
        """Count the rows of each state."""
        return {state: sum(row.state == state for row in self.rows) for state in ORDER}

    def taken(self) -> list[Compared]:
        """Give the rows that change something once the list is taken over."""
        kept = [row for row in self.rows if row.choice != SKIP]
        return [row for row in kept if row.state in (NEW, CHANGED) or (row.state == DOUBTFUL and row.choice)]


def compare(
    rows: Sequence[StaffRow], known: Sequence[Known], units: Sequence[KnownUnit], answers: Answers
) -> Comparison:
    """Compare. Names are compared without what the eye does not see; a person is one name in one unit."""
    questions = _unit_questions(rows, units, answers)
    by_pk = {str(unit.pk): unit for unit in units}
    meant = {_key(name): unit for unit in units for name in (unit.name, unit.short_name) if name}
    meant |= {_key(asked.name): by_pk[asked.answer] for asked in questions if asked.answer in by_pk}
    by_name: dict[str, list[Known]] = defaultdict(list)
    for someone in known:
        by_name[_key(someone.given_name + someone.family_name)].append(someone)
    first: dict[str, list[StaffRow]] = defaultdict(list)
    compared = []
    for row in rows:
        namesakes = first[_key(row.given_name + row.family_name)]
        unit = meant.get(_key(row.unit))
        one = _compared(row, unit, by_name, namesakes)
        compared.append(_decided(one, answers.rows.get(one.key, "")))
        namesakes.append(row)
    ordered = sorted(compared, key=lambda one: ORDER.index(one.state))
    return Comparison(tuple(ordered), questions, _missing(compared, known))


def _unit_questions(rows: Sequence[StaffRow], units: Sequence[KnownUnit], answers: Answers) -> tuple[UnitQuestion, ...]:
    """Ask once for each name that no unit has; where one is nearly alike, that one is proposed."""
    names = {_key(name) for unit in units for name in (unit.name, unit.short_name) if name}
    unknown = dict.fromkeys(row.unit for row in rows if row.unit and _key(row.unit) not in names)
    return tuple(_unit_question(name, units, answers.units.get(name, "")) for name in unknown)


def _unit_question(name: str, units: Sequence[KnownUnit], answer: str) -> UnitQuestion:
    likely = max(units, key=lambda unit: _likeness(name, unit), default=None)
    if likely and _likeness(name, likely) < ALIKE:
        likely = None
    allowed = {NEW_UNIT, *(str(unit.pk) for unit in units)}
    proposed = str(likely.pk) if likely else NEW_UNIT
    return UnitQuestion(name, likely, answer if answer in allowed else proposed)


def _likeness(name: str, unit: KnownUnit) -> float:
    return max(fuzz.ratio(_key(name), _key(other)) for other in (unit.name, unit.short_name) if other)


def _compared(
    row: StaffRow, unit: KnownUnit | None, by_name: Mapping[str, list[Known]], namesakes: Sequence[StaffRow]
) -> Compared:
    unit_pk = unit.pk if unit else None
    if row.faults:
        return Compared(row, REFUSED, unit=unit_pk)
    twin = next((other for other in namesakes if _content(other) == _content(row)), None)
    if twin:
        fault = Fault("DUPLICATE", told=str(twin.number))
        return Compared(row, DOUBTFUL, unit=unit_pk, doubts=(fault,), choices=(SKIP, ANOTHER))
    found = by_name.get(_key(row.given_name + row.family_name), [])
    here = [someone for someone in found if unit and _key(someone.unit) == _key(unit.name)]
    if namesakes or len(found) > 1:
        return _of_one_name(row, unit_pk, here, namesakes, len(found))
    if found and not here:
        changes = _changes(row, found[0], unit)
        doubts = (Fault("MOVED", told=found[0].unit), *row.doubts)
        return Compared(row, DOUBTFUL, found[0], unit_pk, changes, doubts, (TAKE, ANOTHER, SKIP))
    return _plain(row, unit, here[0] if here else None)


def _of_one_name(
    row: StaffRow, unit: int | None, here: Sequence[Known], namesakes: Sequence[StaffRow], known: int
) -> Compared:
    """Two people of one name, in the list or known: only one who is alone in the unit is taken for known."""
    if len(here) == 1 and not any(_key(other.unit) == _key(row.unit) for other in namesakes):
        return _plain(row, KnownUnit(unit or 0, here[0].unit), here[0])
    fault = Fault("NAMESAKE") if known else Fault("LISTED-TWICE", told=str(namesakes[0].number))
    return Compared(row, DOUBTFUL, unit=unit, doubts=(fault, *row.doubts), choices=(ANOTHER, SKIP))


def _plain(row: StaffRow, unit: KnownUnit | None, known: Known | None) -> Compared:
    changes = _changes(row, known, unit) if known else ()
    state = NEW if known is None else CHANGED if changes else SAME
    if row.doubts and state != SAME:
        return Compared(row, DOUBTFUL, known, unit.pk if unit else None, changes, row.doubts, (TAKE, SKIP))
    return Compared(row, state, known, unit.pk if unit else None, changes, row.doubts)


def _decided(one: Compared, choice: str) -> Compared:
    if choice not in one.choices:
        return one
    known = None if choice == ANOTHER else one.known
    changes = () if choice == ANOTHER else one.changes
    return Compared(one.row, one.state, known, one.unit, changes, one.doubts, one.choices, choice)


def _changes(row: StaffRow, known: Known, unit: KnownUnit | None) -> tuple[Difference, ...]:
    """Tell what the list says otherwise. What it leaves empty changes nothing: a column may be missing."""
    pairs: Iterable[tuple[str, str, str]] = (
        ("prefix", known.prefix, row.prefix),
        ("unit", known.unit, unit.name if unit else row.unit),
        ("post", known.post, row.post),
        ("employment", known.employment, row.employment),
        ("email", known.email, row.email),
        ("since", _iso(known.since), _iso(row.since)),
    )
    return tuple(Difference(*pair) for pair in pairs if pair[2] and _key(pair[1]) != _key(pair[2]))


def _missing(compared: Sequence[Compared], known: Sequence[Known]) -> tuple[Known, ...]:
    """Give who is known and not listed; a row in doubt about somebody lists that person too."""
    listed = {one.known.pk for one in compared if one.known}
    names = {_key(one.row.given_name + one.row.family_name) for one in compared if one.state in (REFUSED, DOUBTFUL)}
    return tuple(
        someone
        for someone in known
        if someone.pk not in listed and _key(someone.given_name + someone.family_name) not in names
    )


def _content(row: StaffRow) -> tuple[object, ...]:
    return (_key(row.full_name), _key(row.unit), _key(row.post), _key(row.email), row.since)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _key(text: str) -> str:
    return compact(text)
