"""Units that a paper names and the office has not entered yet: made where the paper is looked through."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from prongsai.office.measures.models import ImportedMeasures
from prongsai.office.measures.taking import PlanRow, missing_units, with_units_now
from prongsai.office.measures.unit_names import units_by_name
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.calendar.today import today
from prongsai.platform.staff.services.structure import add_unit


@transaction.atomic
def add_missing_units(*, acting: Acting, waiting: ImportedMeasures, names: Sequence[str]) -> list[Unit]:
    """Make units of names that what waits has and the office has not; others are passed over.

    They come last in the order. What was doubtful about the rows is told anew. Raises Conflict for a name
    that a closed unit has.
    """
    kept = ImportedMeasures.objects.select_for_update(of=("self",)).get(pk=waiting.pk)
    rows = [PlanRow.of_json(told) for told in kept.found["rows"]]
    standing = list(Unit.objects.standing(today(acting.agency)))
    wanted = [name for name in missing_units(rows, units_by_name(standing)) if name in names]
    last = max((unit.order for unit in standing), default=0)
    added = [add_unit(acting=acting, name=name, order=last + n) for n, name in enumerate(wanted, 1)]
    known = units_by_name([*standing, *added])
    kept.found = {**kept.found, "rows": [with_units_now(row, known).as_json() for row in rows]}
    kept.save(update_fields=["found"])
    return added
