"""Which unit of the office a name in a paper or the playbook means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from prongsai.ita.thai import compact
from prongsai.platform.agency.models import Unit

EVERY_UNIT = frozenset({compact(name) for name in ("ทุกส่วนราชการ", "ทุกกอง", "ทุกสำนัก/กอง", "ทุกหน่วยงาน", "ทุกส่วน")})
"""Names that mean every unit of the office."""


@dataclass(frozen=True, slots=True)
class NamedUnits:
    """Units that a list of names means, the lead first; `unmatched` are names that no unit of the office has."""

    lead: Unit | None
    supporting: tuple[Unit, ...]
    unmatched: tuple[str, ...]


def units_by_name(units: Iterable[Unit]) -> dict[str, Unit]:
    """Give units by their compact names, full and short."""
    return {compact(name): unit for unit in units for name in (unit.name, unit.short_name) if name}


def named_units(names: Sequence[str], known: Mapping[str, Unit]) -> NamedUnits:
    """Match names with the units of the office; the first that is a unit leads.

    `ทุกส่วนราชการ`, wherever it stands, means every unit besides. A name that is none is also looked up without what
    stands in brackets behind it.
    """
    found = [unit for name in names if (unit := unit_of(name, known)) is not None]
    unmatched = [name for name in names if unit_of(name, known) is None and compact(name) not in EVERY_UNIT]
    everyone = every_unit(known) if any(compact(name) in EVERY_UNIT for name in names) else []
    unique = list(dict.fromkeys([*found, *everyone]))
    lead = found[0] if found else None
    return NamedUnits(lead, tuple(unit for unit in unique if unit != lead), tuple(unmatched))


def unit_of(name: str, known: Mapping[str, Unit]) -> Unit | None:
    """Give the unit of a name, None where no unit has it."""
    return known.get(compact(name)) or known.get(compact(name.partition("(")[0]))


def every_unit(known: Mapping[str, Unit]) -> list[Unit]:
    """Give all units in their order, without that of the executives, which does no such work."""
    units = dict.fromkeys(known.values())
    return sorted((unit for unit in units if "ผู้บริหาร" not in unit.name), key=lambda unit: (unit.order, unit.pk))
