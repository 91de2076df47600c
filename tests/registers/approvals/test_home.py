"""The home page tells what waits for a signature, and with whom."""

from datetime import date

from prongsai.platform.agency.models import Standing
from prongsai.registers.approvals.home_sources import SHOWN, SubmissionsWaiting

DAY = date(2025, 3, 17)


def lines(units=None):
    return list(SubmissionsWaiting().lines(DAY, units=units))


def test_where_nothing_waits_nothing_is_told(here):
    with here.speaks():
        assert lines() == []


def test_a_line_says_what_waits_and_with_which_post(here, submitted):
    with here.speaks():
        waiting = submitted(opinions=(), decides=Standing.EXECUTIVE)
        (line,) = lines()
        assert waiting.subject in line.words
        assert "นายก" in line.words
        assert (line.url_name, line.arguments, line.unit) == ("approval", {"submission": waiting.pk}, waiting.unit_id)


def test_a_head_is_told_of_the_own_unit_alone(here, submitted):
    with here.speaks():
        waiting = submitted()
        assert len(lines(frozenset({waiting.unit_id}))) == 1
        assert lines(frozenset({-1})) == []


def test_of_many_the_oldest_are_named_and_the_rest_counted(here, submitted):
    with here.speaks():
        for _ in range(SHOWN + 2):
            submitted(opinions=())
        told = lines()
    assert len(told) == SHOWN + 1
    assert "2" in told[-1].words
