"""Days and numbers in templates: `{{ day|day }}`, `{{ day|day_short }}`, `{{ amount|money }}`."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone

from prongsai.ita.thai import format_decimal
from prongsai.platform.ui import wording

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> str:
    """Write a day in full; nothing for None."""
    return wording.day_in_words(value) if value else ""


@register.filter
def day_short(value: date | datetime | None) -> str:
    """Write a day for a table."""
    return wording.short_day(value) if value else ""


@register.filter
def day_with_weekday(value: date | datetime | None) -> str:
    """Write a day with its weekday."""
    return wording.day_with_weekday(value) if value else ""


@register.filter
def moment(value: date | datetime | None) -> str:
    """Write a day and a time of day."""
    return wording.moment_in_words(value) if value else ""


@register.filter
def count(value: int | None) -> str:
    """Write a count with its thousands grouped."""
    return "" if value is None else wording.number_in_words(value)


@register.filter
def money(value: Decimal | None) -> str:
    """Write an amount with its satang."""
    return "" if value is None else wording.number_in_words(value, 2)


@register.filter
def score(value: Decimal | None) -> str:
    """Write a score with two decimals."""
    return "" if value is None else wording.number_in_words(value, 2)


@register.filter
def signed(value: Decimal | None) -> str:
    """Write a difference of scores with its sign: `+2.29`, `-4.89`."""
    return "" if value is None else format_decimal(value, sign=True)


@register.simple_tag
def today_in_words() -> str:
    """Write today: for the head of a printed page."""
    return wording.day_in_words(timezone.localdate())
