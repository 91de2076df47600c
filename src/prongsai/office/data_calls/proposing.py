"""Which unit may hand in an item: the roles of the catalogue, looked for among the units that an office has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prongsai.ita.catalogue import Framework
from prongsai.ita.catalogue.item_roles import roles_for_item
from prongsai.ita.catalogue.playbook import UnitRole, load_playbook
from prongsai.ita.thai import compact
from prongsai.platform.agency.models import Unit

NOT_ONE_UNIT = frozenset({"ผู้บริหาร", "คณะทำงานสนับสนุนการประเมิน ITA", "ส่วนราชการที่ให้บริการประชาชน", "ทุกส่วนราชการ"})
"""Roles that are no single unit, or that nobody asks for data."""


def proposed_unit(framework: Framework, code: str, units: Sequence[Unit]) -> tuple[Unit | None, str]:
    """Give the unit that likeliest hands an item in and its duty in words; None and "" where nothing is written."""
    for role in roles_for_item(framework, code, load_playbook()):
        if role.name not in NOT_ONE_UNIT and (unit := _called_so(role, units)):
            return unit, role.duty
    return None, ""


def _called_so(role: UnitRole, units: Iterable[Unit]) -> Unit | None:
    """Find the unit whose name is, or begins with, that of the role: สำนักปลัด is สำนักปลัดเทศบาล too."""
    name = compact(role.name)
    return next((unit for unit in units if compact(unit.name).startswith(name)), None)
