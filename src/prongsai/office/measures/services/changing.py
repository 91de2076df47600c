"""Measures written, put in order, taken out; and their steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from prongsai.office.measures.models import Measure, MeasurePlan, Step, SupportingUnit
from prongsai.office.measures.services.plans import amend, draft, locked
from prongsai.office.measures.told import MeasureTold, Origin, StepTold
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict

MOST_MEASURES = 99
_OWN = tuple(entry.name for entry in fields(MeasureTold) if entry.name != "supporting")


@transaction.atomic
def add_measure(
    *,
    acting: Acting,
    plan: MeasurePlan,
    told: MeasureTold,
    steps: Sequence[StepTold] = (),
    origin: Origin | None = None,
    because: str = "",
) -> Measure:
    """Add a measure, last of its issue or indicator. Refuses Conflict as `plans.amend` does, and beyond 99."""
    current = locked(plan)
    number = Measure.objects.filter(plan=current).count() + 1
    if number > MOST_MEASURES:
        raise Conflict(_("A plan holds at most 99 measures."))
    measure = Measure(agency_id=current.agency_id, plan=current, number=number, **asdict(origin or Origin()))
    _write(measure, told)
    _set_steps(measure, steps)
    _renumber(current)
    amend(acting, current, _("Added: %(title)s") % {"title": told.title}, because)
    record(acting, "measures.added", thing=measure, figures={"steps": len(steps)})
    return Measure.objects.get(pk=measure.pk)


@transaction.atomic
def save_measure(*, acting: Acting, measure: Measure, told: MeasureTold, because: str = "") -> None:
    """Write a measure anew. Refuses Conflict: submitted or closed, decided and no reason given."""
    current = locked(measure.plan)
    found = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    _write(found, told)
    _renumber(current)
    amend(acting, current, _("Changed: %(title)s") % {"title": f"{found.label} {told.title}"}, because)
    record(acting, "measures.written", thing=found)


@transaction.atomic
def save_steps(*, acting: Acting, measure: Measure, steps: Sequence[StepTold], because: str = "") -> None:
    """Write the steps of a measure anew; a step of the same words stays the same step.

    Refuses Conflict as `save_measure`, and for taking out a step of which something is recorded already.
    """
    current = locked(measure.plan)
    found = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    _set_steps(found, steps)
    amend(acting, current, _("Steps changed: %(title)s") % {"title": f"{found.label} {found.title}"}, because)
    record(acting, "measures.steps_written", thing=found, figures={"steps": len(steps)})


@transaction.atomic
def move_measure(*, acting: Acting, measure: Measure, up: bool) -> None:
    """Change the place of a measure with the one before or after it under the same heading; the first stays first."""
    current = draft(measure.plan)
    rows = list(Measure.objects.filter(plan=current))
    found = next(row for row in rows if row.pk == measure.pk)
    beside = [row for row in rows if _group(row) == _group(found)]
    place = beside.index(found) + (-1 if up else 1)
    if 0 <= place < len(beside):
        other = beside[place]
        found.number, other.number = other.number, found.number
        for row in (found, other):
            row.save(update_fields=["number"])
        record(acting, "measures.moved", thing=found, figures={"number": found.number})


@transaction.atomic
def delete_measure(*, acting: Acting, measure: Measure) -> None:
    """Take a measure out of a plan that is being drawn up. Refuses Conflict: a decided measure is stopped instead."""
    current = draft(measure.plan)
    record(acting, "measures.taken_out", thing=measure)
    try:
        Measure.objects.get(pk=measure.pk).delete()
    except ProtectedError as error:
        raise Conflict(_("Something is recorded of this measure already, so it stays.")) from error
    _renumber(current)


def _write(measure: Measure, told: MeasureTold) -> None:
    for name in _OWN:
        setattr(measure, name, getattr(told, name))
    measure.save()
    _set_supporting(measure, told.supporting)


def _set_supporting(measure: Measure, units: Sequence[Unit]) -> None:
    wanted = {unit.pk for unit in units if unit.pk != measure.lead_unit_id}
    measure.supporting.exclude(unit__in=wanted).delete()
    there = set(measure.supporting.values_list("unit_id", flat=True))
    SupportingUnit.objects.bulk_create(
        SupportingUnit(agency_id=measure.agency_id, measure=measure, unit_id=unit) for unit in sorted(wanted - there)
    )


def _set_steps(measure: Measure, told: Sequence[StepTold]) -> None:
    """Write steps: those of the same words keep their row, then those of the same place; what is left over goes."""
    left = list(measure.steps.all())
    rows: list[Step | None] = [None] * len(told)
    for place, step in enumerate(told):
        rows[place] = next((row for row in left if row.text == step.text), None)
        if rows[place] is not None:
            left.remove(rows[place])  # type: ignore[arg-type]
    for place, row in enumerate(rows):
        if row is None and left:
            rows[place] = left.pop(0)
    try:
        measure.steps.filter(pk__in=[row.pk for row in left]).delete()
    except ProtectedError as error:
        raise Conflict(_("Something is recorded of a step that you took out, so it stays.")) from error
    for number, (row, step) in enumerate(zip(rows, told, strict=True), start=1):
        kept = row or Step(agency_id=measure.agency_id, measure=measure)
        kept.number, kept.text, kept.unit, kept.person = number, step.text, step.unit, step.person
        kept.each_unit, kept.due, kept.every_months = step.each_unit, step.due, step.every_months
        kept.save()


def _group(measure: Measure) -> tuple[int, int]:
    """Give the heading under which a measure stands; those without one come last."""
    return (measure.issue or 1_000, measure.indicator or 1_000)


def _renumber(plan: MeasurePlan) -> None:
    """Give the measures of a plan that is being drawn up new numbers, through its headings; those of a decided stay."""
    if plan.is_decided:
        return
    rows = list(Measure.objects.filter(plan=plan))
    rows.sort(key=lambda row: (*_group(row), row.number))
    for number, row in enumerate(rows, start=1):
        if row.number != number:
            row.number = number
            row.save(update_fields=["number"])
