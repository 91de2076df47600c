"""How often an office wants to look at what hangs. No rule asks for it: it is a habit, and data of the agency."""

from __future__ import annotations

from prongsai.registers.placements.models import CheckingHabit

USUAL_MONTHS = 6


def months_unseen() -> int:
    """Give after how many months without a look the agency that speaks wants to be told."""
    return CheckingHabit.objects.values_list("months", flat=True).first() or USUAL_MONTHS
