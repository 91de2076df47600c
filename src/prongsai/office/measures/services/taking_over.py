"""Measures taken over from a paper that was read or from an office's own list: looked through, then all or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.papers.reading import Reading
from prongsai.ita.thai import single_line
from prongsai.office.measures.models import ImportedMeasures, Measure, MeasurePlan
from prongsai.office.measures.services.changing import add_measure
from prongsai.office.measures.services.looking_up import plan_of
from prongsai.office.measures.services.plans import PlanFacts, draft, ensure_plan, set_plan_facts
from prongsai.office.measures.taking import PlanRow, rows_of_reading, told_of
from prongsai.office.measures.unit_names import units_by_name
from prongsai.office.results.models import ReadPaper
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict

KEPT = timedelta(days=7)
"""What nobody looked through goes after a week."""


@transaction.atomic
def keep_rows(
    *,
    acting: Acting,
    cycle: Round,
    file_name: str,
    rows: Sequence[PlanRow],
    limitations: Sequence[str] = (),
    proposals: Sequence[str] = (),
) -> ImportedMeasures:
    """Keep what was read until somebody has looked through it."""
    return ImportedMeasures.objects.create(
        agency_id=cycle.agency_id,
        round=cycle,
        file_name=single_line(file_name)[:200],
        found={
            "rows": [row.as_json() for row in rows],
            "limitations": list(limitations),
            "proposals": list(proposals),
        },
        made_by=acting.actor,
    )


@transaction.atomic
def keep_paper_rows(*, acting: Acting, cycle: Round, paper: ReadPaper) -> ImportedMeasures:
    """Keep the measures of a paper that was read, and its limitations and proposals.

    Periods are held against the day on which the paper says that it was decided. Refuses Conflict for a paper without
    measures.
    """
    reading = paper.reading
    plan = plan_of(cycle)
    known = units_by_name(Unit.objects.standing(today(acting.agency)))
    decided = (plan.decided if plan else None) or _decided_in(reading)
    rows = rows_of_reading(reading, year=cycle.fiscal_year, decided=decided, known=known)
    if not rows:
        raise Conflict(_("No measures were found in this paper."))
    return keep_rows(
        acting=acting,
        cycle=cycle,
        file_name=paper.file_name,
        rows=rows,
        limitations=reading.limitations,
        proposals=reading.recommendations,
    )


@transaction.atomic
def accept_rows(*, acting: Acting, waiting: ImportedMeasures) -> list[Measure]:
    """Add all measures of what was kept, after those that are there; limitations where the plan has none yet.

    Refuses Conflict, and adds nothing, where a row cannot be read, the plan is decided, or it was taken or dropped.
    """
    found = ImportedMeasures.objects.select_for_update(of=("self",)).select_related("round").filter(pk=waiting.pk)
    kept = found.first()
    if kept is None:
        raise Conflict(_("This file was taken in or dropped before."))
    rows = [PlanRow.of_json(told) for told in kept.found["rows"]]
    if any(row.faults for row in rows):
        raise Conflict(_("Some lines cannot be read. Mend the file and send it again: all is taken in, or nothing."))
    plan = draft(ensure_plan(acting=acting, cycle=kept.round))
    known = units_by_name(Unit.objects.standing(today(acting.agency)))
    _take_facts(acting, plan, kept)
    added = []
    for row in rows:
        told, steps = told_of(row, known)
        added.append(add_measure(acting=acting, plan=plan, told=told, steps=steps))
    record(acting, "measures.imported", thing=plan, figures={"measures": len(added)})
    kept.delete()
    return added


@transaction.atomic
def drop_rows(*, waiting: ImportedMeasures) -> None:
    """Take nothing of it."""
    waiting.delete()


def remove_old_rows(now: datetime) -> int:
    """Remove what nobody looked through within a week; give how many."""
    return ImportedMeasures.objects.filter(made__lt=now - KEPT).delete()[0]


def _take_facts(acting: Acting, plan: MeasurePlan, kept: ImportedMeasures) -> None:
    """Write limitations and proposals of a paper into a plan that has none."""
    limitations = plan.limitations or "\n".join(kept.found["limitations"])[:4_000]
    proposals = plan.proposals or "\n".join(kept.found["proposals"])[:4_000]
    if (limitations, proposals) != (plan.limitations, plan.proposals):
        facts = PlanFacts(plan.analysed_year, limitations, proposals)
        set_plan_facts(acting=acting, plan=plan, told=facts)


def _decided_in(reading: Reading) -> date | None:
    """Give the day of decision that a paper states, where its reading found periods that begin before it."""
    told = (entry.expected for entry in reading.warnings if entry.code == "period-before-decision")
    stated = next((day for day in told if day), None)
    return date.fromisoformat(stated) if stated else None
