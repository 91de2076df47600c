"""Drafts that a person picked become measures."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.papers.blocks import Gap, Inline
from prongsai.ita.planning import DraftMeasure
from prongsai.ita.thai import Period, Recurrence
from prongsai.office.measures.answering import draft_key, key_of
from prongsai.office.measures.models import Measure, MeasurePlan
from prongsai.office.measures.services.changing import add_measure
from prongsai.office.measures.services.drafting import offered_to
from prongsai.office.measures.services.looking_up import measures_of
from prongsai.office.measures.services.plans import draft, ensure_plan
from prongsai.office.measures.told import MeasureTold, Origin, StepTold
from prongsai.office.measures.unit_names import named_units, units_by_name
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def pick_drafts(*, acting: Acting, cycle: Round, keys: Collection[str]) -> list[Measure]:
    """Take drafts into the plan of a year, begun where there is none. A draft that is an open place stays one.

    Steps go to the lead unit; no day is set for them. Refuses Conflict: decided, or a draft that is not offered (any
    more), and then takes none.
    """
    plan = draft(ensure_plan(acting=acting, cycle=cycle))
    offered = {draft_key(row): row for row in offered_to(cycle, plan, measures_of(plan)).all}
    if missing := set(keys) - set(offered):
        raise Conflict(_("These drafts are not offered any more: %(keys)s") % {"keys": ", ".join(sorted(missing))})
    known = units_by_name(Unit.objects.standing(today(acting.agency)))
    return [_take(acting, plan, row, known) for key, row in offered.items() if key in set(keys)]


def _take(acting: Acting, plan: MeasurePlan, row: DraftMeasure, known: dict[str, Unit]) -> Measure:
    named = [text for text in (_text(row.lead_unit), *row.supporting_units) if text]
    units = named_units(named, known, anyone_leads=True)
    period = row.period if isinstance(row.period, Period) else None
    told = MeasureTold(
        title=_text(row.title) or _("Measure to be said"),
        issue=row.issue,
        indicator=row.indicator,
        codes=list(row.codes),
        answers=[key_of(point) for point in row.weak_points],
        finding=_text(row.finding),
        lead_unit=units.lead,
        supporting=units.supporting,
        units_as_printed=", ".join(units.unmatched)[:300],
        since=period.start if period else None,
        until=period.end if period else None,
        every_months=row.period.every_months if isinstance(row.period, Recurrence) else 0,
        follow_up=_text(row.follow_up),
        expected_proof=list(row.expected_proof),
        feeds=list(row.feeds),
    )
    steps = [StepTold(text=step, unit=units.lead) for step in row.steps]
    origin = Origin(topic=row.topic or "", play=row.measure_id or "", why=row.why, is_confirmed=row.confirmed)
    return add_measure(acting=acting, plan=plan, told=told, steps=steps, origin=origin)


def _text(said: Inline) -> str:
    return "" if isinstance(said, Gap) else said
