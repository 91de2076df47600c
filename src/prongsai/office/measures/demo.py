"""The part of the demonstration that is this room's: the plan of the closed year, and that of the running one."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from prongsai.office.measures.models import Measure, MeasurePlan
from prongsai.office.measures.services import Origin, PlanFacts, add_measure, decide, ensure_plan, set_plan_facts
from prongsai.office.measures.taking import PlanRow, StepRow, told_of
from prongsai.office.measures.unit_names import units_by_name
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.demo.papers.shipped import AGENCY
from prongsai.platform.demo.story import story_of
from prongsai.platform.tenancy.speaker import speaking

ACTOR = "command:load_demo_measures"


def demo_plans() -> list[dict[str, Any]]:
    """Give the plans of the story as they are told."""
    told: list[dict[str, Any]] = story_of("prongsai.office.measures")
    return told


@transaction.atomic
def load_demo_measures(agency: Agency) -> int:
    """Give the office of the story its plans; give how many measures are new. The twin gets none.

    Where a plan is there already, or a year is not, nothing is changed.
    """
    if agency.name != AGENCY:
        return 0
    with speaking(agency.pk, actor=ACTOR):
        if MeasurePlan.objects.exists():
            return 0
        coordinator = acting_as(User.objects.filter(agency=agency, grants__role=Role.COORDINATOR).order_by("pk")[0])
        return sum(_put_in(coordinator, told) for told in demo_plans())


def _put_in(coordinator: Acting, told: dict[str, Any]) -> int:
    """Write one plan, as if its year were open still, and date its decision back to when the story has it."""
    cycle = Round.objects.filter(fiscal_year=told["year"]).first()
    if cycle is None:
        return 0
    closed, cycle.closed = cycle.closed, None
    cycle.save(update_fields=["closed"])
    plan = ensure_plan(acting=coordinator, cycle=cycle)
    facts = PlanFacts(told.get("analysed"), _lines(told, "limitations"), _lines(told, "proposals"))
    set_plan_facts(acting=coordinator, plan=plan, told=facts)
    for each in told["measures"]:
        _add(coordinator, plan, each)
    decide(acting=coordinator, plan=plan, day=told["decided"], decided_in=told["decided_in"])
    MeasurePlan.objects.filter(pk=plan.pk).update(entered=told["entered"], made_known=told["made_known"])
    Round.objects.filter(pk=cycle.pk).update(closed=closed)
    return len(told["measures"])


def _add(coordinator: Acting, plan: MeasurePlan, told: dict[str, Any]) -> Measure:
    row = row_of(told)
    known = units_by_name(Unit.objects.filter(closed=None))
    measure, steps = told_of(row, known)
    answers = told.get("answers") or [f"{_kind(code)}:{code}" for code in row.codes]
    measure.answers.extend(answers)
    origin = Origin(topic=told.get("topic", ""))
    return add_measure(acting=coordinator, plan=plan, told=measure, steps=steps, origin=origin)


def row_of(told: dict[str, Any]) -> PlanRow:
    """Give a measure of the story as papers tell one."""
    return PlanRow(
        place="",
        titles=(told["title"], *told.get("further", ())),
        issue=told["issue"],
        codes=tuple(told.get("codes", ())),
        finding=told["finding"],
        units=tuple(told["units"]),
        since=told["since"],
        until=told["until"],
        follow_up=told.get("follow_up", ""),
        proof=tuple(told.get("proof", ())),
        steps=tuple(_step(step) for step in told["steps"]),
    )


def _step(told: str | dict[str, Any]) -> StepRow:
    if isinstance(told, str):
        return StepRow(told)
    return StepRow(
        told["text"],
        unit=told.get("unit", ""),
        due=told["due"],
        every_months=told.get("every", 0),
        each_unit=told.get("each", False),
    )


def _kind(code: str) -> str:
    return "item" if code.startswith("O") else "question"


def _lines(told: dict[str, Any], name: str) -> str:
    return "\n".join(told.get(name, ()))
