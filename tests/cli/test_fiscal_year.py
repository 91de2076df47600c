import pytest
from invented import results_text


def test_a_year_may_be_typed_in_thai_digits(run, paper):
    (result,) = run("score", paper(results_text(2567)), "--year", "๒๕๖๗", "--json").json
    assert result["year"] == 2567


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("68", "2568"), ("2024", "2567"), ("ปีนี้", "ปีนี้"), ("2500", "2500"), ("-1", "-1"), ("25670", "25670")],
)
@pytest.mark.parametrize("command", [("score",), ("simulate",), ("plan",), ("report", "--out", "out")])
def test_a_wrong_year_is_wrong_usage_with_the_year_it_may_mean(run, paper, command, typed, hint):
    ran = run(*command, paper(results_text(2567)), "--year", typed)
    assert ran.code == 2
    assert hint in ran.err.splitlines()[-1]
    assert ran.out == ""


def test_years_that_are_compared_are_held_to_the_same(run):
    assert run("catalogue", "diff", "68", "2567").code == 2
