"""Exact arithmetic of scores: fractions inside, `Decimal` at the door, nothing rounded but for display.

A mean of three or seven does not end in decimals. Carried as a fraction it stays exact, so that the prices of a year
add up to what is lost, whatever the order of the steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from prongsai.ita.thai.numbers import format_decimal, round_half_up

DIGITS = 40
"""Significant digits kept where a fraction does not end."""

HUNDRED = Fraction(100)


def mean(values: Sequence[Fraction]) -> Fraction:
    """Give the plain mean of one value or more."""
    return sum(values, Fraction(0)) / len(values)


def as_decimal(value: Fraction) -> Decimal:
    """Give a fraction as `Decimal`: exact where it ends, else to `DIGITS` significant digits, half up."""
    with localcontext() as context:
        context.prec = DIGITS
        context.rounding = ROUND_HALF_UP
        return Decimal(value.numerator) / Decimal(value.denominator)


def rounded(value: Fraction | Decimal, places: int) -> Decimal:
    """Round half up, as the results are printed; a fraction is rounded once, from its exact value."""
    if isinstance(value, Decimal):
        return round_half_up(value, places)
    scale = 10**places
    whole = abs(value) * scale + Fraction(1, 2)
    units = whole.numerator // whole.denominator
    return Decimal(units if value >= 0 else -units).scaleb(-places)


def shown(value: Fraction | Decimal, *, most: int = 4) -> str:
    """Write a figure for reading: two decimals, up to `most` where it has them (`88.748`, `86.86`)."""
    written = format_decimal(rounded(value, most), places=most)
    whole, _, decimals = written.partition(".")
    return f"{whole}.{decimals[:2]}{decimals[2:].rstrip('0')}"
