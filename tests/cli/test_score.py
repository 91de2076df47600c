import json

import pytest
from invented import SCORES_2567, results_text


def test_every_step_of_the_arithmetic_is_a_line(run, paper):
    out = run("score", paper(results_text(2567))).out
    assert "IIT = (93.40 + 87.92 + 86.75 + 78.16 + 88.07) ÷ 5 = 86.86" in out
    assert "0.40 × 91.25" in out
    assert "88.75" in out


def test_a_level_that_the_figures_do_not_settle_is_said_to_be_open(run, paper):
    (result,) = run("score", paper(results_text(2567)), "--json").json
    assert result["level"]["level"] is None
    assert set(result["level"]["missing"]) == {"EIT1", "EIT2"}


def test_a_typed_score_sheet_is_explained_with_its_level(run, tmp_path):
    sheet = {
        "overall": 88.75,
        "level": "ผ่าน",
        "instruments": {"EIT1": 90.02, "EIT2": 84.58},
        "indicators": [{"number": n, "score": float(score)} for n, score in enumerate(SCORES_2567, 1)],
        "items": {"O33": 0},
    }
    path = tmp_path / "scores.json"
    path.write_text(json.dumps(sheet), encoding="utf-8")
    (result,) = run("score", path, "--year", 2567, "--json").json
    assert result["level"]["level"] == "ผ่าน"
    prices = {entry["code"]: entry["points"] for entry in result["prices"]}
    assert prices["O33"] == pytest.approx(2.5)
    assert prices["8"] == pytest.approx(1.638)
    assert prices["4"] == pytest.approx(1.3104)


def test_look_alike_digits_are_offered_and_none_is_applied(run, paper):
    scores = ("85.85", "64.40", "77.49", "72.79", "57.43", "83.06", "89.09", "86.06", "23.60", "0")
    (result,) = run("score", paper(results_text(2563, scores, "52.26")), "--json").json
    assert result["overall"] == 52.02
    assert result["published_overall"] == 52.26
    assert {"indicator": 1, "printed": 85.85, "proposed": 89.85}.items() <= result["repairs"][0].items()
    assert result["indicators"]["1"] == 85.85


@pytest.mark.parametrize(
    ("content", "rule"),
    [('{"overall": NaN}', "JSON"), ('{"overall": 90, "overall": 91}', "JSON"), ('{"overall": 101}', "RANGE")],
)
def test_a_bad_score_sheet_is_refused_with_file_and_rule(run, tmp_path, content, rule):
    path = tmp_path / "scores.json"
    path.write_text(content, encoding="utf-8")
    ran = run("score", path, "--year", 2567)
    assert ran.code == 3
    assert "scores.json" in ran.err
    assert f"[{rule}]" in ran.err


def test_a_typed_sheet_needs_its_year(run, tmp_path):
    path = tmp_path / "scores.json"
    path.write_text("{}", encoding="utf-8")
    assert "--year" in run("score", path).err


def test_a_paper_without_scores_is_refused(run, demo_paper):
    ran = run("score", demo_paper("P2.txt"))
    assert ran.code == 3
    assert "[SCORES]" in ran.err
    assert ran.out == ""


def two_years() -> str:
    return results_text(2566) + results_text(2567)


def test_a_year_that_is_asked_for_is_shown_alone(run, paper):
    both = paper(two_years())
    assert [result["year"] for result in run("score", both, "--json").json] == [2566, 2567]
    assert [result["year"] for result in run("score", both, "--year", 2567, "--json").json] == [2567]


@pytest.mark.parametrize("command", ["score", "simulate"])
def test_a_year_that_the_paper_does_not_tell_is_refused_with_the_years_it_does(run, paper, command):
    ran = run(command, paper(two_years()), "--year", 2565)
    assert ran.code == 3
    assert "2566 2567" in ran.err
    assert "[SCORES]" in ran.err


def test_points_lost_that_cannot_be_told_are_no_empty_table(run, tmp_path):
    path = tmp_path / "scores.json"
    path.write_text('{"overall": 90}', encoding="utf-8")
    ran = run("score", path, "--year", 2567)
    assert ran.code == 0
    assert "ยังไม่ทราบแน่ชัด" in ran.out
