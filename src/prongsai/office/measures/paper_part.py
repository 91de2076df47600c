"""What measures add to the papers of a year: the decided plan for the briefing pack."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from prongsai.office.measures.services.drafting import plan_as_draft
from prongsai.office.measures.services.looking_up import plan_of
from prongsai.office.rounds.models import Round


def for_briefing(found: Round, day: date) -> Mapping[str, Any]:
    """Give the plan that was decided until a day; nothing while it is being drawn up: staff are told no drafts."""
    plan = plan_of(found)
    if plan is None or not plan.is_decided or (plan.decided and plan.decided > day):
        return {}
    return {"plan": plan_as_draft(plan)}
