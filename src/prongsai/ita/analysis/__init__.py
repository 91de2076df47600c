"""Weak points and their price, change between years, grouping, and the checks of a paper: see README.md."""

from prongsai.ita.analysis.changes import IndicatorChange, indicator_changes, overall_change
from prongsai.ita.analysis.checks import check, check_together
from prongsai.ita.analysis.finding import CheckFinding, Severity
from prongsai.ita.analysis.known import scores_by_year
from prongsai.ita.analysis.named_points import named_weak_points
from prongsai.ita.analysis.places import place_in_words, value_in_words
from prongsai.ita.analysis.weak_points import WeakPoint, weak_points

__all__ = [
    "CheckFinding",
    "IndicatorChange",
    "Severity",
    "WeakPoint",
    "check",
    "check_together",
    "indicator_changes",
    "named_weak_points",
    "overall_change",
    "place_in_words",
    "scores_by_year",
    "value_in_words",
    "weak_points",
]
