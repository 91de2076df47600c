"""What findings add to the papers of a year: for the briefing pack the newest result and its weak points."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from prongsai.office.findings.outputs import year_result
from prongsai.office.findings.services import inputs_of, reckoned
from prongsai.office.results.models import ResultSheet
from prongsai.office.rounds.models import Round


def for_briefing(found: Round, day: date) -> Mapping[str, Any]:
    """Give the newest result that was confirmed until a day, of this year or an earlier one; nothing without one."""
    confirmed = ResultSheet.objects.confirmed().filter(confirmed__lte=day, round__fiscal_year__lte=found.fiscal_year)
    sheet = confirmed.select_related("round").order_by("-round__fiscal_year", "-number").first()
    inputs = inputs_of(sheet.round) if sheet else None
    if inputs is None:
        return {}
    made = reckoned(inputs)
    return {"result": year_result(made), "weak_points": made.weak}
