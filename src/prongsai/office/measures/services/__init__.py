"""What is done with plans and measures, and what other rooms call. Every write is one transaction with its line."""

from prongsai.office.measures.decided import on_decided
from prongsai.office.measures.schedule import DueTurn, due_turns
from prongsai.office.measures.services.changing import (
    add_measure,
    delete_measure,
    move_measure,
    save_measure,
    save_steps,
)
from prongsai.office.measures.services.deciding import decide, make_known
from prongsai.office.measures.services.drafting import Offered, draft_of, offered_to, plan_as_draft
from prongsai.office.measures.services.looking_up import measures_of, plan_of
from prongsai.office.measures.services.picking import pick_drafts
from prongsai.office.measures.services.plans import PlanFacts, ensure_plan, leave_out, set_plan_facts
from prongsai.office.measures.told import MeasureTold, Origin, StepTold

__all__ = [
    "DueTurn",
    "MeasureTold",
    "Offered",
    "Origin",
    "PlanFacts",
    "StepTold",
    "add_measure",
    "decide",
    "delete_measure",
    "draft_of",
    "due_turns",
    "ensure_plan",
    "leave_out",
    "make_known",
    "measures_of",
    "move_measure",
    "offered_to",
    "on_decided",
    "pick_drafts",
    "plan_as_draft",
    "plan_of",
    "save_measure",
    "save_steps",
    "set_plan_facts",
]
