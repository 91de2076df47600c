"""The history of a score shows two decimals, and more only where the score has them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.platform.audit.row_history import history_of
from years_of_an_office import confirmed


@pytest.mark.parametrize(
    ("value", "shown"), [("78.1", "78.10"), ("74", "74.00"), ("86.4586", "86.4586"), ("90.625", "90.625")]
)
def test_a_score_has_as_many_decimals_as_it_needs_and_two_at_least(here, value, shown):
    with here.speaks():
        line = confirmed(here, "P4.pdf").lines.get(kind="indicator", code="4")
        type(line).objects.filter(pk=line.pk).update(value=Decimal(value))
        (change,) = history_of(line)[0].changes
    assert (change.before, change.after) == ("78.16", shown)
