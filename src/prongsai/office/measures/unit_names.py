"""Which unit of the office a name in a paper or the playbook means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from prongsai.ita.thai import compact
from prongsai.platform.agency.models import Unit

EVERY_UNIT = frozenset({compact(name) for name in ("ทุกส่วนราชการ", "ทุกกอง", "ทุกสำนัก/กอง", "ทุกหน่วยงาน", "ทุกส่วน")})
"""Names that mean every unit of the office."""
OFFICE_OF_THE_CLERK = compact("สำนักปลัด")


@dataclass(frozen=True, slots=True)
class NamedUnits:
    """Units that a list of names means, the lead first; `unmatched` are names that no unit of the office has."""

    lead: Unit | None
    supporting: tuple[Unit, ...]
    unmatched: tuple[str, ...]


def units_by_name(units: Iterable[Unit]) -> dict[str, Unit]:
    """Give units by their compact names, full and short."""
    return {compact(name): unit for unit in units for name in (unit.name, unit.short_name) if name}


def named_units(names: Sequence[str], known: Mapping[str, Unit], *, anyone_leads: bool = False) -> NamedUnits:
    """Match names with the units of the office; the first named leads, and nobody where that is none of its units.

    With `anyone_leads` the first that is one leads: a draft of ours names kinds of units, where a paper names its own.

    `ทุกส่วนราชการ`, wherever it stands, means every unit besides. A name that is none is also looked up without what
    stands in brackets behind it.
    """
    found = [unit for name in names if (unit := unit_of(name, known)) is not None]
    unmatched = [name for name in names if unit_of(name, known) is None and compact(name) not in EVERY_UNIT]
    everyone = every_unit(known) if any(compact(name) in EVERY_UNIT for name in names) else []
    unique = list(dict.fromkeys([*found, *everyone]))
    first = next((name for name in names if compact(name) not in EVERY_UNIT), "")
    lead = found[0] if anyone_leads and found else unit_of(first, known)
    return NamedUnits(lead, tuple(unit for unit in unique if unit != lead), tuple(unmatched))


def is_like_a_known_one(name: str, known: Mapping[str, Unit]) -> bool:
    """Say whether a name that is no unit begins like one, or one like it: `สำนักปลัดเทศบาล` where สำนักปลัด is."""
    asked = compact(name)
    return any(asked.startswith(there) or there.startswith(asked) for there in known)


def unit_of(name: str, known: Mapping[str, Unit]) -> Unit | None:
    """Give the unit of a name, None where no unit has it.

    A name cut short with ฯ is the one unit that goes on from there; สำนักปลัด the one whose name begins so, since
    offices write it with and without เทศบาล behind it.
    """
    asked, short = compact(name), name.strip().endswith("ฯ")
    found = known.get(asked) or known.get(compact(name.partition("(")[0]))
    begins = OFFICE_OF_THE_CLERK if asked.startswith(OFFICE_OF_THE_CLERK) else compact(name.strip().rstrip("ฯ"))
    if found or not begins or not (short or begins == OFFICE_OF_THE_CLERK):
        return found
    longer = {unit.pk: unit for key, unit in known.items() if key.startswith(begins)}
    return next(iter(longer.values())) if len(longer) == 1 else None


def every_unit(known: Mapping[str, Unit]) -> list[Unit]:
    """Give all units in their order, without that of the executives, which does no such work."""
    units = dict.fromkeys(known.values())
    return sorted((unit for unit in units if "ผู้บริหาร" not in unit.name), key=lambda unit: (unit.order, unit.pk))
