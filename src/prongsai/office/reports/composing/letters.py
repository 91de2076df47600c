"""The monthly page for the executive, and the memos that carry a report."""

from __future__ import annotations

from typing import Literal

from prongsai.ita.writing.compose import MonthState, monthly_memo, report_memo
from prongsai.office.reports.composing.basis import Basis, Made
from prongsai.office.reports.composing.signing_places import opinions, writer
from prongsai.office.reports.month import month_of


def month_memo(basis: Basis) -> Made:
    """Compose the page of a month. What nobody counted is a gap; what the records say is told before what was typed."""
    month, wishes = month_of(basis.cycle, basis.until), basis.wishes
    matters = (*month.matters, *(wishes.matters or ()))
    state = MonthState(
        as_of=basis.until,
        phase=month.phase,
        next_event=month.next_event,
        ready=wishes.ready,
        total=len(basis.cycle.framework.items) or None,
        open_matters=matters or wishes.matters,
        to_sign=month.papers,
    )
    return Made(monthly_memo(basis.head, state, to=basis.addressee, signature=writer(basis)))


def carrying_memo(basis: Basis, months: Literal[6, 12]) -> Made:
    """Compose the memo that carries a report."""
    paper = report_memo(basis.head, months, to=basis.addressee, signature=writer(basis), opinions=opinions(basis))
    return Made(paper)
